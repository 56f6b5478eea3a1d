import { setTimeout } from 'node:timers/promises';
import type { SandboxClient } from 'discord-sandbox';
import { HOSTILE } from './files.ts';

/** The most bytes of a file, for the sandbox as well. */
export const UPLOAD_LIMIT = 25_000_000;
const LOOK_AGAIN_MS = 50;

export interface Attack {
  /** Resolves when what was under way has ended, to the number of files. */
  stop(): Promise<number>;
}

/** Brings hostile files one after another for each client: as soon as one file is refused the next is attached. */
export function startAttack(clients: readonly SandboxClient[]): Attack {
  let isOver = false;
  let count = 0;
  const files = Promise.all(HOSTILE.map(({ make }) => make())).then((all) =>
    all.filter(({ bytes, name }) => bytes.length < UPLOAD_LIMIT && !name.endsWith('.csv')),
  );
  const lanes = clients.map(async (client, lane) => {
    const all = await files;
    for (let i = lane; !isOver; i += clients.length) {
      const file = all[i % all.length];
      if (!file) return;
      await addFile(client, file.name, file.bytes);
      count += 1;
    }
  });
  return {
    async stop(): Promise<number> {
      isOver = true;
      await Promise.all(lanes);
      return count;
    },
  };
}

/** Adds a file to a server's library and waits for its end; gives what the message said then, undefined where none came. */
export async function addFile(client: SandboxClient, filename: string, data: Uint8Array): Promise<string | undefined> {
  const file = { filename, content_type: 'application/octet-stream', data };
  const outcome = await client.command('library add', { file });
  if (outcome.kind !== 'message') return undefined;
  const { id } = outcome.message;
  const said = () => JSON.stringify(client.message(id)?.components);
  while (/Step \d/.test(said())) await setTimeout(LOOK_AGAIN_MS);
  return said();
}
