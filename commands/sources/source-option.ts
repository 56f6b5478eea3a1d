import type { KnowledgeBase } from '../../src/answer/knowledge-base.ts';
import type { Complete, Context } from '../../src/bot/command.ts';
import { notice } from '../../src/bot/notice.ts';
import type { Reply } from '../../src/bot/reply.ts';
import { formatShort } from '../../src/material/cite.ts';
import { contentRef } from '../../src/material/refs.ts';
import type { Article, Source } from '../../src/material/types.ts';
import { citationWords } from '../../src/reply/citation-words.ts';
import { truncate } from '../../src/reply/cut.ts';
import { clean } from '../../src/reply/escape.ts';
import { LIMITS } from '../../src/reply/limits.ts';
import type { Messages } from '../../src/reply/messages.ts';
import { editDistance } from '../../src/study/marking/spelling.ts';
import { plain } from '../../src/study/marking/words.ts';

/** Works by title, publisher or author; the channel's own first. */
export const completeSource: Complete = (typed, { knowledge, messages, tied }) => {
  const most = tied === undefined ? LIMITS.choices : knowledge.material.articles.length;
  const found = knowledge.completion.sources(typed, most);
  const own = found.filter(({ id }) => tied?.has(id));
  return [...new Set([...own, ...found])].slice(0, LIMITS.choices).map((source) => ({
    name: truncate(
      clean(`${truncate(source.title, 60)} (${formatShort(source, citationWords(messages))})`),
      LIMITS.choiceText,
    ),
    value: source.id.length <= LIMITS.choiceText ? source.id : contentRef(source.id),
  }));
};

/** The work that an option's text names: a chosen one, or the one that free text comes nearest to. */
export function resolveSource(text: string, { material, completion }: KnowledgeBase): Source | undefined {
  const wanted = text.trim();
  const exact =
    material.sources.get(wanted) ?? [...material.sources.values()].find(({ id }) => contentRef(id) === wanted);
  return exact ?? (wanted === '' ? undefined : completion.sources(wanted, 1).find((source) => isNamed(source, wanted)));
}

/** Of so many letters one may be mistyped. */
const LETTERS_A_MISTAKE = 4;

/** Whether a word that was typed stands in a work's title, publisher or authors: "Nope" is no way to write "Volcanoes". */
function isNamed({ title, publisher, authors }: Source, typed: string): boolean {
  const names = wordsOf([title, publisher, ...authors].join(' '));
  const isMeant = (word: string) => (name: string) =>
    (word.length > 1 && name.includes(word)) || editDistance(word, name) <= Math.floor(name.length / LETTERS_A_MISTAKE);
  return wordsOf(typed).some((word) => names.some(isMeant(word)));
}

const wordsOf = (text: string): string[] => plain(text).split(' ').filter(Boolean);

/** The same with the work's passages. */
export function resolveArticle(text: string, knowledge: KnowledgeBase): Article | undefined {
  const source = resolveSource(text, knowledge);
  return knowledge.material.articles.find((article) => article.source === source);
}

/** What every command says that asks of the sources, where there are none. */
export function noSources({ knowledge, messages }: Pick<Context, 'knowledge' | 'messages'>): Reply | undefined {
  return knowledge.material.articles.length === 0 ? notice(messages.markdown('sources.none')) : undefined;
}

/** What is said of an option that names no work. */
export function unknownSource(text: string, messages: Messages): Reply {
  return notice(messages.markdown('answer.unknownSource', { source: truncate(text, 100) }));
}
