import { describe, expect, it } from 'vitest';
import {
  addField,
  findOption,
  nextField,
  problemsOf,
  removeField,
  setField,
  startDraft,
  toAutocompleteOptions,
  toInvokeOptions,
} from '../../src/sandbox/page/composer/draft.ts';
import { scene, slash } from './fixtures.ts';

const ask = startDraft(slash('ask'));
const tasks = startDraft(slash('tasks'));

describe('a command being filled in', () => {
  it('begins with the required options, the first of them active', () => {
    expect(Object.keys(ask.fields)).toEqual(['question']);
    expect(ask.active).toBe('question');
    expect(tasks.active).toBe('');
  });

  it('goes from field to field and then behind the last one', () => {
    const draft = addField(ask, 'private');
    expect(nextField(draft, 'question')).toBe('private');
    expect(nextField(draft, 'private')).toBe('');
    expect(removeField(draft, 'private').active).toBe('question');
  });

  it('wants what is required, and says so at that option', () => {
    expect(problemsOf(ask, scene)).toEqual({ question: 'This option is required. Specify a value.' });
    expect(problemsOf(setField(ask, 'question', { text: '  ' }), scene)).toHaveProperty('question');
    expect(problemsOf(setField(ask, 'question', { text: 'When?' }), scene)).toEqual({});
  });

  it('keeps lengths, numbers and choices', () => {
    const filled = setField(ask, 'question', { text: 'When?' });
    const problem = (name: string, text: string, draft = filled) =>
      problemsOf(setField(draft, name, { text }), scene)[name];
    expect(problem('source', 'x'.repeat(21))).toBe('Must be 20 characters or fewer (21 now).');
    expect(problem('question', 'x'.repeat(6001))).toContain('6000');
    expect(problem('private', 'perhaps')).toBe('Pick one of the choices in the list.');
    expect(problem('count', 'three', tasks)).toBe('Input a valid integer.');
    expect(problem('count', '2.5', tasks)).toBe('Input a valid integer.');
    expect(problem('count', '0', tasks)).toBe('Must be at least 1.');
    expect(problem('count', '6', tasks)).toBe('Must be at most 5.');
    expect(problem('count', '3', tasks)).toBeUndefined();
  });

  it('sends values of the option’s own type, and nothing for what is empty', () => {
    const draft = setField(setField(setField(tasks, 'count', { text: ' 3 ' }), 'who', { text: 'BEN' }), '', {
      text: '',
    });
    expect(toInvokeOptions(draft, scene)).toEqual([
      { name: 'count', type: 4, value: 3 },
      { name: 'who', type: 6, value: '2' },
    ]);
    const chosen = setField(addField(ask, 'private'), 'question', { text: 'When was it?', value: 'fact-7' });
    expect(toInvokeOptions(chosen, scene)).toEqual([{ name: 'question', type: 3, value: 'fact-7' }]);
  });

  it('asks for choices with the bare text of the option that is typed', () => {
    const draft = setField(setField(ask, 'private', { text: 'true' }), 'question', { text: 'whe ' });
    const option = findOption(draft, 'question');
    expect(option && toAutocompleteOptions(draft, option, scene)).toEqual([
      { name: 'private', type: 5, value: true },
      { name: 'question', type: 3, value: 'whe ', focused: true },
    ]);
  });
});
