import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openMemoryStore } from '../../src/store/memory.ts';
import type { Store } from '../../src/store/store.ts';
import type { StoreUnavailable } from '../../src/store/types.ts';

const MINUTE = 60_000;
let store: Store;
let message = 0;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  store = await openMemoryStore();
  message++;
});

afterEach(async () => {
  vi.useRealTimers();
  await store.close();
});

/** What presses a button does in a process of its own, which remembers nothing of the others'. */
async function startProcess() {
  vi.resetModules();
  const { claimShare } = await import('../../commands/excerpts/sharing.ts');
  return (interaction: string, over = store) => claimShare(over, { guild: '1', message: String(message), interaction });
}

/** A store that is away, as the modules of the process that was started last know it. */
async function away(): Promise<Store> {
  const { StoreUnavailable: Unavailable } = (await import('../../src/store/types.ts')) as {
    StoreUnavailable: typeof StoreUnavailable;
  };
  const reject = () => Promise.reject(new Unavailable('away'));
  return { ...store, claimShare: reject, releaseShare: reject };
}

describe('a private reply', () => {
  it('is shared by one press, whichever process has it, and again after 15 minutes', async () => {
    const [one, two] = [await startProcess(), await startProcess()];
    const settle = await one('first');
    expect(await two('second')).toBeUndefined();
    await settle?.(true);
    vi.setSystemTime(Date.now() + 14 * MINUTE);
    expect(await two('third')).toBeUndefined();
    expect(await (await startProcess())('after a restart')).toBeUndefined();
    vi.setSystemTime(Date.now() + MINUTE);
    expect(await two('fourth')).toBeDefined();
  });

  it('is claimed by the same press in both processes that it reaches', async () => {
    const [one, two] = [await startProcess(), await startProcess()];
    expect(await one('same')).toBeDefined();
    expect(await two('same')).toBeDefined();
  });

  it('can be shared by the next press where the first certainly failed', async () => {
    const [one, two] = [await startProcess(), await startProcess()];
    await (await one('first'))?.(false);
    expect(await two('second')).toBeDefined();
  });

  it('can be shared half a minute after a press of which nobody knows what became', async () => {
    const [one, two] = [await startProcess(), await startProcess()];
    await one('first');
    vi.setSystemTime(Date.now() + 29_000);
    expect(await two('second')).toBeUndefined();
    vi.setSystemTime(Date.now() + 1_000);
    expect(await two('third')).toBeDefined();
  });

  it('is shared once by a process whose store is away', async () => {
    const one = await startProcess();
    const none = await away();
    const settle = await one('first', none);
    await settle?.(true);
    expect(await one('second', none)).toBeUndefined();
    vi.setSystemTime(Date.now() + 15 * MINUTE);
    await (await one('third', none))?.(false);
    expect(await one('fourth', none)).toBeDefined();
  });
});
