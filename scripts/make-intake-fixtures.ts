import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { docx, para, table } from './intake-fixtures/docx.ts';
import { encryptedPdf, Pdf } from './intake-fixtures/pdf.ts';
import { scienceDocx } from './intake-fixtures/science-docx.ts';
import { CASKS, FENCES, KITES, MOTHS, STAND, TOWER } from './intake-fixtures/texts.ts';

/** Makes the binary inputs below tests/fixtures/intake anew; their expected.json are written by hand. */
const FOLDER = join(import.meta.dirname, '..', '..', 'tests', 'fixtures', 'intake');

const LEFT = 72;
const TOP = 760;

async function cleanPdf(): Promise<Uint8Array> {
  const pdf = await Pdf.create({ title: 'The Moths of Tarn', author: 'Odile Brand; Pell Arnost' });
  pdf.line('The Moths of Tarn', { x: LEFT, y: TOP, size: 22, bold: true });
  pdf.line('By Odile Brand and Pell Arnost', { x: LEFT, y: TOP - 30, size: 11 });
  pdf.line('7 September 2012', { x: LEFT, y: TOP - 46, size: 11 });
  let y = TOP - 80;
  const set = { x: LEFT, size: 11, width: 440, leading: 14 };
  y = pdf.paragraph(MOTHS.first, { ...set, y }) - 10;
  y = pdf.paragraph(MOTHS.second, { ...set, y }) - 16;
  pdf.line('The lamp', { x: LEFT, y, size: 15, bold: true });
  y = pdf.paragraph(MOTHS.third, { ...set, y: y - 22 }) - 10;
  pdf.box(LEFT, y - 60, 200, 60);
  pdf.line('Figure 1. The lamp on the roof of the school.', { x: LEFT, y: y - 76, size: 9 });
  y = pdf.paragraph('Three things were written down each night:', { ...set, y: y - 104 });
  for (const item of ['the hour', 'the wind', 'the moths']) {
    pdf.line(`• ${item}`, { x: LEFT + 18, y, size: 11 });
    y -= 14;
  }
  pdf.paragraph(MOTHS.last, { ...set, y: y - 10 });
  return pdf.save();
}

/** A print-out of a word processor: junk properties, running heads and feet, words broken at line ends and at a page's. */
async function printOutPdf(): Promise<Uint8Array> {
  const pdf = await Pdf.create({ title: 'Microsoft Word - casks_final2.doc', author: 'user' });
  const set = { x: LEFT, size: 12, width: 300, leading: 15 };
  const wrapped = CASKS.map((text) => pdf.wrap(text, set));
  const pages = [wrapped.slice(0, 2), wrapped.slice(2, 3), wrapped.slice(3)];
  const [first = [], second = [], third = []] = pages.map((paragraphs) =>
    paragraphs.flatMap((lines) => [...lines, '']),
  );
  // The middle paragraph runs over both page ends.
  const sheets = [[...first, ...second.slice(0, 3)], second.slice(3, 7), [...second.slice(7), ...third]];
  for (const [i, lines] of sheets.entries()) {
    if (i > 0) pdf.newPage();
    pdf.line('Casks of the Upper Valley', { x: LEFT, y: 800, size: 9 });
    pdf.line(`Page ${i + 1} of 3`, { x: 260, y: 40, size: 9 });
    let y = TOP;
    if (i === 0) {
      pdf.line('Casks of the Upper Valley', { x: LEFT, y, size: 18, bold: true });
      y -= 36;
    }
    for (const line of lines) {
      if (line !== '') pdf.line(line, { ...set, y });
      y -= line === '' ? 9 : 15;
    }
  }
  return pdf.save();
}

/** A page of a journal: title and summary across, two columns below, paragraphs that begin with an indent. */
async function twoColumnPdf(): Promise<Uint8Array> {
  const pdf = await Pdf.create();
  pdf.line('On the Behaviour of Kites in Still Air', { x: LEFT, y: TOP, size: 20, bold: true });
  pdf.paragraph(KITES.summary, { x: LEFT, y: TOP - 40, size: 10, width: 450, leading: 13 });
  const column = { size: 10, width: 210, leading: 12, indent: 12 };
  let y = TOP - 110;
  for (const text of KITES.left) y = pdf.paragraph(text, { ...column, x: LEFT, y });
  y = TOP - 110;
  const [rest = '', ...others] = KITES.right;
  y = pdf.paragraph(rest, { ...column, x: LEFT + 240, y, indent: 0 });
  for (const text of others) y = pdf.paragraph(text, { ...column, x: LEFT + 240, y });
  return pdf.save();
}

/** Slides, the last of them stored on its side; a footer in three parts. */
async function slidesPdf(): Promise<Uint8Array> {
  const pdf = await Pdf.create({ title: 'Ropes and Knots' });
  pdf.newSlide();
  pdf.dropFirst();
  for (const [i, [title, ...points]] of SLIDES.entries()) {
    if (i > 0) pdf.newSlide(i === SLIDES.length - 1);
    const line = (text: string, x: number, y: number, size: number) =>
      i > 0 && i === SLIDES.length - 1 ? pdf.turnedLine(text, { x, y, size }) : pdf.line(text, { x, y, size });
    line(title, 50, 330, 32);
    for (const [row, point] of points.entries()) line(`• ${point}`, 70, 260 - row * 36, 20);
    line('Ada Vermeer', 50, 20, 10);
    line('Ropes and Knots', 300, 20, 10);
    line(String(i + 1), 660, 20, 10);
  }
  return pdf.save();
}

