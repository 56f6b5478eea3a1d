import { parse } from 'yaml';
import { z } from 'zod';
import type { Checked, Problem } from './problems.ts';
import type { Passage } from './types.ts';

export interface ArticleFile {
  readonly source: string;
  readonly passages: readonly Passage[];
}

const frontMatter = z.strictObject({
  source: z.string({ error: 'needs "source:", the id of a work in sources.json' }).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
    error: '"source" is written in lower-case letters, digits and hyphens',
  }),
  kind: z.enum(['note', 'quote'], { error: '"kind" is note (in your own words) or quote (verbatim)' }),
});

type FrontMatter = z.infer<typeof frontMatter>;

/**
 * Reads an article: front matter between `---` lines, then passages set apart by blank lines, each beginning with
 * its number in brackets (`[3] Text`, `[caption 1] Text`); `## Heading` lines stand between them.
 */
export function parseArticle(file: string, text: string): Checked<ArticleFile | undefined> {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end === -1) {
    const message = 'must begin with front matter: a line ---, the lines "source: …" and "kind: note", a line ---';
    return { value: undefined, problems: [{ file, line: 1, message }] };
  }
  const front = parseFrontMatter(file, lines.slice(1, end).join('\n'));
  if (!front.value) return { value: undefined, problems: front.problems };
  const body = parseBody(file, front.value, lines, end + 1);
  return { value: { source: front.value.source, passages: body.value }, problems: body.problems };
}

function parseFrontMatter(file: string, text: string): Checked<FrontMatter | undefined> {
  let data: unknown;
  try {
    data = parse(text, { maxAliasCount: 0 });
  } catch (error) {
    return { value: undefined, problems: [{ file, line: 1, message: `front matter: ${firstLine(error)}` }] };
  }
  const checked = frontMatter.safeParse(data ?? {});
  if (checked.success) return { value: checked.data, problems: [] };
  const problems = checked.error.issues.map((issue) => ({ file, line: 1, message: `front matter: ${issue.message}` }));
  return { value: undefined, problems };
}

interface Block {
  readonly line: number;
  readonly text: string;
}

function parseBody(file: string, front: FrontMatter, lines: readonly string[], from: number): Checked<Passage[]> {
  const passages: Passage[] = [];
  const problems: Problem[] = [];
  let heading: string | undefined;
  for (const block of blocks(lines, from)) {
    const title = /^#{1,6}\s+(.+)$/.exec(block.text)?.[1];
    if (title !== undefined) {
      heading = title;
      continue;
    }
    const passage = parsePassage(front, block, heading);
    if (passage) passages.push(passage);
    else
      problems.push({
        file,
        line: block.line,
        message: 'a passage begins with its number: [3] Text, or [caption 1] Text',
      });
  }
  if (passages.length === 0)
    problems.push({ file, line: from + 1, message: 'holds no passage: write [1] and its text' });
  return { value: passages, problems: [...problems, ...numberingProblems(file, passages)] };
}

function* blocks(lines: readonly string[], from: number): Generator<Block> {
  let start = -1;
  for (let i = from; i <= lines.length; i++) {
    const blank = (lines[i] ?? '').trim() === '';
    if (!blank && start === -1) start = i;
    if (blank && start !== -1) {
      const text = lines
        .slice(start, i)
        .map((line) => line.trim())
        .join(' ');
      yield { line: start + 1, text };
      start = -1;
    }
  }
}

function parsePassage(front: FrontMatter, block: Block, heading: string | undefined): Passage | undefined {
  const parts = /^\[(caption )?([1-9]\d{0,4})\]\s+(\S.*)$/.exec(block.text);
  if (!parts?.[3]) return undefined;
  const caption = parts[1] !== undefined;
  const place = caption ? `caption-${parts[2]}` : `${parts[2]}`;
  return {
    id: `${front.source}#${place}`,
    source: front.source,
    paragraph: Number(parts[2]),
    kind: front.kind,
    ...(caption ? { role: 'caption' as const } : {}),
    ...(heading === undefined ? {} : { heading }),
    text: parts[3],
  };
}

/** Body paragraphs and captions are each counted 1, 2, 3 …, so that a missing or doubled one is noticed. */
function numberingProblems(file: string, passages: readonly Passage[]): Problem[] {
  return [undefined, 'caption' as const].flatMap((role) => {
    const numbered = passages.filter((passage) => passage.role === role);
    const wrong = numbered.findIndex((passage, i) => passage.paragraph !== i + 1);
    if (wrong === -1) return [];
    const name = role === undefined ? '' : `${role} `;
    const message = `[${name}${numbered[wrong]?.paragraph}] stands where [${name}${wrong + 1}] is due: number without gaps or doubles`;
    return [{ file, message }];
  });
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
}
