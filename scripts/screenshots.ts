import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
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

const READING = {
  compare: '/compare topic:CELAC',
  cite: '/cite source:Russia Pushes paragraph:8',
  overview: '/overview source:Russia Pushes',
  timeline: '/timeline about:CELAC',
  disagreements: '/disagreements',
};
for (const [name, command] of Object.entries(READING)) {
  await picture(name, DESKTOP, (ana) => fromTop(ana, command));
  await picture(`${name}-phone`, PHONE, (ana) => fromTop(ana, command));
}
await picture('coverage', DESKTOP, afterAnswers);
await picture('coverage-phone', PHONE, afterAnswers);
await picture('timeline-picture', DESKTOP, async (ana) => {
  const timeline = await ana.send(READING.timeline);
  const drawn = await ana.reply(() => ana.button(timeline, 'As a picture'));
  await drawn.getByRole('img').last().waitFor();
  return drawn;
});

await picture('quiz', DESKTOP, playQuiz);
await picture('quiz-phone', PHONE, playQuiz);
await picture('leaderboard', DESKTOP, async (ana, stage) => {
  await playQuiz(ana, stage);
  await ana.button(await shown(ana, 'Question 2 of 2'), 'End');
  await shown(ana, 'Standings');
  return ana.send('/leaderboard when:today');
});

/** Three people answer a question, and the next one is open. */
async function playQuiz(ana: Visit, { sandbox }: Stage): Promise<Locator> {
  await ana.send('/quiz start about:CELAC questions:2 mode:Pick the answer seed:3 pace:60');
  const question = await shown(ana, 'Question 1 of 2');
  for (const [name, choice] of [
    ['ben', 0],
    ['chiara', 1],
  ] as const) {
    const client = sandbox.client(name, 'latin-america');
    const message = client.messages().findLast(({ components }) => JSON.stringify(components).includes('quiz-choose'));
    const [, id = ''] = new RegExp(`"(quiz-choose:[^"]+:${choice})"`).exec(JSON.stringify(message)) ?? [];
    if (message) await client.click(message, id);
  }
  await question.getByRole('button').first().click();
  await ana.messages.filter({ hasText: /Right\.|Not right\./ }).waitFor();
  await ana.button(question, 'Skip');
  await question.getByText('Answer:').waitFor();
  await shown(ana, 'Question 2 of 2');
  await question.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  return question;
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
  const reply = await visit.send(command);
  await reply.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  return reply;
}

async function shown(visit: Visit, text: string): Promise<Locator> {
  const message = visit.messages.filter({ hasText: text }).last();
  await message.waitFor({ timeout: 20_000 });
  return message;
}

type Act = (ana: Visit, stage: Stage) => Promise<Locator>;

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
