import { parseDate } from '../../material/dates.ts';
import type { About } from '../about/about.ts';
import { countLetters } from '../blocks/letters.ts';
import type { Content, Omission, OmissionReason } from '../blocks/types.ts';
import { notesHtml } from '../office/open-document.ts';
import { htmlContent } from '../pages/prepare.ts';
import { scanPage } from '../pages/scan.ts';
import { parseTree, textIn } from '../pages/tree.ts';
import { texHtml } from '../tex/html.ts';
import { argument, optionalArgument, Source } from '../tex/scan.ts';

const BEGIN = '\\begin{document}';
const END = '\\end{document}';

/** A TeX document: its prose below its sections, formulas as linear text. Citations, pictures and comments are left out. */
export function readTex(text: string): Content {
  // A comment ends with its line, and does not join paragraphs; the sign itself is written with a backslash.
  const clean = text.replace(/(?<!\\)%.*(?:\n(?![ \t]*\n))?/g, '');
  const from = clean.indexOf(BEGIN);
  const to = clean.lastIndexOf(END);
  const body = clean.slice(from === -1 ? 0 : from + BEGIN.length, to === -1 ? undefined : to);
  const { html, notes, citations, drawn } = texHtml(body.replace(/\\maketitle\b|\\tableofcontents\b/g, ''));
  const whole = html + notesHtml(notes);
  scanPage(whole);
  const page = htmlContent(whole);
  const omitted = [...omissions('references', citations), ...omissions('pictures', drawn)];
  return {
    about: aboutTex(clean),
    blocks: page.blocks,
    omitted: [...omitted, ...page.omitted],
    characters: page.characters + omitted.reduce((sum, one) => sum + countLetters(one.text), 0),
    headsParts: true,
  };
}

const omissions = (reason: OmissionReason, texts: readonly string[]): Omission[] =>
  texts.map((text) => ({ reason, text }));

function aboutTex(tex: string): About {
  const title = declared(tex, 'title');
  const authors = (rawArgument(tex, 'author') ?? '')
    .split(/\\and\b/)
    .map((name) => plain(name.replace(/\\thanks\{[^}]{0,1000}\}/g, '').split('\\\\')[0] ?? ''));
  const issued = parseDate(declared(tex, 'date'));
  return {
    ...(title === '' ? {} : { title }),
    ...(authors.every((name) => name === '') ? {} : { authors }),
    ...(issued === undefined ? {} : { issued }),
  };
}

const declared = (tex: string, command: string): string => plain(rawArgument(tex, command) ?? '');

function rawArgument(tex: string, command: string): string | undefined {
  const at = tex.search(new RegExp(`\\\\${command}\\s*[[{]`));
  const source = new Source(tex);
  return at === -1 ? undefined : argument(source, optionalArgument(source, at + command.length + 1).end).text;
}

const plain = (tex: string): string =>
  textIn(parseTree(texHtml(tex).html.replace(/<br>/g, ' ')))
    .replace(/\s+/g, ' ')
    .trim();
