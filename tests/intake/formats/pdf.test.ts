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
