import type { APIInteraction } from 'discord-api-types/v10';
import { expect, it } from 'vitest';
import { ownerOf } from '../../commands/review/owner.ts';
import { createKnowledgeBase } from '../../src/answer/knowledge-base.ts';
import { contextOf } from '../../src/bot/context.ts';
import { receive } from '../../src/bot/incoming.ts';
import { createLogger } from '../../src/logger.ts';
import { joinCollections } from '../../src/material/load.ts';
import { english } from '../../src/text/languages/index.ts';
import { fixedGuilds, unreachable } from '../support/guilds.ts';

const guilds = fixedGuilds(createKnowledgeBase(joinCollections([]), { language: english }));
const logger = createLogger({ level: 'silent', secrets: [], readable: false });
const transport = { respond: async () => 'done' as const, edit: async () => {}, followUp: async () => '' };

it.each([
  ['the server', { 0: '9' }, '9'],
  ['the server and the person', { 0: '9', 1: '3' }, '9'],
  ['the person alone', { 1: '3' }, ''],
  ['somebody who is not said', undefined, '9'],
])('cards belong to a server where the bot was added to it: by %s', async (_, owners, guild) => {
  const raw = { id: '1', guild_id: '9', member: { user: { id: '3' } }, authorizing_integration_owners: owners };
  const incoming = receive(raw as unknown as APIInteraction, transport, 0);
  const context = await contextOf(
    { commands: [], actions: [], guilds, logger, commandIds: new Map(), ...unreachable },
    incoming,
  );
  expect(ownerOf(context)).toEqual({ guild, person: '3' });
});

it.each([true, 9, null, {}])('a server or channel whose id is %j counts as not said', async (id) => {
  const raw = { id: '1', guild_id: id, channel: { id }, member: { user: { id: '3' } } };
  const incoming = receive(raw as unknown as APIInteraction, transport, 0);
  const parts = { commands: [], actions: [], guilds, logger, commandIds: new Map(), ...unreachable };
  expect(await contextOf(parts, incoming)).toMatchObject({ guild: undefined, channel: undefined });
});
