import type { APISelectMenuComponent } from 'discord-api-types/v10';
import { expect, it } from 'vitest';
import { sceneOf } from '../../page/scene.ts';
import { entriesOf, matching, presetOf } from '../../page/views/select-entries.ts';
import { client, scene } from './fixtures.ts';

const select = (type: number, more: object = {}) =>
  ({ type, custom_id: 's', ...more }) as unknown as APISelectMenuComponent;
const labels = (type: number, of = scene) => entriesOf(select(type), of).map(({ label }) => label);

it('a select offers what is in the open server, and no more', () => {
  expect(labels(5)).toEqual(['ana', 'ben', 'bot']);
  expect(labels(6)).toEqual(['@everyone', 'Librarians']);
  expect(labels(7)).toEqual(['ana', 'ben', 'bot', '@everyone', 'Librarians']);
  expect(labels(8)).toEqual(['#general', '#reading']);
  expect(labels(6, sceneOf(client, 'h1'))).toEqual(['@everyone']);
  expect([labels(6, sceneOf(client, 'd1')), labels(8, sceneOf(client, 'd1'))]).toEqual([[], []]);
});

it('a select stands at what the bot set', () => {
  const options = [
    { label: 'A', value: 'a' },
    { label: 'B', value: 'b', default: true },
  ];
  expect(presetOf(select(3, { options }))).toEqual(['b']);
  expect(presetOf(select(6, { default_values: [{ id: 'r1', type: 'role' }] }))).toEqual(['r1']);
  expect(presetOf(select(6))).toEqual([]);
});

it('a search leaves what has all its words', () => {
  const entries = entriesOf(select(7), scene);
  expect(matching(entries, 'lib').map(({ value }) => value)).toEqual(['r1']);
  expect(matching(entries, ' AN ').map(({ label }) => label)).toEqual(['ana', 'Librarians']);
  expect(matching(entries, '')).toHaveLength(5);
});
