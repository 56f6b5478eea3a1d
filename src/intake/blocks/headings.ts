import { GOALS } from '../words/english.ts';
import { EXERCISES_TITLE, GLOSSARY_TITLE, GOALS_TITLE, REFERENCES_TITLE } from '../words/parts.ts';
import type { Block, Heading, Paragraph } from './types.ts';

/** A paragraph below its headings, highest first. */
export interface Placed {
  readonly block: Paragraph;
  readonly path: readonly string[];
  /** Set where the paragraph is headings without text. */
  readonly isOutline?: true;
}

/** An entry of a glossary: "Leat. A ditch that leads water to a mill", and the term in it. */
const DEFINED = /^(?:• |\d{1,3}[.)] )?(\p{L}[^.:–—]{0,59}?)(?::| [–—-]|\.) +\S/u;

/** What a line of contents and its heading need not share: a bullet, a number, the dots that lead to a page and the page. */
const AROUND_TITLE = /^(?:[•*–-]\s+)?(?:\d+(?:[.:)]\d+)*[.:)]?\s+)?|[\s.…|]+\d{1,4}$/gu;

const MAX_TITLE = 300;

const bare = (line: string): string =>
  line.length > MAX_TITLE ? line : line.replace(AROUND_TITLE, '').trim().toLowerCase();

/** A line ends as a question does. */
const ASKS = /[?？؟]$/m;

/** Headings without a level that follow each other directly: more of them are an outline. */
const MAX_IN_A_ROW = 2;

interface OpenHeading {
  readonly text: string;
  readonly level: number;
  /** Whether anything stands below it. */
  used: boolean;
}

/** Puts paragraphs below their headings. A heading with nothing below it becomes a paragraph: it is text, too. */
export function placeBelowHeadings(blocks: readonly Block[]): Placed[] {
  const placed: Placed[] = [];
  const open: OpenHeading[] = [];
  const close = (level: number) => {
    const from = open.findIndex((heading) => heading.level >= level);
    if (from === -1) return;
    const last = open.at(-1);
    if (last && !last.used) {
      addOutline(
        placed,
        last.text,
        open.slice(0, -1).map(({ text }) => text),
      );
      use();
    }
    open.splice(from);
  };
  const use = () => {
    for (const heading of open) heading.used = true;
  };
  const titles = new Set(blocks.flatMap(({ type, text }) => (type === 'heading' ? bare(text) : [])));
  for (const block of blocks) {
    if (block.type === 'heading') {
      const level = levelOf(block, open);
      close(level);
      open.push({ text: block.text, level, used: false });
    } else {
      use();
      placed.push({ block: natureBelow(block, titles, open.at(-1)?.text), path: open.map(({ text }) => text) });
    }
  }
  close(0);
  return placed;
}

/**
 * What stands below "References" is no prose, nor is what a reader is to learn or what only repeats headings; what is
 * explained in a glossary is a term. `titles`: those of all headings.
 */
function natureBelow(block: Paragraph, titles: ReadonlySet<string>, heading = ''): Paragraph {
  if (block.role !== undefined || (block.kind ?? 'list') !== 'list') return block;
  if (block.text.split('\n').every((line) => titles.has(bare(line)))) return { ...block, kind: 'contents' };
  if (REFERENCES_TITLE.test(heading)) return { ...block, kind: 'reference' };
  if (GOALS_TITLE.test(heading) || GOALS.test(block.text)) return { ...block, kind: 'contents' };
  // Below such a heading a list may also say how exercises are done, at sports or for the health: it asks nothing.
  if (EXERCISES_TITLE.test(heading) && ASKS.test(block.text)) return { ...block, kind: 'exercise' };
  if (!GLOSSARY_TITLE.test(heading)) return block;
  const defined = block.text.split('\n').flatMap((line) => DEFINED.exec(line)?.[1] ?? []);
  const { terms = [] } = block;
  return defined.length === 0 ? block : { ...block, kind: block.kind ?? 'glossary', terms: [...defined, ...terms] };
}

/** Idle headings below the same heading are the lines of one paragraph; the highest stand for themselves. */
function addOutline(placed: Placed[], text: string, path: readonly string[]): void {
  const last = placed.at(-1);
  const goesOn = path.length > 0 && last?.isOutline && last.path.join('\n') === path.join('\n');
  if (goesOn) placed.pop();
  const lines = goesOn ? `${last.block.text}\n${text}` : text;
  placed.push({ block: { type: 'paragraph', text: lines }, path, isOutline: true });
}

/** One that tells no level stands below the headings before it that have no text yet, and else above all. */
function levelOf({ level }: Heading, open: readonly OpenHeading[]): number {
  if (level !== undefined) return level;
  const last = open.at(-1);
  if (last === undefined || last.used) return 1;
  return open.length < MAX_IN_A_ROW ? last.level + 1 : last.level;
}
