import { describe, expect, it } from 'vitest';
import { takeOpening } from '../../src/intake/about/opening.ts';
import type { Block } from '../../src/intake/blocks/types.ts';
import { readWorks } from '../../src/intake/readers/read.ts';
import { isoDate } from '../../src/material/dates.ts';

const paragraph = (text: string): Block => ({ type: 'paragraph', text });

/** What lines above a text say, and which of them stay. */
function opened(lines: readonly string[], text = 'Clay holds water, and small pores hold most of it.') {
  const body: Block[] = [{ type: 'heading', text: 'Pores' }, paragraph(text), paragraph('By Anna Bo.')];
  const { about, blocks } = takeOpening({ about: { title: 'Soil' }, blocks: [...lines.map(paragraph), ...body] });
  const { authors, issued } = about;
  return { authors, date: issued && isoDate(issued), left: blocks.slice(0, -body.length).map((block) => block.text) };
}

describe('the head of a text', () => {
  it.each([
    ['Prepared by Dr Ingrid Solheim', 'Ingrid Solheim'],
    ['Autor: Jan van der Berg und Ursel Tamm', 'Jan van der Berg', 'Ursel Tamm'],
    ['Verfasst von Ursel Tamm', 'Ursel Tamm'],
    ['Escrito por José Ortega y Gasset', 'José Ortega y Gasset'],
    ['Elaborado por Inês Prado e Rui Sá', 'Inês Prado', 'Rui Sá'],
    ['Auteur : Élodie Roux', 'Élodie Roux'],
    ['A cura di Marta Bassi', 'Marta Bassi'],
    ['Автор: Мира Ослунд', 'Мира Ослунд'],
    ['By Ursel Tamm, Hessle University', 'Ursel Tamm'],
    [':Author: Ursel Tamm', 'Ursel Tamm'],
    ['#+AUTHOR: Ursel Tamm', 'Ursel Tamm'],
  ])('names who wrote it in a line: %s', (line, ...authors) => {
    expect(opened([line])).toMatchObject({ authors, left: [] });
  });

  it.each([
    ['Revised 9 January 2024', '2024-01-09'],
    ['Last updated: 9 January 2024', '2024-01-09'],
    ['Stand: 3. März 2024', '2024-03-03'],
    ['Última actualización: 3 de mayo de 2024', '2024-05-03'],
    ['Atualizado em 3 de maio de 2024', '2024-05-03'],
    ['Mis à jour le 1er août 2024', '2024-08-01'],
    ['Aggiornato al 7 giugno 2024', '2024-06-07'],
    ['Последнее обновление: 7 июня 2024 г.', '2024-06-07'],
  ])('says when it was written in a line: %s', (line, date) => {
    expect(opened([line])).toMatchObject({ date, left: [] });
  });

  it('says it in sentences among others, which stay', () => {
    const lines = [
      'Handout 3, Soils. Autumn term. Prepared by Dr. Ingrid Solheim.',
      'Teacher: Ursel Tamm. Revised 9 January 2024',
    ];
    expect(opened(lines)).toEqual({ authors: ['Ingrid Solheim'], date: '2024-01-09', left: lines });
    expect(opened([lines[1] ?? ''])).toMatchObject({ authors: ['Ursel Tamm'] });
    expect(opened(['Dozentin: Ursel Tamm'])).toMatchObject({ authors: ['Ursel Tamm'] });
    const joined = 'Lecturer: Ursel Tamm Last updated: 9 January 2024 Room: Old Hall';
    expect(opened([joined])).toEqual({ authors: ['Ursel Tamm'], date: '2024-01-09', left: [joined] });
  });

  it('may begin with a short word where the text is in that language', () => {
    const german = 'Der Ton hält Wasser, und das meiste davon von vielen kleinen Poren.';
    expect(opened(['Von Ursel Tamm'], german)).toMatchObject({ authors: ['Ursel Tamm'], left: [] });
    expect(opened(['Von Neumann Machines'], 'John von Neumann drew it, and it was built.').left).toHaveLength(1);
  });

  it.each([
    'It was written by Ursel Tamm and is free.',
    'Prepared by hand in a cold room.',
    'By the end of May 2024 it had rained.',
    'The field was revised on 9 January 2024.',
    'Teacher: Open your books.',
    'Teacher: Small Pores',
  ])('is not told by running text: %s', (line) => {
    expect(opened([line])).toEqual({ authors: undefined, date: undefined, left: [line] });
  });

  it('does not take the teacher of a student for the author', () => {
    expect(opened(['Student: Jan Berg', 'Teacher: Ursel Tamm']).authors).toBeUndefined();
  });

  it('is read line by line in plain text', async () => {
    const text =
      'Soil\nLecturer: Ursel Tamm\nRevised 9 January 2024\n\nClay holds water, and small pores hold most of it.\n';
    const { works } = await readWorks({ name: 'soil.txt', bytes: new TextEncoder().encode(text) });
    expect(works[0]?.about).toEqual({
      title: 'Soil',
      authors: ['Ursel Tamm'],
      issued: { year: 2024, month: 1, day: 9 },
    });
  });

  it('is a title where its two signs are a word', async () => {
    const text = '醤油\n\n醤油は大豆と小麦と塩を原料とする。\n\n日本の台所で広く使われる。\n';
    const { works } = await readWorks({ name: 'shoyu.txt', bytes: new TextEncoder().encode(text) });
    expect(works[0]?.about.title).toBe('醤油');
  });
});
