import { describe, expect, it } from 'vitest';
import { languageOf } from '../../src/text/languages/index.ts';
import { splitSentences } from '../../src/text/sentences.ts';

const sentencesOf = (code: string, text: string) =>
  splitSentences(text, languageOf(code)).map(([from, to]) => text.slice(from, to));

describe('sentences', () => {
  it('go on behind the full stop of a German ordinal, and end behind other numbers', () => {
    const dated = 'Am 1. April 1790 begann der Bau im 18. Jahrhundert.';
    expect(sentencesOf('de', `${dated} Es war Jahrgang 12. Danach ruhte er.`)).toEqual([
      dated,
      'Es war Jahrgang 12.',
      'Danach ruhte er.',
    ]);
    expect(sentencesOf('de', 'Das war 1790. April und Mai vergingen.')).toHaveLength(2);
    expect(sentencesOf('en', 'They had 12. April came.')).toHaveLength(2);
  });

  it.each([
    ['de', 'Er baute z. B. Mühlen bzw. Brücken, u. a. in St. Gallen, d. h. am Fluss.'],
    ['de', 'Laut Dr. Orlo (vgl. Nr. 4, S. 12) kostete es ca. 3 Mio. Mark.'],
    ['de', 'Nach Art. 5 und Abs. 2 gilt es seit dem 3. Jan. 1950.'],
    ['de', 'Sie stammt aus dem 12. Jh. v. Chr. Athens.'],
    ['es', 'El Sr. Vidal vivió en EE. UU., p. ej. en St. Paul, según el art. 5 y la pág. 12.'],
    ['es', '«Dr. Orlo», dijo la Sra. Vidal.'],
    ['fr', 'M. Dupont, p. ex. à St. Malo, cite l’art. 5 et le vol. 2 de 52 av. J.-C. Rome comprise.'],
    ['pt', 'O Sr. Vidal, p. ex. no séc. XX, citou o art. 5 e a Profa. Lima.'],
    ['ru', 'В 1990–1995 гг. Россия, т. е. РФ, и др. страны, и т. д., открыли школу им. Орлова на ул. Мира.'],
    ['ru', 'На рис. 3 и стр. 12 видно, т. к. проф. Орлов так решил в 1990 г. Россию упоминает и он.'],
  ])('go on behind abbreviations, in %s: %s', (code, text) => {
    expect(sentencesOf(code, text)).toEqual([text]);
  });

  it.each([
    ['de', 'Das ist eine neue Art.', 'Die alte ist das Min.', 'Max. gibt es nicht usw.', 'Er ging.'],
    ['es', 'Había pan, vino, etc.', 'Luego llovió.'],
    ['fr', 'Il aime l’art.', 'Le vol.', 'Elle dit no.', 'Il part.'],
    ['pt', 'Ele viu o mar.', 'Depois choveu.'],
    ['ru', 'Там жили поэты и др.', 'Позже они уехали, купив рис.', 'Он ждал.'],
  ])(
    'end behind words that are abbreviations only ahead of a number or a small letter, in %s',
    (code, ...sentences) => {
      expect(sentencesOf(code, sentences.join(' '))).toEqual(sentences);
    },
  );

  it('end behind a single letter that hangs on a word', () => {
    expect(sentencesOf('en', "It was John's. He didn’t. Then J. Orlo did.")).toEqual([
      "It was John's.",
      'He didn’t.',
      'Then J. Orlo did.',
    ]);
  });

  it('end at marks before white space and at line breaks, and not at marks inside', () => {
    expect(sentencesOf('en', 'One… two.” Three?! Four\n \nFive .5 six...seven')).toEqual([
      'One…',
      'two.”',
      'Three?!',
      'Four',
      'Five .5 six...seven',
    ]);
  });

  it.each([
    ['橋は古い。「水車もある。」川は深い！', 3],
    ['पुल पुराना है। चक्की भी पुरानी है। कब बना?', 3],
    ['متى بني الجسر؟ بني قديما.', 2],
    ['ស្ពានចាស់។ ទឹកជ្រៅ។', 2],
  ])('end at the marks of other scripts: %s', (text, count) => {
    expect(sentencesOf('und', text)).toHaveLength(count);
  });

  it.each(['.', ' ', '\n', '."', '. '])('are found in one pass over a row of %j: another takes minutes', (mark) => {
    const row = mark.repeat(200_000 / mark.length);
    expect(sentencesOf('en', `Begin${row}end`).join('')).toContain('end');
  });
});
