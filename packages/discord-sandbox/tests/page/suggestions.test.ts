import { describe, expect, it } from 'vitest';
import { type ComposerState, emptyComposer } from '../../page/composer/composer-state.ts';
import { setField, startDraft } from '../../page/composer/draft.ts';
import { suggestionsFor } from '../../page/composer/suggestions.ts';
import { scene, slash } from './fixtures.ts';

const found = (composer: Partial<ComposerState>) => suggestionsFor({ ...emptyComposer, ...composer }, scene);
const labels = (composer: Partial<ComposerState>): string[] | undefined =>
  found(composer)?.rows.map((row) => {
    if (row.kind === 'command') return row.command.name;
    return row.kind === 'option' ? row.option.name : row.choice.name;
  });

describe('the list above the composer', () => {
  it('offers the slash commands, names that begin as typed first', () => {
    expect(labels({ text: '/' })).toEqual(['add', 'ask', 'quiz start', 'quiz stop', 'tasks']);
    expect(labels({ text: '/ask' })).toEqual(['ask', 'tasks']);
    expect(labels({ text: '/be' })).toEqual(['quiz start', 'tasks']);
    expect(labels({ text: '/quiz st' })).toEqual(['quiz start', 'quiz stop']);
  });

  it('says so when no command matches, and stays away from prose', () => {
    expect(found({ text: '/zzz' })).toMatchObject({ rows: [], empty: 'No command matches “/zzz”.' });
    expect(found({ text: 'a / b' })).toBeUndefined();
    expect(found({ text: '/ask When was it?' })).toBeUndefined();
    expect(found({ text: '/', listClosed: true })).toBeUndefined();
  });

  it('marks no choice of the bot beforehand, so that Enter sends free text', () => {
    const choices = [{ name: 'When was it founded?', value: 'x' }];
    const draft = setField(startDraft(slash('ask')), 'question', { text: 'when' });
    expect(found({ draft, choices })).toMatchObject({ start: -1, rows: [{ kind: 'choice' }] });
  });

  it('marks the first of a fixed list, narrowed by what is typed', () => {
    const draft = startDraft(slash('ask'), { question: 'When?', private: '' });
    expect(labels({ draft: { ...draft, active: 'private' } })).toEqual(['True', 'False']);
    expect(labels({ draft: setField(draft, 'private', { text: 'fa' }) })).toEqual(['False']);
    expect(found({ draft: setField(draft, 'private', { text: 'fa' }) })?.start).toBe(0);
    expect(labels({ draft: setField(startDraft(slash('tasks')), 'who', { text: '' }) })).toEqual(['ana', 'ben', 'bot']);
  });

  it('offers the options that are left once the others are filled', () => {
    const draft = startDraft(slash('ask'), { question: 'When?' });
    expect(draft.active).toBe('');
    expect(labels({ draft })).toEqual(['source', 'private']);
    expect(labels({ draft: setField(draft, '', { text: 'pri' }) })).toEqual(['private']);
  });
});
