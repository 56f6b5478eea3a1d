import { describe, expect, it } from 'vitest';
import { pdfBlocks } from '../../src/intake/pdf/blocks.ts';
import { linesOfItems, type PdfLine } from '../../src/intake/pdf/lines.ts';
import { withoutOverlays } from '../../src/intake/pdf/overlays.ts';
import { pdfPieces } from '../../src/intake/pdf/paragraphs.ts';
import { withoutRunning } from '../../src/intake/pdf/running.ts';

const SIZE = 20;
const LEADING = 24;
const LETTER = 10;
const STYLE = { size: SIZE, leading: LEADING, indented: false, slides: true };

/** Lines below each other, each as long as its text; spaces before it set it in. */
const slide = (texts: readonly string[], page = 2, left = 50, top = 400): PdfLine[] =>
  texts.map((told, i) => {
    const text = told.trimStart();
    const from = left + (told.length - text.length) * LETTER;
    const place = { left: from, right: from + text.length * LETTER, y: top - i * LEADING };
    return { text, ...place, size: SIZE, page, flow: 0 };
  });

const title = (text: string, page = 2): PdfLine[] =>
  slide([text], page, 50, 460).map((line) => ({ ...line, size: SIZE * 1.5 }));

/** What stands on slides below the first one's title. */
const told = (lines: readonly PdfLine[]) =>
  pdfBlocks(pdfPieces(lines, STYLE, new Set()), STYLE).blocks.map(({ type, text }) =>
    type === 'heading' ? `# ${text}` : text,
  );

describe('a slide', () => {
  it('has lists whose bullets are drawn and no text', () => {
    expect(
      told([...title('Peat'), ...slide(['Holds carbon', 'Grows a millimetre a year', 'Burns for weeks'])]),
    ).toEqual(['# Peat', '• Holds carbon\n• Grows a millimetre a year\n• Burns for weeks']);
  });

  it('has items of several lines, and items below items', () => {
    const lines = ['A bog that is drained for', 'hay sinks', '  a hand each year', 'Wet again'];
    expect(told([...title('Peat'), ...slide(lines)])).toEqual([
      '# Peat',
      '• A bog that is drained for hay sinks\n• a hand each year\n• Wet again',
    ]);
  });

  it('leads to its list with a line that stands out', () => {
    expect(told([...title('Peat'), ...slide(['Uses', '  Fuel', '  Garden earth', '  Whisky'])])).toEqual([
      '# Peat',
      'Uses\n• Fuel\n• Garden earth\n• Whisky',
    ]);
  });

  it('keeps the lines of a paragraph together, and sentences as paragraphs', () => {
    const lines = ['Peat is what is left of moss that', 'Finns call rahka.', 'It is wet.'];
    expect(told([...title('Peat'), ...slide(lines)])).toEqual([
      '# Peat',
      'Peat is what is left of moss that Finns call rahka.',
      'It is wet.',
    ]);
  });

  it('has paragraphs besides its list, where its bullets are known', () => {
    const lines = ['Uses are', 'Fuel and', 'earth', 'Rule', 'Never burn a bog'];
    const [lead, ...others] = slide(lines).map((line, i) => (i > 2 ? { ...line, left: 20 } : line));
    const [item, rest, ...below] = others;
    if (!lead || !item || !rest) throw new Error('no lines');
    const known = [{ ...lead, hasBullet: true as const }, { ...item, hasBullet: true as const }, rest, ...below];
    expect(told([...title('Peat'), ...known])).toEqual([
      '# Peat',
      '• Uses are\n• Fuel and earth',
      'Rule',
      'Never burn a bog',
    ]);
  });

  it('keeps a program as it is set', () => {
    const code = slide(['for sod in bog:', '    dry(sod)']).map((line) => ({ ...line, isEven: true as const }));
    const rest = slide(['The sods are dried one by one.'], 2, 50, 300);
    const more = slide(['They shrink.', 'Then they are burnt.'], 3);
    const { blocks } = pdfBlocks(pdfPieces([...title('Peat'), ...code, ...rest, ...more], STYLE, new Set()), STYLE);
    expect(blocks[1]).toMatchObject({ kind: 'code', text: 'for sod in bog:\n    dry(sod)' });
  });

  const item = (text: string, x: number, y: number, size: number) => ({ text, x, y, size, width: text.length * 8 });

  // From four rows on the white before the text could be taken for a gutter.
  it.each([
    ['three', ['Cut', 'Dry', 'Burn']],
    ['four', ['Cut', 'Dry', 'Burn', 'Sell']],
    ['those with an article', ['A man cuts', 'A woman dries', 'A child counts']],
  ])('has numbers that are set small as the numbers of its items: %s', (_, texts) => {
    const items = texts.flatMap((text, i) => [
      item(String(i + 1), 48, 404 - i * LEADING, SIZE / 2),
      item(`${text} the sods`, 72, 400 - i * LEADING, SIZE),
    ]);
    expect(told([...title('Peat'), ...linesOfItems(items, 2)])).toEqual([
      '# Peat',
      texts.map((text, i) => `${i + 1}. ${text} the sods`).join('\n'),
    ]);
  });

  it('has its notes with their numbers, however high these stand', () => {
    const items = [
      item('Peat is moss.', 50, 400, SIZE),
      item('1', 50, 109, SIZE / 2),
      item('From Finland.', 59, 100, SIZE),
    ];
    expect(linesOfItems(items, 2).map(({ text }) => text)).toEqual(['Peat is moss.', '1 From Finland.']);
  });

  it('has the rows of a table together, though more room is left between them', () => {
    const rows = [...slide(['Peat | 40'], 2, 50, 400), ...slide(['Moss | 12'], 2, 50, 340)];
    const text = slide(['Both are wet.'], 2, 50, 260);
    expect(told([...title('Yields'), ...rows, ...text])).toEqual(['# Yields', 'Peat | 40\nMoss | 12', 'Both are wet.']);
  });
});

