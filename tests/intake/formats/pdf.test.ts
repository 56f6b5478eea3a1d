import { PDFDocument, StandardFonts } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { passagesOf, workOf } from './reading.ts';

const TEXT = ['The chain of the ferry was laid in 1811, and it was', 'lifted when the bridge was opened.'];

async function printed(title: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.setTitle(title);
  const font = await document.embedFont(StandardFonts.TimesRoman);
  const page = document.addPage([595, 842]);
  page.drawText('Chains and Ferries', { x: 60, y: 760, size: 20, font });
  for (const [i, line] of TEXT.entries()) page.drawText(line, { x: 60, y: 720 - i * 13, size: 11, font });
  return document.save();
}

describe('the title that a PDF prints', () => {
  it('is a heading where the file calls the work something else, and otherwise its title alone', async () => {
    const other = await workOf('a.pdf', await printed('Term 2 handout'));
    expect(other.about.title).toBe('Term 2 handout');
    expect(passagesOf(other)).toEqual([[expect.any(String), 'Chains and Ferries', TEXT.join(' ')]]);
    const same = await workOf('a.pdf', await printed('Chains and ferries'));
    expect(passagesOf(same).map(([, heading]) => heading)).toEqual(['']);
  });
});

describe('a sentence in large type', () => {
  it('is no heading', async () => {
    const document = await PDFDocument.create();
    const font = await document.embedFont(StandardFonts.TimesRoman);
    const page = document.addPage([595, 842]);
    const draw = (text: string, y: number, size: number) => page.drawText(text, { x: 60, y, size, font });
    draw('Chains and Ferries', 780, 24);
    draw('Crossing', 730, 16);
    for (const [i, line] of TEXT.entries()) draw(line, 700 - i * 13, 11);
    draw('Nobody has crossed the river on foot since then.', 650, 16);
    for (const [i, line] of TEXT.entries()) draw(line, 620 - i * 13, 11);
    const passages = passagesOf(await workOf('a.pdf', await document.save()));
    expect(passages.map(([, heading, text]) => [heading, text])).toEqual([
      ['Crossing', TEXT.join(' ')],
      ['Crossing', 'Nobody has crossed the river on foot since then.'],
      ['Crossing', TEXT.join(' ')],
    ]);
  });
});

describe('the bullets of slides', () => {
  it('are found where they are drawn: what has none is a paragraph', async () => {
    const document = await PDFDocument.create();
    const font = await document.embedFont(StandardFonts.Helvetica);
    for (const name of ['Moss', 'Peat', 'Coal']) {
      const page = document.addPage([720, 405]);
      const line = (text: string, x: number, y: number, size = 20) => page.drawText(text, { x, y, size, font });
      line(name, 50, 350, 32);
      for (const [i, text] of ['Is it wet?', 'Is it old?', 'What is it for?'].entries()) {
        page.drawEllipse({ x: 60, y: 296 - i * 30, xScale: 4, yScale: 4 });
        line(text, 80, 290 - i * 30);
      }
      line('Rule', 50, 190);
      line(`${name} burns when it is dry`, 50, 160);
      page.drawRectangle({ x: 300, y: 20, width: 100, height: 60 });
    }
    const work = await workOf('talk.pdf', await document.save());
    const [first] = passagesOf(work);
    expect(first).toEqual(['[1 slide 1 list]', '', '• Is it wet?\n• Is it old?\n• What is it for?']);
    expect(work.passages.map(({ text }) => text)).toContain('Peat burns when it is dry');
  });
});

describe('the bullets of pages', () => {
  it('are found where they are those of a list; a shape alone, or before a heading, is none', async () => {
    const document = await PDFDocument.create();
    document.setTitle('Chains and Ferries');
    const font = await document.embedFont(StandardFonts.TimesRoman);
    const page = document.addPage([595, 842]);
    const line = (text: string, x: number, y: number) => page.drawText(text, { x, y, size: 11, font });
    for (const [i, text] of TEXT.entries()) line(text, 60, 760 - i * 13);
    for (const [i, text] of ['It was greased', 'It was painted'].entries()) {
      page.drawEllipse({ x: 80, y: 727 - i * 13, xScale: 2, yScale: 2 });
      line(text, 90, 724 - i * 13);
    }
    line('The keeper lived beside it, and he rang a bell for those', 60, 698);
    line('who came at night.', 60, 685);
    page.drawRectangle({ x: 78, y: 652, width: 7, height: 7 });
    line('Nobody remembers his name, but the bell still hangs there.', 90, 652);
    for (const [i, text] of ['The bell', 'The chain'].entries()) {
      page.drawRectangle({ x: 60, y: 600 - i * 60, width: 7, height: 7 });
      line(text, 72, 600 - i * 60);
      line('It was cast in the town where the two rivers meet, they say.', 60, 580 - i * 60);
    }
    const told = 'It was cast in the town where the two rivers meet, they say.';
    const work = await workOf('a.pdf', await document.save());
    expect(passagesOf(work).map(([, heading, text]) => [heading, text])).toEqual([
      ['', TEXT.join(' ')],
      ['', '• It was greased\n• It was painted'],
      ['', 'The keeper lived beside it, and he rang a bell for those who came at night.'],
      ['', 'Nobody remembers his name, but the bell still hangs there.'],
      ['The bell', told],
      ['The chain', told],
    ]);
  });
});
