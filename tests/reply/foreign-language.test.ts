import { expect, it } from 'vitest';
import { foreignLanguageNotice } from '../../src/reply/foreign-language.ts';
import { KNOWN_LANGUAGES } from '../../src/text/languages/index.ts';

it.each(KNOWN_LANGUAGES.map(({ code }) => code))(
  'a question in %s is told in its own language that it is foreign',
  (code) => {
    const english = foreignLanguageNotice('en', true);
    const notice = foreignLanguageNotice(code, true);
    expect(notice === english).toBe(code === 'en');
    expect(notice.startsWith(foreignLanguageNotice(code, false))).toBe(true);
  },
);
