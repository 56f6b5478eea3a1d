import { parse } from 'yaml';
import { z } from 'zod';
import { parseDate } from './dates.ts';
import { because, fieldOf, problemOf, WITH_INPUT } from './issues.ts';
import { readText } from './line-breaks.ts';
import { passageId, placeKey, readPlaceMark } from './places.ts';
import type { Checked, Problem } from './problems.ts';
import { webAddress, workId } from './sources.ts';
import type { Draft, Passage } from './types.ts';
import { yamlLine } from './yaml-line.ts';

export interface ArticleFile {
  readonly source: string;
  /** What the article says of its work. Inside a collection `sources.json` counts instead. */
  readonly about: Draft['about'];
  readonly passages: readonly Passage[];
}

const line = z.string().trim().min(1).max(500);

const frontMatter = z.strictObject({
  source: workId,
  kind: z.enum(['note', 'quote'], because('kind')),
  title: line.optional(),
  author: z.union([line.transform((name) => [name]), z.array(line)], because('author')).optional(),
  date: z
    .union([z.string(), z.number()])
    .transform((date) => parseDate(String(date)))
    .refine((date) => date !== undefined, because('date'))
    .optional(),
  url: webAddress.optional(),
  publisher: line.optional(),
  terms: z.record(z.string(), z.array(line).max(20), because('terms')).optional(),
});

type FrontMatter = z.infer<typeof frontMatter>;

/**
 * Reads an article: front matter between `---` lines, then passages set apart by blank lines, each beginning with
 * its number in brackets; `## Heading` lines stand between them, `##` alone ends a heading's reach. `[12.2]` is the
 * second part of a long paragraph, `[12 p. 3]` stands on page 3, `[caption 1]` is no body text; `placeMark` has the
 * whole form. `terms` of the front matter lists what passages mark as terms of the work, by their numbers.
 */
export function parseArticle(file: string, text: string): Checked<ArticleFile | undefined> {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end === -1) {
    return { value: undefined, problems: [{ file, line: 1, reason: 'frontMatter' }] };
  }
  const front = parseFrontMatter(file, lines.slice(1, end).join('\n'));
  if (!front.value) return { value: undefined, problems: front.problems };
  const body = parseBody(file, front.value, lines, end + 1);
  const { source } = front.value;
  return { value: { source, about: aboutOf(front.value), passages: body.value }, problems: body.problems };
}

function parseFrontMatter(file: string, text: string): Checked<FrontMatter | undefined> {
  let data: unknown;
  try {
    data = parse(text, { maxAliasCount: 0 });
  } catch (error) {
    return { value: undefined, problems: [{ file, line: 1 + yamlLine(error), reason: 'notYaml' }] };
  }
  const checked = frontMatter.safeParse(data ?? {}, WITH_INPUT);
  if (checked.success) return { value: checked.data, problems: [] };
  const problems = checked.error.issues.map((issue) => problemOf(issue, { file, line: 1, ...fieldOf(issue) }));
  return { value: undefined, problems };
}

function aboutOf({ title, author, date, url, publisher }: FrontMatter): Draft['about'] {
  return {
    ...(title === undefined ? {} : { title }),
    ...(author === undefined ? {} : { authors: author }),
    ...(date === undefined ? {} : { issued: date }),
    ...(url === undefined ? {} : { url }),
    ...(publisher === undefined ? {} : { publisher }),
  };
}

interface Block {
  readonly line: number;
  readonly lines: readonly string[];
}

function parseBody(file: string, front: FrontMatter, lines: readonly string[], from: number): Checked<Passage[]> {
  const passages: Passage[] = [];
  const problems: Problem[] = [];
  let heading: string | undefined;
  for (const block of blocks(lines, from)) {
    const title = /^#{1,6}(?:\s+([\s\S]+))?$/.exec(block.lines.join('\n'));
    if (title) {
      heading = title[1] === undefined ? undefined : readText(title[1].split('\n'));
      continue;
    }
    const passage = parsePassage(front, block, heading);
    if (passage) passages.push(passage);
    else problems.push({ file, line: block.line, reason: 'passageMark' });
  }
  if (passages.length === 0) problems.push({ file, line: from + 1, reason: 'noPassage' });
  return { value: passages, problems: [...problems, ...numberingProblems(file, passages)] };
}

function* blocks(lines: readonly string[], from: number): Generator<Block> {
  let start = -1;
  for (let i = from; i <= lines.length; i++) {
    const blank = (lines[i] ?? '').trim() === '';
    if (!blank && start === -1) start = i;
    if (blank && start !== -1) {
      yield { line: start + 1, lines: lines.slice(start, i).map((text) => text.trim()) };
      start = -1;
    }
  }
}

function parsePassage(front: FrontMatter, block: Block, heading: string | undefined): Passage | undefined {
  const [first = '', ...rest] = block.lines;
  const mark = readPlaceMark(first);
  if (!mark) return undefined;
  const terms = new Map(Object.entries(front.terms ?? {})).get(placeKey(mark.place)) ?? [];
  return {
    id: passageId(front.source, mark.place),
    source: front.source,
    ...mark.place,
    kind: front.kind,
    ...(terms.length === 0 ? {} : { terms }),
    ...(heading === undefined ? {} : { heading }),
    text: readText([first.slice(mark.length), ...rest]),
  };
}

/** Body paragraphs and captions are each counted 1, 2, 3 …, and a long one's parts too, so that a missing or doubled one is noticed. */
function numberingProblems(file: string, passages: readonly Passage[]): Problem[] {
  return [undefined, 'caption' as const].flatMap((role) => {
    const numbered = passages.filter((passage) => passage.role === role);
    const wrong = numbered.findIndex((passage, i) => !follows(passage, numbered[i - 1]));
    const passage = numbered[wrong];
    if (!passage) return [];
    const name = role === undefined ? '' : `${role} `;
    const part = passage.part === undefined ? '' : `.${passage.part}`;
    const due = (numbered[wrong - 1]?.paragraph ?? 0) + 1;
    const values = { found: `${name}${passage.paragraph}${part}`, due: `${name}${due}` };
    return [{ file, reason: 'numbering' as const, values }];
  });
}

function follows({ paragraph, part }: Passage, before: Passage | undefined): boolean {
  if (part === undefined) return paragraph === (before?.paragraph ?? 0) + 1;
  return paragraph === before?.paragraph && part === (before.part ?? 1) + 1;
}