describe('slides', () => {
  const outline = (page: number) => slide(['Moss', 'Peat', 'Coal'], page, 5, 380);
  const kept = (pages: readonly PdfLine[][]) =>
    withoutRunning(pages, true).pages.map((page) => page.map(({ text }) => text));

  it('are read without the outline that stands beside each', () => {
    const said = ['How moss grows', 'How peat lies', 'How coal burns', 'Why it matters', 'What to do'];
    const pages = said.map((text, i) => [...slide([text], i + 1), ...outline(i + 1)]);
    expect(kept(pages)).toEqual(said.map((text) => [text]));
  });

  it('keep a year that is the last word of a line, and no number of their own', () => {
    const pages = [
      slide(['Cut by hand', 'with spades in', '1890'], 1, 50, 60),
      [...slide(['• Dried in sheds', '• Last sold in'], 2, 50, 90), ...slide(['1901'], 2, 70, 90 - 2 * LEADING)],
      [...slide(['Burnt for weeks', 'in open fires'], 3, 50, 400), ...slide(['3'], 3, 500, 5)],
    ];
    expect(kept(pages).map((page) => page.at(-1))).toEqual(['1890', '1901', 'in open fires']);
  });

  it('keep what is shown line by line', () => {
    const shown = ['Moss is wet', 'Peat is old', 'Coal is hard', 'Gas is light', 'Oil is both', 'Ash is left'];
    const pages = shown.map((_, i) => slide(shown.slice(0, i + 1), i + 1));
    expect(kept(pages).at(-1)).toContain('Coal is hard');
  });

  it('keep the heading that several of them have, and no names of parts in small type', () => {
    const said = ['Wet moss', 'Old peat', 'Hard coal', 'Light gas', 'Both oil', 'Left ash'];
    const part = (page: number) =>
      slide([page < 4 ? 'Ground' : 'Fuel'], page, 300, 490).map((line) => ({ ...line, size: SIZE / 2 }));
    const pages = said.map((text, i) => [
      ...part(i + 1),
      ...title(i % 2 ? 'Results' : `Part ${text}`, i + 1),
      ...slide([text, 'Much else'], i + 1),
    ]);
    expect(kept(pages).map(([first]) => first)).toEqual(said.map((text, i) => (i % 2 ? 'Results' : `Part ${text}`)));
  });

  it('that are shown line by line are one, with all the lines', () => {
    const steps = [1, 2, 3].map((lines) => slide(['Moss', 'Peat', 'Coal'].slice(0, lines), lines));
    const numbered = steps.map((lines, i) => [...lines, ...slide([`${i + 1}`], i + 1, 500, 20)]);
    const { pages, repeated } = withoutOverlays([...numbered, slide(['Ash'], 4)]);
    expect(pages.map((page) => page.map(({ text }) => text))).toEqual([['Moss', 'Peat', 'Coal', '3'], ['Ash']]);
    expect(repeated).toHaveLength(5);
  });

  it('that are shown again are left out, and not those that say the same elsewhere on the slide', () => {
    const outline = (page: number, top = 400) => slide(['Moss', 'Peat'], page, 50, top);
    const { pages } = withoutOverlays([outline(1), slide(['Wet'], 2), outline(3), outline(4, 300)]);
    expect(pages.map(([first]) => first?.page)).toEqual([1, 2, 4]);
  });

  it('are left out where they stand in small on the page of their notes', () => {
    const whole = slide(['Moss', 'Peat', 'Coal'], 1);
    const small = whole.map(({ left, right, y, ...line }) => ({
      ...{ ...line, page: 2, size: line.size / 4, left: 300 + left / 4, right: 300 + right / 4, y: 300 + y / 4 },
    }));
    const notes = slide(['Show the peat.', 'Peat'], 2, 50, 200);
    const { pages, repeated } = withoutOverlays([whole, [...small, ...notes], slide(['Ash'], 3)]);
    expect(pages.map((page) => page.map(({ text }) => text))).toEqual([
      ['Moss', 'Peat', 'Coal'],
      ['Show the peat.', 'Peat'],
      ['Ash'],
    ]);
    expect(repeated).toHaveLength(3);
  });
});
