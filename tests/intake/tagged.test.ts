import { describe, expect, it } from 'vitest';
import { readWorks } from '../../src/intake/readers/read.ts';
import type { ReadWork } from '../../src/intake/types.ts';

/** Text at a height, as an element of the structure tree or as an artifact of the page. */
interface Line {
  /** Between two "~" stands a ligature, which the file spells out. */
  readonly text: string;
  readonly y: number;
  readonly x?: number;
  readonly isArtifact?: true;
  readonly isUnmarked?: true;
  /** Set in letters of one width. */
  readonly isEven?: true;
}

/** A tagged PDF of one page. `tree` names the lines by their place in the list. Readers rebuild the missing table of objects. */
function taggedPdf(lines: readonly Line[], tree: (mark: (...ids: number[]) => string) => string): Uint8Array {
  const content = lines
    .map(({ text, y, x = 72, isArtifact, isUnmarked, isEven }, id) => {
      const parts = text.split('~').map((part, i) => {
        const drawn = `(${part}) Tj`;
        return i % 2 === 0 ? drawn : `/Span <</ActualText (${part})>> BDC ${drawn} EMC`;
      });
      const shown = `BT /${isEven ? 'F2' : 'F1'} 11 Tf ${x} ${y} Td ${parts.join(' ')} ET`;
      if (isUnmarked) return shown;
      return isArtifact ? `/Artifact BMC ${shown} EMC` : `/P <</MCID ${id}>> BDC ${shown} EMC`;
    })
    .join('\n');
  const mark = (...ids: number[]) => `[${ids.map((id) => `<</Type /MCR /Pg 3 0 R /MCID ${id}>>`).join(' ')}]`;
  const objects = [
    '<</Type /Catalog /Pages 2 0 R /MarkInfo <</Marked true>> /StructTreeRoot 6 0 R>>',
    '<</Type /Pages /Kids [3 0 R] /Count 1>>',
    '<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /StructParents 0 /Resources <</Font <</F1 4 0 R /F2 <</Type /Font /Subtype /Type1 /BaseFont /Courier>>>>>>>>',
    '<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>',
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
  ];
  return new TextEncoder().encode(
    [
      '%PDF-1.7',
      ...objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj`),
      structure(tree(mark)),
      'trailer <</Root 1 0 R>>\n%%EOF',
    ].join('\n'),
  );
}

/** Elements written as nested as `(Role [marks] …)` to the objects of a structure tree, and the page's list of parents. */
function structure(written: string): string {
  const objects: string[] = [];
  const parents: string[] = [];
  let next = 7;
  const tokens = written.match(/\(\w+|\)|\[[^\]]*\]/g) ?? [];
  const element = (parent: number): string => {
    const role = (tokens.shift() ?? '').slice(1);
    const id = next++;
    const kids: string[] = [];
    while (tokens[0] !== ')') {
      if (tokens[0]?.startsWith('(')) kids.push(element(id));
      else {
        const marks = (tokens.shift() ?? '').slice(1, -1);
        for (const [, mcid] of marks.matchAll(/MCID (\d+)/g)) parents[Number(mcid)] = `${id} 0 R`;
        kids.push(marks);
      }
    }
    tokens.shift();
    objects.push(
      `${id} 0 obj\n<</Type /StructElem /S /${role} /P ${parent} 0 R /Pg 3 0 R /K [${kids.join(' ')}]>>\nendobj`,
    );
    return `${id} 0 R`;
  };
  const root = element(6);
  const listed = Array.from(parents, (parent) => parent ?? 'null').join(' ');
  return [
    `6 0 obj\n<</Type /StructTreeRoot /K ${root} /ParentTree <</Nums [0 [${listed}]]>>>>\nendobj`,
    ...objects,
  ].join('\n');
}

async function read(bytes: Uint8Array): Promise<ReadWork> {
  const { works } = await readWorks({ name: 'input.pdf', bytes });
  if (!works[0]) throw new Error('nothing was read');
  return works[0];
}

const told = ({ passages }: ReadWork) => passages.map(({ heading, form, text }) => [heading, form, text]);

const LINES: Line[] = [
  { text: 'Page 1 of the Fen Survey', y: 20, isArtifact: true },
  { text: 'The sluice holds the water back in spring.', y: 600 },
  { text: 'The drains', y: 640 },
  { text: 'The Fen', y: 760 },
  { text: 'Upper drain', y: 500, x: 90 },
  { text: 'Lower drain', y: 480, x: 90 },
  { text: 'Drain', y: 400 },
  { text: 'Depth', y: 400, x: 200 },
  { text: 'Upper', y: 380 },
  { text: '2 m', y: 380, x: 200 },
  { text: 'The survey was made in a dry year.', y: 100 },
  { text: 'The fen was drained by hand in twenty years.', y: 720 },
];

const tree = (mark: (...ids: number[]) => string) => `(Document
  (H1 ${mark(3)}) (P ${mark(11)}) (H2 ${mark(2)}) (P ${mark(1)} (Note (P ${mark(10)})))
  (L (LI (LBody ${mark(4)})) (LI (LBody (P ${mark(5)}))))
  (Table (TR (TH ${mark(6)}) (TH (P ${mark(7)}))) (TR (TD ${mark(8)}) (TD ${mark(9)}))))`;

describe('a tagged PDF', () => {
  it('is read by its structure tree, in whatever order its text was written', async () => {
    const work = await read(taggedPdf(LINES, tree));
    expect(work.about.title).toBe('The Fen');
    expect(told(work)).toEqual([
      [undefined, undefined, 'The fen was drained by hand in twenty years.'],
      ['The drains', undefined, 'The sluice holds the water back in spring.'],
      ['The drains', 'list', '• Upper drain\n• Lower drain'],
      ['The drains', 'table', 'Drain | Depth\nUpper | 2 m'],
      ['Notes', undefined, 'The survey was made in a dry year.'],
    ]);
    expect(work.account?.omitted.find(({ reason }) => reason === 'runningHeads')?.shown).toEqual([
      'Page 1 of the Fen Survey',
    ]);
  });

  it('keeps the lines of programs and how far these are set in, whatever their element is called', async () => {
    const program = (from: number): Line[] =>
      ['if wet:', 'shut()', 'open()'].map((text, i) => ({
        ...{ text, y: from - 12 * i, x: i === 1 ? 72 + 4 * 6.6 : 72, isEven: true },
      }));
    const marks = (mark: (...ids: number[]) => string) =>
      `(Code ${mark(12, 13, 14)}) (P ${mark(18)}) (P ${mark(15)}) (P ${mark(16, 17)})`;
    const between = { text: 'It was mended twice.', y: 270 };
    const work = await read(
      taggedPdf([...LINES, ...program(320), ...program(220), between], (mark) =>
        tree(mark).replace(/\(Table/, `${marks(mark)} (Table`),
      ),
    );
    expect(work.passages.filter(({ form }) => form === 'code').map(({ text }) => text)).toEqual([
      'if wet:\n    shut()\nopen()',
      'if wet:\n    shut()\nopen()',
    ]);
  });

  it('keeps words whole that have a ligature', async () => {
    const lines = LINES.map((line) => ({ ...line, text: line.text.replace('in twenty', 'in ~fi~fty-~fi~ve') }));
    const work = await read(taggedPdf(lines, tree));
    expect(work.passages[0]?.text).toBe('The fen was drained by hand in fifty-five years.');
  });

  it('keeps what little stands in no element', async () => {
    const work = await read(taggedPdf([...LINES, { text: 'Seen.', y: 60, isUnmarked: true }], tree));
    expect(work.passages.map(({ text }) => text)).toContain('Seen.');
    expect(work.passages.map(({ form }) => form)).toContain('table');
  });

  it('is read by its layout where much of the text stands in no element', async () => {
    const lines = LINES.map((line, i) => (i === 11 ? { ...line, isUnmarked: true as const } : line));
    const work = await read(taggedPdf(lines, (mark) => tree(mark).replace(/\(P \[<<[^\]]*MCID 11>>\]\)/, '')));
    expect(work.passages.map(({ text }) => text).join(' ')).toContain('The fen was drained by hand in twenty years.');
    expect(work.passages.map(({ heading }) => heading)).not.toContain('Notes');
  });

  it('is read by its layout where each line is a paragraph', async () => {
    const lines = ['The Fen', 'The fen was drained by', 'hand in twenty years and', 'nobody was paid for it.'].map(
      (text, i): Line => ({ text, y: i === 0 ? 800 : 760 - i * 13 }),
    );
    const work = await read(
      taggedPdf(lines, (mark) => `(Document (H1 ${mark(0)}) (P ${mark(1)}) (P ${mark(2)}) (P ${mark(3)}))`),
    );
    expect(work.passages.map(({ text }) => text)).toContain(
      'The fen was drained by hand in twenty years and nobody was paid for it.',
    );
  });
});
