import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { packageRoot } from '../src/root.ts';
import { findChromium } from '../tests/support/chromium.ts';
import { startLibraryBot } from '../tests/support/library-bot.ts';
import { openStage, type Stage, type VisitOptions } from '../tests/support/stage.ts';
import type { Visit } from '../tests/support/visit.ts';

/** Takes the pictures that the README shows, from the page as it stands, into docs/. Usage: npm run screenshots */
const DESKTOP: VisitOptions = { colorScheme: 'dark', viewport: { width: 1060, height: 720 } };
const PHONE: VisitOptions = {
  colorScheme: 'light',
  viewport: { width: 390, height: 780 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};

const chromium = findChromium();
if (chromium === undefined) throw new Error('No Chromium on the PATH: install one, or set CHROMIUM to its path.');
const folder = join(packageRoot, 'docs');
mkdirSync(folder, { recursive: true });

await picture('answer', DESKTOP, (ana) => ana.send('/ask When was CELAC founded?'));
await picture('absent', DESKTOP, (ana) => ana.send('/ask Who was Simon Bolivar?'));
await picture('phone', PHONE, (ana) =>
  ana.send('/ask How large was the trade between Russia and Latin America in 2012?'),
);
await picture('picker', DESKTOP, async (ana) => {
  await ana.type('/ask cellac foun');
  await ana.rows('choice').first().waitFor();
  return ana.rows('choice').first();
});

await picture('library', DESKTOP, (ana) =>
  ana.addWork(join(packageRoot, 'tests', 'fixtures', 'intake', 'pdf-clean', 'input.pdf')),
);

await picture('review', DESKTOP, async (ana) => {
  const answer = await ana.send('/ask When was CELAC founded?');
  await ana.reply(() => ana.button(answer, 'Add to my cards'));
  const sitting = await ana.send('/review start');
  await ana.button(sitting, 'Show answer');
  await sitting.getByText('Good').waitFor();
  return sitting;
});

/** Every picture has a stage of its own, so that it shows one reply and nothing of the others. */
async function picture(name: string, options: VisitOptions, act: (ana: Visit) => Promise<Locator>): Promise<void> {
  const stage = await openStage(chromium ?? '', startLibraryBot);
  try {
    await take(stage, name, options, act);
  } finally {
    await stage.close();
  }
}

async function take(
  stage: Stage,
  name: string,
  options: VisitOptions,
  act: (ana: Visit) => Promise<Locator>,
): Promise<void> {
  const ana = await stage.visit({ user: 'ana', channel: 'latin-america', ...options });
  await (await act(ana)).scrollIntoViewIfNeeded();
  const path = join(folder, `${name}.png`);
  await ana.tab.screenshot({ path, animations: 'disabled' });
  if (stage.problems.length > 0) throw new Error(stage.problems.join('\n'));
  console.log(`docs/${name}.png ${(statSync(path).size / 1024).toFixed(0)} KB`);
}
