import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { formatPlace } from '../../src/material/cite.ts';
import { sourceRef } from '../../src/material/refs.ts';
import type { Passage, Source } from '../../src/material/types.ts';
import { createBudget, textsWithin } from '../../src/reply/budget.ts';
import { citationWords } from '../../src/reply/citation-words.ts';
import { ACCENT, button, container, file, row, text } from '../../src/reply/components.ts';
import { truncate } from '../../src/reply/cut.ts';
import { escapeMarkdown } from '../../src/reply/escape.ts';
import type { Messages } from '../../src/reply/messages.ts';
import { noticeView } from '../../src/reply/notice-view.ts';
import type { StyleName } from '../../src/study/references/style-names.ts';
import type { Run } from '../../src/study/references/styled.ts';
import { formatInText, formatReference } from '../../src/study/references/styles.ts';
import { citeFile } from './buttons.ts';

export interface Citing {
  readonly source: Source;
  /** Named in the text's citation. */
  readonly passage?: Passage | undefined;
  readonly styles: readonly StyleName[];
}

/** Names of formats are the same in every language, and alone they fit a phone side by side. */
const FILES = [
  ['bibtex', 'BibTeX'],
  ['ris', 'RIS'],
  ['csl', 'CSL-JSON'],
] as const;

/** The reference in each style and the citation for a text, to be copied; below them the files. */
export function citeView({ source, passage, styles }: Citing, messages: Messages): APIMessageTopLevelComponent[] {
  const place = passage === undefined ? '' : `, ${formatPlace(passage, citationWords(messages))}`;
  const title = `## ${messages.markdown('cite.title')}\n-# ${escapeMarkdown(`${truncate(source.title, 150)}${place}`)}`;
  const language = messages.plain('intl');
  const entries = styles.map((style) => {
    const reference = markdownOf(formatReference(source, style, language));
    const inText = `${messages.markdown('cite.inText')} ${markdownOf(formatInText(source, style, passage, language))}`;
    return `**${messages.markdown(`commands.cite.choices.style.${style}`)}**\n${reference}\n-# ${inText}`;
  });
  const work = sourceRef(source);
  const texts = textsWithin(createBudget(), [title, ...entries]);
  // Of a work with hundreds of authors only the files hold them all.
  if (texts.length === 1) texts.push(text(messages.markdown('cite.tooLong')));
  const buttons = FILES.map(([format, name]) => button(name, citeFile.id({ work, format })));
  return [container(ACCENT.neutral, [...texts, row(...buttons)])];
}

/** A reference as a file of the same reply. */
export function citeFileView(name: string, source: Source, messages: Messages): APIMessageTopLevelComponent[] {
  const [notice] = noticeView(messages.markdown('cite.fileOf', { title: truncate(source.title, 150) }));
  return [...(notice ? [notice] : []), file(name)];
}

/** The runs with italics as markdown; spaces at their ends are kept. */
function markdownOf(runs: readonly Run[]): string {
  return runs
    .map(({ text, italic }) => {
      const [, before = '', body = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
      const escaped = escapeMarkdown(body);
      return `${before && ' '}${italic && escaped !== '' ? `*${escaped}*` : escaped}${after && ' '}`;
    })
    .join('');
}
