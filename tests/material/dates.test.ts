import { describe, expect, it } from 'vitest';
import { isoDate, parseDate } from '../../src/material/dates.ts';

describe('a date', () => {
  it.each([
    ['2014-04-30', '2014-04-30'],
    ['2014-04-30T08:15:00+02:00', '2014-04-30'],
    ['2014/04', '2014-04'],
    ['2014', '2014'],
    ['30 April 2014', '2014-04-30'],
    ['Wednesday, 29 May 2013', '2013-05-29'],
    ['Wed, May 29th, 2013, 10:30 pm', '2013-05-29'],
    ['Sept. 3, 2001', '2001-09-03'],
    ['May 2013', '2013-05'],
    ['30.4.2014', '2014-04-30'],
    ['3 de mayo de 2024', '2024-05-03'],
    ['1º de setembro de 2024', '2024-09-01'],
    ['1er août 2024', '2024-08-01'],
    ['3. März 2024', '2024-03-03'],
    ['7 giugno 2024', '2024-06-07'],
    ['7 июня 2024 г.', '2024-06-07'],
    ['Декабрь 2023', '2023-12'],
    ['outubro de 2023', '2023-10'],
  ])('is read from %j', (text, iso) => {
    const date = parseDate(text);
    expect(date && isoDate(date)).toBe(iso);
  });

  it.each([
    '',
    '31 April 2014',
    '3/4/2014',
    'yesterday',
    '2014-13-01',
    '0001',
    'Marching 2014',
    'Maisfeld 2014',
    '31 de abril de 2014',
    '12345',
  ])('is not read from %j', (text) => {
    expect(parseDate(text)).toBeUndefined();
  });
});
