import { messageOf, type Outcome, type Sandbox, type SandboxClient, startSandbox } from 'discord-sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMemoryStore } from '../../src/store/memory.ts';
import type { Store } from '../../src/store/store.ts';
import { addDays, dayOf } from '../../src/study/days.ts';
import { openLibrary, startBot, type TestBot } from '../support/bot.ts';
import { fixedGuilds } from '../support/guilds.ts';
import { buttonsOf, isEphemeral, textOf } from '../support/message.ts';

describe('/leaderboard', () => {
  let sandbox: Sandbox;
  let bot: TestBot;
  let store: Store;
  let ana: SandboxClient;
  let ben: SandboxClient;
  let rounds = 0;

  beforeAll(async () => {
    sandbox = await startSandbox();
    store = await openMemoryStore();
    const library = openLibrary();
    const guilds = { ...fixedGuilds(library), forget: (who: string) => store.forgetPerson(who) };
    bot = await startBot(sandbox, { store, library, guilds });
    ana = sandbox.client('ana');
    ben = sandbox.client('ben');
  });

  afterAll(async () => {
    expect(sandbox.violations).toEqual([]);
    await bot.gateway.close();
    await sandbox.close();
  });

  /** As if the person had answered so many questions of rounds on a day. */
  async function answered({ user }: SandboxClient, right: number, wrong: number, daysAgo = 0): Promise<void> {
    const guild = sandbox.guildId;
    const day = addDays(dayOf(Date.now(), 'UTC'), -daysAgo);
    for (let i = 0; i < right + wrong; i++) {
      const id = `r${rounds++}`;
      const place = { guild, id, channel: id, host: undefined, plan: {}, progress: {}, startedAt: 1 };
      await store.startRound({ ...place, openQuestion: 0 });
      await store.answerRound({ guild, round: id, question: 0, person: user.id, right: i < right, at: 1, day });
    }
  }

  const labels = (outcome: Outcome) => buttonsOf(messageOf(outcome)).map(({ label }) => label);

  it('says that nobody has answered yet', async () => {
    expect(textOf(messageOf(await ana.command('leaderboard')))).toContain('Nobody answered a quiz question');
  });

  it('lists who had most right, with days in a row, and pings nobody', async () => {
    await answered(ana, 1, 2);
    await answered(ben, 2, 0);
    for (const ago of [1, 2]) await answered(ben, 1, 0, ago);
    const all = messageOf(await ana.command('leaderboard', { when: 'all' }));
    expect(isEphemeral(all)).toBe(false);
    expect(all.mentions).toEqual([]);
    expect(textOf(all)).toBe(
      `## Leaderboard: all time\n**1** <@${ben.user.id}>: 4 right, 3 days in a row\n**2** <@${ana.user.id}>: 1 right`,
    );
    const today = textOf(messageOf(await ana.command('leaderboard', { when: 'today' })));
    expect(today).toContain(`**1** <@${ben.user.id}>: 2 right`);
    const yesterday = textOf(messageOf(await ana.command('leaderboard', { when: 'yesterday' })));
    expect(yesterday).toContain(`**1** <@${ben.user.id}>: 1 right`);
    expect(yesterday).not.toContain(ana.user.id);
  });

  it('shows each their own place, takes their time zone, and refuses one that there is not', async () => {
    const board = messageOf(await ana.command('leaderboard', { when: 'all' }));
    const own = await ben.click(board, 'My settings');
    expect(isEphemeral(messageOf(own))).toBe(true);
    expect(textOf(messageOf(own))).toContain('Place 1: 4 right, 3 days in a row');
    expect(labels(own)).toEqual(['Change my time zone', 'Hide me']);
    const fill = async (zone: string) => {
      const form = await ben.click(messageOf(own), 'Change my time zone');
      if (form.kind !== 'modal') throw new Error(form.kind);
      return messageOf(await ben.submit(form.modal, { zone }));
    };
    expect(textOf(await fill('Atlantis'))).toContain('I don’t know the time zone “Atlantis”');
    expect(textOf(await fill('bogotá'))).toContain('**America/Bogota**');
    expect(await store.player(sandbox.guildId, ben.user.id)).toEqual({ timeZone: 'America/Bogota', hidden: false });
  });

  it('leaves out who hides until they show themselves again', async () => {
    const board = messageOf(await ana.command('leaderboard', { when: 'all' }));
    const own = messageOf(await ben.click(board, 'My settings'));
    expect(labels(await ben.click(own, 'Hide me'))).toContain('Show me');
    expect(textOf(messageOf(await ana.command('leaderboard', { when: 'all' })))).not.toContain(ben.user.id);
    await ben.click(own, 'Show me');
    expect(textOf(messageOf(await ana.command('leaderboard', { when: 'all' })))).toContain(ben.user.id);
  });

  it('is switched off and on by managers alone', async () => {
    const board = messageOf(await ana.command('leaderboard'));
    const own = messageOf(await ana.click(board, 'My settings'));
    await ana.click(own, 'Switch the leaderboard off');
    const off = messageOf(await ben.command('leaderboard'));
    expect(isEphemeral(off)).toBe(true);
    expect(textOf(off)).toContain('switched off');
    await answered(ben, 9, 0);
    const panel = messageOf(await ana.command('leaderboard'));
    await ana.click(panel, 'Switch the leaderboard on');
    expect(textOf(messageOf(await ben.command('leaderboard', { when: 'all' })))).toContain('4 right');
  });

  it('knows nothing of who was forgotten', async () => {
    await ben.click(messageOf(await ben.command('forget me')), 'Delete my data');
    const board = textOf(messageOf(await ana.command('leaderboard', { when: 'all' })));
    expect(board).not.toContain(ben.user.id);
    expect(board).toContain(`**1** <@${ana.user.id}>: 1 right`);
  });
});
