import { describe, expect, it } from 'vitest';
import {
  addField,
  attachFile,
  fileOption,
  filesOf,
  findOption,
  nextField,
  problemsOf,
  removeField,
  setField,
  startDraft,
  toAutocompleteOptions,
  toInvokeOptions,
} from '../../page/composer/draft.ts';
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

describe('a command that takes files', () => {
  const add = startDraft(slash('add'), { file: 'typed.txt', title: 'Notes' });
  const notes = new File(['words'], 'notes.md');

  it('takes none that is only typed', () => {
    expect(add.fields.file).toEqual({ text: '' });
    expect(problemsOf(add, scene)).toEqual({ file: 'This option is required. Attach a file.' });
  });

  it('is sent with what is attached, and goes on to the next field', () => {
    const draft = attachFile(add, 'file', notes, scene);
    expect(draft.active).toBe('title');
    expect(problemsOf(draft, scene)).toEqual({});
    expect(filesOf(draft)).toEqual({ file: notes });
    expect(toInvokeOptions(draft, scene)).toEqual([
      { name: 'file', type: 11, value: 'notes.md' },
      { name: 'title', type: 3, value: 'Notes' },
    ]);
  });

  it('keeps the file that was there when a larger one is refused', () => {
    const large = new File(['x'.repeat(1_001)], 'large.md');
    const draft = attachFile(attachFile(add, 'file', notes, scene), 'file', large, scene);
    expect(draft.problems.file).toBe('large.md is too large (1001 bytes). A file has at most 1000 bytes.');
    expect(filesOf(draft)).toEqual({ file: notes });
    expect(filesOf(setField(draft, 'file', { text: '' }))).toEqual({});
  });

  it('gives what is dropped to the active option, or to the first that lacks a file', () => {
    expect(fileOption(add)).toBe('file');
    expect(fileOption(attachFile(add, 'file', notes, scene))).toBe('cover');
    expect(fileOption(addField(add, 'cover'))).toBe('cover');
    expect(fileOption(ask)).toBeUndefined();
  });

  it('knows the roles of its server by name', () => {
    const draft = setField(attachFile(add, 'file', notes, scene), 'role', { text: 'librarians' });
    expect(toInvokeOptions(draft, scene).at(-1)).toEqual({ name: 'role', type: 8, value: 'r1' });
    expect(problemsOf(setField(draft, 'role', { text: 'Nobody' }), scene)).toHaveProperty('role');
  });
});
