import { afterAll, beforeAll, describe, expect } from 'vitest';
import { findChromium } from './chromium.ts';
import type { Stage, StartBot } from './stage.ts';

/** Milliseconds: two tries to start a browser on a busy machine. */
const OPENING = 150_000;

/**
 * Tests that share one stage, which `body` gets at once and uses from the first hook on. Whatever they do, nothing may
 * go wrong in the page's console and nothing of the bot's may be refused. Without a Chromium they are skipped. The bot is
 * the project's own unless `start` connects another.
 */
export function describeInBrowser(name: string, body: (stage: () => Stage) => void, start?: StartBot): void {
  const chromium = findChromium();
  if (chromium === undefined) {
    process.stderr.write(`"${name}" is skipped: no Chromium on the PATH. Install one, or set CHROMIUM to its path.\n`);
    describe.skip(name, () => body(missing));
    return;
  }
  describe(name, () => {
    let stage: Stage;
    beforeAll(async () => {
      // Loaded only here: where the tests are skipped, nobody waits for it.
      const { openStage } = await import('./stage.ts');
      stage = await openStage(chromium, start);
    }, OPENING);
    afterAll(async () => {
      await stage.close();
      expect(stage.problems).toEqual([]);
      expect(stage.sandbox.violations).toEqual([]);
    });
    body(() => stage);
  });
}

function missing(): never {
  throw new Error('There is no stage without a Chromium.');
}
