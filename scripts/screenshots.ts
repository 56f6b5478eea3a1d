import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Locale } from 'discord-api-types/v10';
import type { Locator } from 'playwright-core';
import { packageRoot } from '../src/root.ts';
import { findChromium } from '../tests/support/chromium.ts';
import { startLibraryBot } from '../tests/support/library-bot.ts';
import { openStage, type Stage, type VisitOptions } from '../tests/support/stage.ts';
import type { Visit } from '../tests/support/visit.ts';

/** Takes the pictures that the README and docs/ show, from the page as it stands. Usage: npm run screenshots [-- NAME...] */
const DESKTOP: VisitOptions = { colorScheme: 'dark', viewport: { width: 1060, height: 720 } };
const PHONE: VisitOptions = {
  colorScheme: 'light',
  viewport: { width: 390, height: 780 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};

/** What was shown is counted in the background, some seconds after it. */
const COUNTED_MS = 8_000;

const chromium = findChromium();
if (chromium === undefined) throw new Error('No Chromium on the PATH: install one, or set CHROMIUM to its path.');
const wanted = process.argv.slice(2);
const folder = join(packageRoot, 'docs');
mkdirSync(folder, { recursive: true });

const MOTHS = join(packageRoot, 'tests', 'fixtures', 'intake', 'pdf-clean', 'input.pdf');
const made = mkdtempSync(join(tmpdir(), 'footnote-'));
const MILLS = join(made, 'mills.md');
writeFileSync(
  MILLS,
  [
    '# Mills of the Valley',
    'A quern is a hand mill that grinds grain between two stones.',
    'A penstock is a sluice that controls the flow of water to a wheel.',
    'The Guild of Free Millers (GFM) met in the valley every spring.',
  ].join('\n\n'),
);

await picture('answer', DESKTOP, (ana) => ana.send('/ask When was CELAC founded?'));
await picture('phone', PHONE, (ana) =>
  ana.send('/ask How large was the trade between Russia and Latin America in 2012?'),
);
await picture('picker', DESKTOP, async (ana) => {
  await ana.type('/ask cellac foun');
  await ana.rows('choice').first().waitFor();
  return ana.rows('choice').first();
});
await picture('close-phone', PHONE, (ana) => fromTop(ana, '/ask How large was Russia’s trade with Brazil?'));
await picture('absent-phone', PHONE, (ana) => fromTop(ana, '/ask What is the capital of Mongolia?'));
await picture('passage-phone', PHONE, async (ana) => {
  await ana.addWork(MOTHS);
  await ana.clear();
  return fromTop(ana, '/ask Who was the priest?');
});
await picture('language-phone', PHONE, (ana, { sandbox }) => {
  sandbox.client('ana', 'latin-america').setLocale(Locale.SpanishLATAM);
  return fromTop(ana, '/ask ¿Cuántos países tiene la CELAC?');
});

await both('find-sources', async (ana) => {
  const message = ana.messages.filter({ hasText: 'set up in 1998' });
  return toTop(await ana.reply(() => ana.useApp(message, 'Find sources')));
});

await both('library', async (ana) => toTop(await ana.addWork(MOTHS)));
await both('drafts', async (ana) => {
  await ana.addWork(MILLS);
  await ana.clear();
  return fromTop(ana, '/library facts draft:Mills of the Valley');
});

await both('channel', async (ana) => {
  const panel = await ana.send('/settings channel:latin-america');
  await ana.choose(panel, 'Russia Pushes');
  await ana.press('Escape');
  await panel.getByText('search these first').waitFor();
  return toTop(panel);
});

await both('review', async (ana) => {
  const answer = await ana.send('/ask When was CELAC founded?');
  await ana.reply(() => ana.button(answer, 'Add to my cards'));
  const sitting = await ana.send('/review start');
  await ana.button(sitting, 'Show answer');
  await sitting.getByText('Good').waitFor();
  return toTop(sitting);
});

const READING = {
  fact: '/fact CELAC founded',
  sources: '/sources source:Russia Pushes',
  compare: '/compare topic:CELAC',
  cite: '/cite source:Russia Pushes paragraph:8',
  overview: '/overview source:Russia Pushes',
  timeline: '/timeline about:CELAC',
  disagreements: '/disagreements',
  settings: '/settings',
  help: '/help',
  forget: '/forget me',
  remind: '/review remind at:08:30 time-zone:Europe/Berlin',
};
for (const [name, command] of Object.entries(READING)) await both(name, (ana) => fromTop(ana, command));
await both('coverage', afterAnswers);
await picture('timeline-picture', DESKTOP, async (ana) => {
  const timeline = await ana.send(READING.timeline);
  const drawn = await ana.reply(() => ana.button(timeline, 'As a picture'));
  await drawn.getByRole('img').last().waitFor();
  return drawn;
});

await both('quiz', playQuiz);
await both('leaderboard', async (ana, stage) => {
  await playQuiz(ana, stage);
  await ana.button(await shown(ana, 'Question 2 of 2'), 'End');
  await shown(ana, 'Standings');
  return ana.send('/leaderboard when:today');
});

rmSync(made, { recursive: true });
// The browser that all pictures share would keep the process from ending.
process.exit();

/** Three people answer a question, two of them rightly, and the next one is open. */
async function playQuiz(ana: Visit, { sandbox }: Stage): Promise<Locator> {
  await ana.send('/quiz start about:CELAC questions:2 mode:Pick the answer seed:3 pace:60');
  const question = await shown(ana, 'Question 1 of 2');
  const [, right = ''] = /([A-D])\s+Organization of American States/.exec(await question.innerText()) ?? [];
  const wrong = right === 'A' ? 'B' : 'A';
  for (const [name, letter] of [
    ['ben', right],
    ['chiara', wrong],
  ] as const) {
    const client = sandbox.client(name, 'latin-america');
    const message = client.messages().findLast(({ components }) => JSON.stringify(components).includes('quiz-choose'));
    if (message) await client.click(message, letter);
  }
  await ana.button(question, right);
  await ana.messages.filter({ hasText: /Right\.|Not right\./ }).waitFor();
  await ana.button(question, 'Skip');
  await question.getByText('Answer:').waitFor();
  await shown(ana, 'Question 2 of 2');
  return toTop(question);
}

async function afterAnswers(ana: Visit): Promise<Locator> {
  const settings = await ana.send('/settings');
  await ana.button(settings, 'Keep unanswered questions');
  await settings.getByRole('button', { name: 'Stop keeping them, and delete them' }).waitFor();
  for (const question of ['When was CELAC founded?', 'Who was Simon Bolivar?']) await ana.send(`/ask ${question}`);
  await ana.tab.waitForTimeout(COUNTED_MS);
  await ana.clear();
  return fromTop(ana, '/coverage');
}

/** Sends a command and shows the reply from its first line. */
async function fromTop(visit: Visit, command: string): Promise<Locator> {
  return toTop(await visit.send(command));
}

async function toTop(message: Locator): Promise<Locator> {
  await message.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  return message;
}

async function shown(visit: Visit, text: string): Promise<Locator> {
  const message = visit.messages.filter({ hasText: text }).last();
  await message.waitFor({ timeout: 20_000 });
  return message;
}

type Act = (ana: Visit, stage: Stage) => Promise<Locator>;

async function both(name: string, act: Act): Promise<void> {
  await picture(name, DESKTOP, act);
  await picture(`${name}-phone`, PHONE, act);
}

/** Every picture has a stage of its own, so that it shows one reply and nothing of the others. */
async function picture(name: string, options: VisitOptions, act: Act): Promise<void> {
  if (wanted.length > 0 && !wanted.includes(name)) return;
  const stage = await openStage(chromium ?? '', startLibraryBot);
  try {
    await take(stage, name, options, act);
  } finally {
    await stage.close();
  }
}

async function take(stage: Stage, name: string, options: VisitOptions, act: Act): Promise<void> {
  const ana = await stage.visit({ user: 'ana', channel: 'latin-america', ...options });
  await (await act(ana, stage)).scrollIntoViewIfNeeded();
  const path = join(folder, `${name}.png`);
  await ana.tab.screenshot({ path, animations: 'disabled' });
  if (stage.problems.length > 0) throw new Error(stage.problems.join('\n'));
  console.log(`docs/${name}.png ${(statSync(path).size / 1024).toFixed(0)} KB`);
}