const SLIDES: readonly (readonly [title: string, ...points: string[]])[] = [
  ['Why knots hold', 'Friction grows with each turn', 'A load tightens them'],
  ['Why knots slip', 'Wet nylon', 'Sudden slack', 'Too short an end'],
  ['What to tie first', 'The bowline', 'The clove hitch'],
];

/** Three columns with a gutter hardly wider than a space. */
async function narrowColumnsPdf(): Promise<Uint8Array> {
  const pdf = await Pdf.create();
  for (const [i, text] of [TOWER, CASKS, FENCES]
    .map((texts) => Object.values(texts).flat().join(' ').slice(0, 320))
    .entries())
    pdf.paragraph(`${text.slice(0, text.lastIndexOf(' '))} end.`, {
      x: 60 + i * 166,
      y: TOP,
      size: 10,
      width: 156,
      leading: 12,
    });
  return pdf.save();
}

/** Exponents, an index and a note's sign in raised and lowered small type; a report's large figures. */
async function figuresPdf(): Promise<Uint8Array> {
  const pdf = await Pdf.create();
  let x = LEFT;
  const set = (text: string, size = 11, rise = 0) => {
    pdf.line(text, { x, y: TOP + rise, size });
    x += pdf.widthOf(text, size);
  };
  set('A drop holds 10');
  set('21', 7, 4);
  set(' parts of H');
  set('2', 7, -2);
  set('O on 3 mm');
  set('2', 7, 4);
  set(' of glass');
  set('1', 7, 4);
  set(' and dries within the hour.');
  pdf.line('61,300', { x: LEFT, y: TOP - 60, size: 26 });
  pdf.line('Drops in a night', { x: LEFT, y: TOP - 80, size: 11 });
  pdf.paragraph(MOTHS.first, { x: LEFT, y: TOP - 120, size: 11, width: 440, leading: 14 });
  return pdf.save();
}

/** A preface on a page numbered in Roman figures, and a numbered list of short lines on the first page of the text. */
async function labelsPdf(): Promise<Uint8Array> {
  const pdf = await Pdf.create({ title: 'The Moths of Tarn' });
  const set = { x: LEFT, y: TOP, size: 11, width: 440, leading: 14 };
  pdf.paragraph(MOTHS.first, set);
  pdf.newPage();
  const y = pdf.paragraph(MOTHS.second, set);
  for (const [i, item] of ['Light the lamp', 'Wait an hour', 'Count the moths'].entries())
    pdf.line(`${i + 1}. ${item}`, { x: LEFT, y: y - 10 - i * 14, size: 11 });
  pdf.labelPages(1);
  return pdf.save();
}

/** A text whose font does not say what its signs mean. */
async function garbledPdf(): Promise<Uint8Array> {
  const pdf = await Pdf.create();
  const garbled = MOTHS.first.replace(/[a-z]/g, (letter) => '!#%&()*+:;<=>?@[]^{}~$'[letter.charCodeAt(0) % 22] ?? '!');
  pdf.paragraph(garbled, { x: LEFT, y: TOP, size: 11, width: 440, leading: 14 });
  return pdf.save();
}

/** A book: first-line indents and no gaps, a chapter's heading, numbers at the foot, a paragraph over the page's end. */
async function bookPdf(): Promise<Uint8Array> {
  const pdf = await Pdf.create({ title: 'untitled' });
  const set = { x: 90, size: 11, width: 330, leading: 13.5, indent: 16 };
  pdf.line('CHAPTER ONE', { x: 210, y: TOP, size: 14 });
  pdf.line('The Tower', { x: 220, y: TOP - 24, size: 16, bold: true });
  let y = TOP - 60;
  for (const text of TOWER.first) y = pdf.paragraph(text, { ...set, y });
  pdf.line('7', { x: 250, y: 50, size: 10 });
  pdf.newPage();
  pdf.line('The Tower', { x: 220, y: 800, size: 9 });
  y = TOP;
  y = pdf.paragraph(TOWER.carriedOver, { ...set, y, indent: 0 });
  for (const text of TOWER.second) y = pdf.paragraph(text, { ...set, y });
  pdf.line('8', { x: 250, y: 50, size: 10 });
  return pdf.save();
}

async function tablePdf(): Promise<Uint8Array> {
  const pdf = await Pdf.create({ title: 'Fences Counted', author: 'Hedge Society' });
  pdf.line('Fences Counted', { x: LEFT, y: TOP, size: 18 });
  let y = pdf.paragraph(FENCES.before, { x: LEFT, y: TOP - 34, size: 11, width: 430, leading: 14 }) - 14;
  pdf.line('Table 1: Fences by kind', { x: LEFT, y, size: 11 });
  y -= 22;
  for (const cells of FENCES.table) {
    for (const [i, cell] of cells.entries()) pdf.line(cell, { x: LEFT + i * 120, y, size: 11 });
    y -= 14;
  }
  pdf.paragraph(FENCES.after, { x: LEFT, y: y - 14, size: 11, width: 430, leading: 14 });
  return pdf.save();
}

