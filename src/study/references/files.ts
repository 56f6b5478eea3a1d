import { isoDate } from '../../material/dates.ts';
import type { ReferenceFields, ReferenceName, Source } from '../../material/types.ts';
import { fieldsOf } from './item.ts';

/** Files that reference managers read, each with the ending of its name. */
export const FILE_FORMATS = {
  bibtex: { ending: 'bib', write: toBibtex },
  ris: { ending: 'ris', write: toRis },
  csl: { ending: 'json', write: toCslJson },
} as const;

type Field = readonly [name: string, value: string | undefined];

/** The fields that there are, without line breaks. */
function present(fields: readonly Field[]): [name: string, value: string][] {
  return fields.flatMap(([name, value]) => {
    const text = value?.replace(/\s+/g, ' ').trim() ?? '';
    return text === '' ? [] : [[name, text]];
  });
}

const BIBTEX_TYPES: Readonly<Record<string, string>> = {
  book: 'book',
  chapter: 'incollection',
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  'paper-conference': 'inproceedings',
  report: 'techreport',
  thesis: 'phdthesis',
};

/** The work as an entry of a BibTeX file, in UTF-8. */
export function toBibtex(source: Source): string {
  const { id, title, issued, url } = source;
  const known = fieldsOf(source);
  const type = BIBTEX_TYPES[known.type] ?? 'misc';
  const within = { article: 'journal', incollection: 'booktitle', inproceedings: 'booktitle' }[type] ?? 'howpublished';
  const by = { phdthesis: 'school', techreport: 'institution' }[type] ?? 'publisher';
  const fields = present([
    ['author', bibtexNames(known.author)],
    ['editor', bibtexNames(known.editor)],
    ['translator', bibtexNames(known.translator)],
    // Braces keep the capitals as they are.
    ['title', `{${escapeTex(title)}}`],
    [within, escapeTex(known['container-title'])],
    [by, escapeTex(known.publisher)],
    ['address', escapeTex(known['publisher-place'])],
    ['edition', escapeTex(known.edition)],
    ['volume', escapeTex(known.volume)],
    ['number', escapeTex(known.issue)],
    ['pages', escapeTex(known.page?.replace(/(\d)\s*[-–]+\s*(\d)/g, '$1--$2'))],
    ['type', escapeTex(known.genre)],
    ['year', issued && String(issued.year)],
    ['month', issued?.month === undefined ? undefined : String(issued.month)],
    ['day', issued?.day === undefined ? undefined : String(issued.day)],
    ['doi', escapeTex(known.DOI)],
    ['url', escapeTex(url)],
  ]);
  return `@${type}{${id},\n${fields.map(([name, value]) => `  ${name} = {${value}},\n`).join('')}}\n`;
}

function bibtexNames(names: readonly ReferenceName[] = []): string {
  return names
    .map((name) => {
      if ('literal' in name) return `{${escapeTex(name.literal)}}`;
      const family = [name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
      return [family, name.given].filter(Boolean).map(escapeTex).join(', ');
    })
    .join(' and ');
}

function escapeTex(text: string | undefined): string {
  return (text ?? '').replace(/[\\{}$&#%_~^]/g, (sign) => TEX_SIGNS[sign] ?? `\\${sign}`);
}

const TEX_SIGNS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

const RIS_TYPES: Readonly<Record<string, string>> = {
  book: 'BOOK',
  chapter: 'CHAP',
  'article-journal': 'JOUR',
  'article-magazine': 'MGZN',
  'article-newspaper': 'NEWS',
  'paper-conference': 'CPAPER',
  report: 'RPRT',
  thesis: 'THES',
  webpage: 'ELEC',
  'post-weblog': 'BLOG',
};

/** The work as a record of a RIS file. */
export function toRis(source: Source): string {
  const { id, title, issued, url } = source;
  const known = fieldsOf(source);
  const [, from, to] = /^(\S+?)\s*[-–]+\s*(\S+)$/.exec(known.page ?? '') ?? [undefined, known.page];
  const names = (tag: string, all: readonly ReferenceName[] = []): Field[] => all.map((name) => [tag, risName(name)]);
  const lines = present([
    ['TY', RIS_TYPES[known.type] ?? 'GEN'],
    ['ID', id],
    ...names('AU', known.author),
    ...names('A2', known.editor),
    ...names('A4', known.translator),
    ['TI', title],
    ['T2', known['container-title']],
    ['PB', known.publisher],
    ['CY', known['publisher-place']],
    ['ET', known.edition],
    ['VL', known.volume],
    ['IS', known.issue],
    ['SP', from],
    ['EP', to],
    ['M3', known.genre],
    ['PY', issued && String(issued.year)],
    [
      'DA',
      issued &&
        `${isoDate(issued).replaceAll('-', '/')}${issued.month === undefined ? '//' : issued.day === undefined ? '/' : ''}/`,
    ],
    ['DO', known.DOI],
    ['UR', url],
    ['LA', known.language],
  ]);
  return `${lines.map(([tag, value]) => `${tag}  - ${value}\r\n`).join('')}ER  - \r\n`;
}

function risName(name: ReferenceName): string {
  if ('literal' in name) return name.literal;
  const family = [name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
  return [family, name.given].filter(Boolean).join(', ');
}

/** The work as a list of one item of CSL-JSON. */
export function toCslJson(source: Source): string {
  const { id, title, issued, url } = source;
  const item: ReferenceFields & Readonly<Record<string, unknown>> = {
    id,
    title,
    ...fieldsOf(source),
    ...(issued === undefined
      ? {}
      : { issued: { 'date-parts': [[issued.year, issued.month, issued.day].filter((part) => part !== undefined)] } }),
    ...(url === undefined ? {} : { URL: url }),
  };
  return `${JSON.stringify([item], null, 2)}\n`;
}
