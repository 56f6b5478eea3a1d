import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freeId, idFor, isId } from '../../src/material/source-id.ts';
import { anyCharacter } from '../support/characters.ts';

describe('an id', () => {
  it.each([
    ['The Danube', undefined, 'the-danube'],
    ['The Danube', 1999, 'the-danube-1999'],
    ['  CELAC & the Union — a "new" start? ', 2014, 'celac-the-union-a-new-start-2014'],
    ['Nineteen Eighty-Four: 1984', 1984, 'nineteen-eighty-four-1984'],
    ['1984', 1984, '1984'],
    ['Élan vital à la Größe, Łódź og Ærø', 2001, 'elan-vital-a-la-grosse-lodz-og-aero-2001'],
    ['Cuba’s relations', 2010, 'cubas-relations-2010'],
    ['История', 2010, 'work-2010'],
    ['歴史', undefined, 'work'],
    ['\u{1F409}', undefined, 'work'],
    ['../../etc/passwd', undefined, 'etc-passwd'],
    ['Ｆｕｌｌ ｗｉｄｔｈ', undefined, 'full-width'],
  ])('of "%s" (%s) is %s', (title, year, id) => {
    expect(idFor(title, year === undefined ? undefined : { year })).toBe(id);
  });

  it('of a long title ends with a whole word and the year', () => {
    const id = idFor('A very long account of what the river has carried past the towns on its banks', { year: 2014 });
    expect(id).toBe('a-very-long-account-of-what-the-river-has-carried-past-2014');
  });

  it('is of the right form and free, whatever the title', () => {
    const title = fc.oneof(fc.string({ unit: anyCharacter }), fc.string({ minLength: 50, maxLength: 400 }));
    fc.assert(
      fc.property(
        title,
        fc.option(fc.integer({ min: -500, max: 9999 })),
        fc.integer({ min: 0, max: 20 }),
        (text, year, used) => {
          const wanted = idFor(text, year === null ? undefined : { year });
          expect(isId(wanted)).toBe(true);
          const taken = new Set<string>();
          for (let i = 0; i <= used; i++) taken.add(freeId(wanted, (id) => taken.has(id)));
          expect(taken.size).toBe(Math.max(0, used + 1));
          expect([...taken].every(isId)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each(['', '-a', 'a-', 'a--b', 'A', 'a b', 'a/b', '..', 'é', 'a\n', 'x'.repeat(61)])('is not "%s"', (text) => {
    expect(isId(text)).toBe(false);
  });
});
