import { ApplicationCommandType, ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import { expect, it } from 'vitest';
import { slashCommand } from '../../src/bot/command.ts';
import { argumentsOf } from '../../src/bot/options.ts';

type Given = Parameters<typeof argumentsOf>[0][number];
type Resolved = NonNullable<Parameters<typeof argumentsOf>[1]>;

it('reads an option of every kind to a value of its type', () => {
  const seen: unknown[] = [];
  const command = slashCommand({
    type: ApplicationCommandType.ChatInput,
    name: 'test',
    options: [
      { name: 'count', type: Type.Integer, required: true },
      { name: 'rate', type: Type.Number, required: true },
      { name: 'colour', type: Type.String, choices: ['red', 'blue'], required: true },
      { name: 'who', type: Type.User, required: true },
      { name: 'role', type: Type.Role, required: true },
      { name: 'where', type: Type.Channel, required: true },
    ],
    complete: {},
    run({ count, rate, colour, who, role, where }) {
      const isRed: boolean = colour === 'red';
      seen.push(count + 1, rate / 2, isRed, who.id, who.name, role.name, where.name);
      return { show: 'private', components: [] };
    },
  });
  const given = [
    { name: 'count', type: Type.Integer, value: 3 },
    { name: 'rate', type: Type.Number, value: 0.5 },
    { name: 'colour', type: Type.String, value: 'red' },
    { name: 'who', type: Type.User, value: '7' },
    { name: 'role', type: Type.Role, value: '8' },
    { name: 'where', type: Type.Channel, value: '9' },
  ] as Given[];
  const resolved = {
    users: { 7: { id: '7', username: 'ana', global_name: 'Ana' } },
    members: { 7: { nick: 'Annie' } },
    roles: { 8: { id: '8', name: 'Librarians' } },
    channels: { 9: { id: '9', name: 'general' } },
  } as unknown as Resolved;
  command.run(argumentsOf(given, resolved), {} as never);
  expect(seen).toEqual([4, 0.25, true, '7', 'Annie', 'Librarians', 'general']);
});

it('leaves out what Discord did not resolve', () => {
  const given = [{ name: 'who', type: Type.User, value: '7' }] as Given[];
  expect(argumentsOf(given, {})).toEqual({});
});
