import { describe, expect, it } from 'vitest';
import { ENGLISH_CITATIONS, formatPlace } from '../../src/material/cite.ts';
import { placeMark, readPlaceMark } from '../../src/material/places.ts';

describe('the place of a passage', () => {
  it.each([
    [{ paragraph: 3 }, '[3]', '¶ 3'],
    [{ paragraph: 12, part: 2, page: 4 }, '[12.2 p. 4]', '¶ 12 (2), p. 4'],
    [{ paragraph: 1, page: 3, role: 'caption' }, '[caption 1 p. 3]', 'caption 1, p. 3'],
    [{ paragraph: 5, page: 12, pageLabel: 'xii' }, '[5 p. 12 (xii)]', '¶ 5, p. xii'],
    [{ paragraph: 3, page: 4, isSlide: true }, '[3 slide 4]', '¶ 3, slide 4'],
    [{ paragraph: 2, seconds: 760 }, '[2 at 12:40]', '¶ 2, at 12:40'],
    [{ paragraph: 2, seconds: 3727 }, '[2 at 1:02:07]', '¶ 2, at 1:02:07'],
    [{ paragraph: 7, page: 2, form: 'table' }, '[7 p. 2 table]', '¶ 7, p. 2'],
  ] as const)('%j is marked %s and cited %s', (place, mark, cited) => {
    expect(placeMark(place)).toBe(mark);
    expect(readPlaceMark(`${mark} Text`)).toEqual({ place, length: mark.length + 1 });
    expect(formatPlace(place, ENGLISH_CITATIONS)).toBe(cited);
  });

  it.each(['[3 p. 4 (a b)] x', '[3 poem] x', '[3 at noon] x', '[0] x', '[3]'])('is not read from %j', (text) => {
    expect(readPlaceMark(text)).toBeUndefined();
  });
});
