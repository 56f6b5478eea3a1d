import { describe, expect, it } from 'vitest';
import { fieldOf, modalProblems } from '../../page/modal-form.ts';
import type { OpenModal } from '../../page/state.ts';

type Modal = OpenModal['modal'];
const label = (component: object) => ({ type: 18, label: 'Field', component });
const modal = (...components: object[]) => ({ custom_id: 'm', title: 'M', components }) as unknown as Modal;
const title = { type: 4, custom_id: 'title', style: 1, min_length: 3, max_length: 5 };
const kind = { type: 3, custom_id: 'kind', options: [{ label: 'A', value: 'a' }] };
const readers = { type: 6, custom_id: 'readers', min_values: 2, max_values: 3, required: false };
const form = modal(label(title), label(kind), label(readers), { type: 10, content: 'Some text' });
const fine = { values: { title: 'abc' }, choices: { kind: ['a'], readers: [] } };

describe('a form', () => {
  it('can be sent when everything fits', () => {
    expect(modalProblems(form, fine)).toEqual({});
  });

  it.each([
    ['title', { ...fine, values: { title: '' } }, 'This field is required.'],
    ['title', { ...fine, values: { title: 'ab' } }, 'Must be at least 3 characters (2 now).'],
    ['title', { ...fine, values: { title: 'abcdef' } }, 'Must be 5 characters or fewer (6 now).'],
    ['kind', { ...fine, choices: {} }, 'This field is required.'],
    ['readers', { ...fine, choices: { kind: ['a'], readers: ['1'] } }, 'Choose at least 2.'],
    ['readers', { ...fine, choices: { kind: ['a'], readers: ['1', '2', '3', '4'] } }, 'Choose 3 at most.'],
  ])('says what is wrong with its field %s', (field, filledIn, problem) => {
    expect(modalProblems(form, filledIn)).toEqual({ [field]: problem });
  });

  it('lets what is not required be empty, whatever it asks for otherwise', () => {
    const optional = modal(label({ ...title, required: false }));
    expect(modalProblems(optional, { values: { title: '' }, choices: {} })).toEqual({});
    expect(modalProblems(optional, { values: { title: 'a' }, choices: {} })).toHaveProperty('title');
  });

  it('has its inputs in labels, or, as of old, in rows', () => {
    const row = modal({ type: 1, components: [{ ...title, label: 'Old' }] });
    const [part] = row.components;
    expect(part && fieldOf(part)).toMatchObject({ label: 'Old', input: { custom_id: 'title' } });
    expect(modalProblems(row, { values: {}, choices: {} })).toHaveProperty('title');
  });
});
