import { startSandbox } from 'discord-sandbox';
import { expect, it, vi } from 'vitest';
import type { ConnectionOptions } from '../../src/discord/connection.ts';
import { connectGateway } from '../../src/discord/gateway.ts';
import { createLogger } from '../../src/logger.ts';

let onEvent: ConnectionOptions['onEvent'] = () => {};
vi.mock('../../src/discord/connection.ts', () => ({
  openConnection: async (options: ConnectionOptions) => {
    ({ onEvent } = options);
    return { shards: () => [0], isOpen: () => true, close: async () => {} };
  },
}));

it('an interaction that was missed is logged with its id, server and command', async () => {
  const sandbox = await startSandbox();
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  const logger = createLogger({ level: 'info', secrets: [], readable: false, destination });
  const handle = vi.fn(async () => {});
  const dispatcher = { handle, commandIds: new Map(), waiting: 0, idle: async () => {} };
  const gateway = await connectGateway({ token: 't', api: sandbox.apiUrl, dispatcher, definitions: [], logger });
  const missed = {
    id: '100000000000000001',
    application_id: '2',
    token: 't',
    type: 2,
    guild_id: '5',
    data: { name: 'ask', options: [{ value: 'why?' }] },
  };
  onEvent({ op: 0, s: 1, t: 'INTERACTION_CREATE', d: missed } as unknown as Parameters<typeof onEvent>[0], true);
  await gateway.close();
  await sandbox.close();
  expect(handle).not.toHaveBeenCalled();
  const line = lines.find((each) => each.includes('An interaction was missed'));
  expect(JSON.parse(line ?? '{}')).toMatchObject({ interaction: missed.id, guild: '5', command: 'ask' });
  expect(line).not.toContain('why');
});
