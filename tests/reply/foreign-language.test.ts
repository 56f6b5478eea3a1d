import { expect, it } from 'vitest';
import { foreignLanguageNotice } from '../../src/reply/foreign-language.ts';
import { KNOWN_LANGUAGES } from '../../src/text/languages/index.ts';

it.each(KNOWN_LANGUAGES.map(({ code }) => code))(
  'a question in %s is told in its own language that it is foreign',
  (code) => {
    const english = foreignLanguageNotice('en', { hasFound: true });
    const notice = foreignLanguageNotice(code, { hasFound: true });
    expect(notice === english).toBe(code === 'en');
    expect(notice.startsWith(foreignLanguageNotice(code, { hasFound: false }))).toBe(true);
  },
);

it.each([
  ['en', ['es'], 'I search in another language here: Spanish.'],
  ['es', ['en'], 'Aquí busco en otro idioma: inglés.'],
  ['de', ['en', 'ru'], 'Ich suche hier in einer anderen Sprache: Englisch und Russisch.'],
  ['zh', ['en'], '这里用另一种语言搜索: 英语。'],
  ['th', ['en'], 'ที่นี่ค้นหาในภาษาอื่น: อังกฤษ'],
  ['en', ['und'], 'I search in another language here.'],
  ['en', ['es', 'fr', 'de', 'it'], 'I search in another language here.'],
])('names the languages that are searched (%s: %s)', (code, searched, notice) => {
  expect(foreignLanguageNotice(code, { searched, hasFound: false })).toBe(notice);
});
