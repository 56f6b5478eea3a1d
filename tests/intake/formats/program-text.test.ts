import { describe, expect, it } from 'vitest';
import { isProgramText } from '../../../src/intake/detect/prose.ts';
import { problemOf } from './reading.ts';

const compound = (stream: string): Uint8Array =>
  new Uint8Array([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...new Uint8Array(600),
    ...Buffer.from(stream, 'utf16le'),
  ]);

describe('what is no text to read', () => {
  it.each([
    ['data.txt', `{"mill": "upper", "stones": [2, 3]}`],
    ['log.txt', '{"at": 1, "said": "up"}\n{"at": 2, "said": "down"}\n{"at": 3}\n'],
    ['figures.txt', '17.25 18.50 19.75 0.001 42\n'.repeat(40)],
    ['program.txt', 'const x = f(1);\nif (x) {\n  g(x);\n  h(x, 2);\n}\nreturn x;\n'.repeat(10)],
    ['small.txt', `!function(){${'var a=b(c[d]);e.f=g||h;'.repeat(300)}}()`],
    ['feed.txt', '<?xml version="1.0"?><rss><channel><title>Mills</title></channel></rss>'],
    ['script.py', 'print("The mill turns.")\n'],
    ['data.json', '{"mill": 1}'],
    ['book.aux', '\\relax\n\\newlabel{mill}{{1}{2}}\n'],
    ['aux.txt', '\\relax\n'.padEnd(400, '\\newlabel{mill}{{1}{2}}\n')],
    ['works.bib', '@book{oru, title = {On mills}}'],
    ['bib.txt', '@book{oru,\n  title = {On mills},\n  author = {Oru, A.},\n  year = {1901},\n}\n'.repeat(5)],
  ])('is refused with the way out: %s', async (name, text) => {
    expect(await problemOf(name, text)).toBe('noProse');
  });

  it.each([
    'The mill turns; it has two stones.\nThe leat is four hundred paces long;\nit is cleaned each spring.\n'.repeat(10),
    '水車は川の水で回る。石臼は二つある。'.repeat(200),
    'In 1790 there were 12 mills, in 1802 15, in 1830 42.\n'.repeat(10),
    '{Note to the reader} The braces are the printer’s.',
    '[1] A. Oru, On mills, 1901.\n[2] B. Tal, On leats, 1903.\n',
  ])('is not prose that has figures, signs or no spaces', (text) => {
    expect(isProgramText(text)).toBe(false);
  });

  it.each([
    ['old.doc', 'WordDocument', 'oldDoc'],
    ['old.ppt', 'PowerPoint Document', 'oldPpt'],
    ['old.xls', 'Workbook', 'oldXls'],
    ['locked.docx', 'EncryptedPackage', 'encrypted'],
    ['thumbs.db', 'Catalog', 'unknownFormat'],
  ])('is an old Office file: %s', async (name, stream, problem) => {
    expect(await problemOf(name, compound(stream))).toBe(problem);
  });
});
