import type { APIInteraction } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { receive } from '../../src/bot/incoming.ts';
import type { Transport } from '../../src/bot/transport.ts';

const transport: Transport = { respond: async () => 'done', edit: async () => {}, followUp: async () => '' };
const read = (raw: object) => receive({ id: '1', ...raw } as APIInteraction, transport, 0);

describe('an interaction that arrives', () => {
  it('tells who it is by the name that the server shows', () => {
    const user = { id: '3', username: 'ana', global_name: 'Ana' };
    expect(read({ user }).person).toMatchObject({ id: '3', name: 'Ana', isManager: false, roles: [] });
    const member = { user, nick: 'Annie', permissions: '32', roles: ['7'] };
    expect(read({ member }).person).toEqual({ id: '3', name: 'Annie', isManager: true, roles: ['7'] });
  });

  it.each([
    ['8', true],
    ['32', true],
    ['40', true],
    ['16', false],
    ['', false],
    ['many', false],
    [32, false],
  ])('with the permissions %j is of a manager: %j', (permissions, isManager) => {
    expect(read({ member: { permissions } }).person.isManager).toBe(isManager);
  });

  it.each([
    ['fr', 'of a bot that the server has', { owners: { 0: '9' }, permissions: '0' }],
    ['fr', 'of a bot that both have', { owners: { 0: '9', 1: '3' }, permissions: '0' }],
    ['fr', 'of one’s own bot, where that may be shown', { owners: { 1: '3' }, permissions: String(1n << 50n) }],
    ['de', 'of one’s own bot, where Discord shows it to nobody else', { owners: { 1: '3' }, permissions: '0' }],
    ['fr', 'where Discord does not say', { owners: undefined, permissions: undefined }],
  ])('speaks %s in a reply for all to a command %s', (language, _, { owners, permissions }) => {
    const about = { locale: 'de', guild_locale: 'fr', guild_id: '9', authorizing_integration_owners: owners };
    expect(read({ ...about, type: 2, member: { permissions } }).publicMessages.locale).toBe(language);
    // A component's message stays as visible as it was.
    expect(read({ ...about, type: 3, member: { permissions } }).publicMessages.locale).toBe('fr');
  });

  it('is logged by its command, or by the first part of a custom id', () => {
    expect(read({ guild_id: '9', data: { name: 'ask', options: [{ value: 'secret' }] } }).fields).toEqual({
      interaction: '1',
      guild: '9',
      command: 'ask',
    });
    expect(read({ data: { custom_id: 'page:1:secret' } }).fields).toEqual({ interaction: '1', command: 'page' });
  });

  it('knows when it was acknowledged first', async () => {
    const incoming = receive({ id: '1' } as APIInteraction, transport, 500);
    expect(incoming.acknowledged).toBeUndefined();
    await incoming.transport.respond({ type: 1 });
    const { acknowledged = 0 } = incoming;
    expect(acknowledged - incoming.created).toBeGreaterThanOrEqual(500);
    await incoming.transport.respond({ type: 1 });
    expect(incoming.acknowledged).toBe(acknowledged);
  });

  it('is read whatever is missing or of another type', () => {
    const anything = fc.anything();
    const raw = fc.record(
      {
        locale: anything,
        guild_locale: anything,
        guild_id: anything,
        member: fc.oneof(
          anything,
          fc.record({ user: anything, nick: anything, permissions: anything, roles: anything }),
        ),
        user: anything,
        data: anything,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(raw, (fields) => {
        const { person, messages, publicMessages } = read(fields);
        expect(person).toMatchObject({ id: expect.any(String), name: expect.any(String) });
        expect(messages.plain('share.already')).toBe(publicMessages.plain('share.already'));
      }),
    );
  });
});