/** Footnotes at the foot of both pages, their signs in the text, and a paragraph that goes on above the second. */
async function footnotePdf(): Promise<Uint8Array> {
  const pdf = await Pdf.create({ title: 'A Short History of the Umbrella Stand' });
  const set = { x: LEFT, size: 11, width: 430, leading: 14 };
  pdf.line('A Short History of the Umbrella Stand', { x: LEFT, y: TOP, size: 17 });
  pdf.line('Nobody needed one before 1790.', { ...set, y: TOP - 40 });
  pdf.line('1', { x: LEFT + 151, y: TOP - 36, size: 7 });
  pdf.paragraph(STAND.first, { ...set, y: TOP - 64 });
  pdf.paragraph(STAND.notes[0], { ...set, y: 90, size: 8.5, leading: 11 });
  pdf.newPage();
  const y = pdf.paragraph(STAND.rest, { ...set, y: TOP });
  pdf.paragraph(STAND.last, { ...set, y: y - 10 });
  pdf.paragraph(STAND.notes[1], { ...set, y: 90, size: 8.5, leading: 11 });
  return pdf.save();
}

async function scannedPdf(): Promise<Uint8Array> {
  const pdf = await Pdf.create({ title: 'scan0001' });
  pdf.box(50, 50, 400, 600);
  pdf.newPage();
  pdf.box(50, 50, 400, 600);
  return pdf.save();
}

function cleanDocx(): Uint8Array {
  const body = [
    para('The Night Post of Harrow', 'Title'),
    para(
      'Before the railway, letters crossed the Harrow plain at night, when the wind was low. The riders were girls of fourteen and fifteen, because a horse that carries less stumbles less.',
    ),
    para('The route', 'heading 1'),
    para('A rider changed horses at three places:'),
    para('the chapel', undefined, 'bullet'),
    para('the dry well', undefined, 'bullet'),
    para('the house of the deaf widow', undefined, 'bullet'),
    para('Nobody was allowed to stop for longer than it takes to say a short prayer.'),
    para('A saddle of the night post, in the museum of Low Kerrin', 'caption'),
    para('What it cost', 'heading 1'),
    table([
      ['Letter', 'Pence'],
      ['Within the plain', '2'],
      ['To the coast', '5'],
    ]),
    para('A letter that came late was free. In eleven years that happened twice.'),
  ];
  return docx(body.join(''), {
    'dc:title': 'The Night Post of Harrow',
    'dc:creator': 'Vera Tidewell',
    'dcterms:created': '2020-01-01T00:00:00Z',
  });
}

/** As many people type: no styles, empty paragraphs for space, line breaks for paragraphs, soft hyphens, junk properties. */
function dirtyDocx(): Uint8Array {
  const body = [
    para(''),
    para('The Last Ice Merchant', 'heading 1'),
    para('By Cass Orme'),
    para(''),
    para(
      'Ice was cut from the Tarn every Janu\u00adary until 1938 and kept un\u00adder straw.\n\nThe merchant, a Mr. Pym, sold it from door to door.',
    ),
    para('   '),
    para('He whistled.'),
    para('* * *'),
    para('Photo: Mr. Pym and his horse, about 1930'),
    para('When the first refrigerator came to the village,\u00a0he carried it up the stairs himself.'),
  ];
  return docx(body.join(''), { 'dc:title': 'Document1', 'dc:creator': 'Windows User' });
}

function put(path: string, bytes: Uint8Array): void {
  const file = join(FOLDER, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}

put('pdf-clean/input.pdf', await cleanPdf());
put('pdf-print-out/input.pdf', await printOutPdf());
put('pdf-two-columns/input.pdf', await twoColumnPdf());
put('pdf-book/input.pdf', await bookPdf());
put('pdf-table/input.pdf', await tablePdf());
put('pdf-footnotes/input.pdf', await footnotePdf());
put('pdf-scanned/input.pdf', await scannedPdf());
put('pdf-slides/input.pdf', await slidesPdf());
put('pdf-narrow-columns/input.pdf', await narrowColumnsPdf());
put('pdf-figures/input.pdf', await figuresPdf());
put('pdf-labels/input.pdf', await labelsPdf());
put('pdf-garbled/input.pdf', await garbledPdf());
put('pdf-encrypted/input.pdf', encryptedPdf());
put('docx-clean/input.docx', cleanDocx());
put('docx-dirty/input.docx', dirtyDocx());
put('docx-science/input.docx', scienceDocx());
put(
  'docx-called-text/input.txt',
  docx(para('A document by another name is still a document.') + para('It has two paragraphs.')),
);
put('docx-truncated/input.docx', cleanDocx().subarray(0, 1500));
put('pdf-truncated/input.pdf', (await bookPdf()).subarray(0, 300));
