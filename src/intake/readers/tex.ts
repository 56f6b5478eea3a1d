import { parseDate } from '../../material/dates.ts';
import type { About } from '../about/about.ts';
import { lettersOf } from '../blocks/account.ts';
import type { Content } from '../blocks/types.ts';
import { notesHtml } from '../office/open-document.ts';
import { htmlContent } from '../pages/prepare.ts';
import { scanPage } from '../pages/scan.ts';
import { parseTree, textIn } from '../pages/tree.ts';
import { definedIn, texHtml } from '../tex/html.ts';
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
  const preamble = clean.slice(0, Math.max(0, from));
  const { html, notes, omitted: unsaid } = texHtml(body.replace(/\\maketitle\b|\\tableofcontents\b/g, ''));
  const whole = html + notesHtml([...thanksIn(preamble), ...notes]);
  const omitted = [...definedIn(preamble), ...unsaid];
  scanPage(whole);
  const page = htmlContent(whole);
  return {
    about: aboutTex(clean),
    blocks: page.blocks,
    omitted: [...omitted, ...page.omitted],
    characters: page.characters + lettersOf(omitted),
    headsParts: true,
  };
}

/** What the title and the authors have as their notes. */
function thanksIn(preamble: string): string[] {
  const source = new Source(preamble);
  return [...preamble.matchAll(THANKS)].map(
    ({ 0: command, index }) => texHtml(argument(source, index + command.length).text).html,
  );
}

const THANKS = /\\thanks(?=\{)/g;

function aboutTex(tex: string): About {
  const title = declared(tex, 'title');
  const authors = (rawArgument(tex, 'author') ?? '')
    .split(/\\and\b/)
    .map((name) => plain(withoutThanks(name).split('\\\\')[0] ?? ''));
  const issued = parseDate(declared(tex, 'date'));
  return {
    ...(title === '' ? {} : { title }),
    ...(authors.every((name) => name === '') ? {} : { authors }),
    ...(issued === undefined ? {} : { issued }),
  };
}

const declared = (tex: string, command: string): string => plain(withoutThanks(rawArgument(tex, command) ?? ''));

const withoutThanks = (tex: string): string => tex.replace(/\\thanks\{[^}]{0,1000}\}/g, '');

function rawArgument(tex: string, command: string): string | undefined {
  const at = tex.search(new RegExp(`\\\\${command}\\s*[[{]`));
  const source = new Source(tex);
  return at === -1 ? undefined : argument(source, optionalArgument(source, at + command.length + 1).end).text;
}

const plain = (tex: string): string =>
  textIn(parseTree(texHtml(tex).html.replace(/<br>/g, ' ')))
    .replace(/\s+/g, ' ')
    .trim();
