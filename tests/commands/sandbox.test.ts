import { messageOf, type Sandbox, type SandboxClient, startSandbox } from 'discord-sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeKnowledge } from '../material/fixture.ts';
import { openLibrary, startBot, type TestBot, TRANSPORTS } from '../support/bot.ts';
import { buttonsOf, choicesOf, isEphemeral, textOf } from '../support/message.ts';

describe.each(TRANSPORTS)('over %s', (transport) => {
  let sandbox: Sandbox;
  let bot: TestBot;
  let ana: SandboxClient;
  let ben: SandboxClient;

  beforeAll(async () => {
    sandbox = await startSandbox();
    bot = await startBot(sandbox, { transport });
    ana = sandbox.client(sandbox.people[0]?.username);
    ben = sandbox.client(sandbox.people[1]?.username);
  });

  afterAll(async () => {
    expect(sandbox.violations).toEqual([]);
    await bot.gateway.close();
    await sandbox.close();
  });

  const QUESTION = 'When was CELAC founded?';

  describe('/ask', () => {
    it('shows both years where the sources disagree, each with its source and paragraph', async () => {
      const message = messageOf(await ana.command('ask', { question: QUESTION }));
      const text = textOf(message);
      expect(text).toContain('The sources disagree');
      expect(text).toMatch(/## 2010\n-# The Moscow Times, 29 May 2013, ¶ 3/);
      expect(text).toMatch(/## 2011\n-# Stratfor, 30 April 2014, ¶ 8/);
      expect(isEphemeral(message)).toBe(false);
      expect(message.mentions).toEqual([]);
    });

    it('labels an excerpt for what it is and marks the words that matched', async () => {
      const text = textOf(messageOf(await ana.command('ask', { question: QUESTION })));
      expect(text).toMatch(/\*\*[^*]*CELAC[^*]*\*\*/);
      expect(text).toContain('our summary of this paragraph');
    });

    it('is shown to the asker alone where they want it so', async () => {
      const message = messageOf(await ana.command('ask', { question: QUESTION, private: true }));
      expect(isEphemeral(message)).toBe(true);
      expect(ben.messages().some(({ id }) => id === message.id)).toBe(false);
    });

    it('says to the asker alone that the material does not hold it', async () => {
      const message = messageOf(await ana.command('ask', { question: 'How long do I boil an egg?' }));
      expect(isEphemeral(message)).toBe(true);
      expect(textOf(message)).toContain('couldn’t find this in your sources');
    });

    it('answers from one source where told to', async () => {
      const text = textOf(
        messageOf(await ana.command('ask', { question: QUESTION, source: 'stratfor-2014', private: true })),
      );
      expect(text).toContain('2011');
      expect(text).not.toContain('The Moscow Times');
    });

    it('says that there is no such source', async () => {
      const message = messageOf(await ana.command('ask', { question: QUESTION, source: 'zzzzqqqq' }));
      expect(textOf(message)).toContain('I don’t know the source “zzzzqqqq”');
      expect(isEphemeral(message)).toBe(true);
    });

    it.each(['   ', '🙂', '<@1>', '***', '?!'])('asks for a question where %j is none', async (question) => {
      const message = messageOf(await ana.command('ask', { question }));
      expect(isEphemeral(message)).toBe(true);
    });

    it('answers a question of 6,000 characters', async () => {
      const message = messageOf(await ana.command('ask', { question: 'When was CELAC founded, '.repeat(250) }));
      expect(textOf(message)).toContain('CELAC');
    });

    it('pings and formats nothing that a question says', async () => {
      const question = '@everyone # [CELAC](https://evil.example) founded ||when|| `code`';
      const message = messageOf(await ana.command('ask', { question, private: true }));
      expect(message.mention_everyone).toBe(false);
      expect(textOf(message)).not.toMatch(/(?<!\\)\]\(/);
    });

    it('completes a question from the words that matter', async () => {
      const choices = await ana.autocomplete('ask', 'question', 'celac founded');
      expect(choices.slice(0, 3).map(({ name }) => name)).toContain(QUESTION);
    });

    it('suggests where to begin before anything is typed', async () => {
      expect((await ana.autocomplete('ask', 'question', '')).length).toBeGreaterThan(10);
    });

    it('completes a source by its publisher', async () => {
      const choices = await ana.autocomplete('ask', 'source', 'moscow');
      expect(choices[0]).toMatchObject({ value: 'moscow-times-2013' });
    });
  });

  describe('the buttons under an answer', () => {
    it('turn to the next excerpt and back', async () => {
      const first = messageOf(await ana.command('ask', { question: QUESTION, private: true }));
      const second = messageOf(await ana.click(first, 'Next'));
      expect(textOf(second)).toMatch(/-# 2 of \d · “/);
      expect(textOf(second)).not.toBe(textOf(first));
      expect(textOf(messageOf(await ana.click(second, 'Previous')))).toBe(textOf(first));
    });

    it('give whoever did not ask a copy of their own', async () => {
      const shown = messageOf(await ana.command('ask', { question: QUESTION }));
      const copy = messageOf(await ben.click(shown, 'Next'));
      expect(copy.id).not.toBe(shown.id);
      expect(isEphemeral(copy)).toBe(true);
      const turned = messageOf(await ben.click(copy, 'Next'));
      expect(turned.id).toBe(copy.id);
      expect(textOf(turned)).toMatch(/-# 3 of \d · “/);
    });

    it('show the paragraphs around an excerpt, and the whole of it', async () => {
      const shown = messageOf(await ana.command('ask', { question: QUESTION }));
      const context = messageOf(await ben.click(shown, 'More context'));
      expect(isEphemeral(context)).toBe(true);
      expect(textOf(context)).toMatch(/¶ 2[\s\S]*¶ 3[\s\S]*¶ 4/);
      const whole = messageOf(await ben.click(context, 'Read on from here'));
      expect(whole.id).toBe(context.id);
    });

    it('share a private answer with all, naming who did', async () => {
      const hidden = messageOf(await ana.command('ask', { question: QUESTION, private: true }));
      const shared = messageOf(await ana.click(hidden, 'Share'));
      expect(isEphemeral(shared)).toBe(false);
      expect(textOf(shared)).toContain(`Shared by ${ana.user.global_name}`);
      expect(buttonsOf(shared).map(({ label }) => label)).not.toContain('Share');
      expect(ben.messages().some(({ id }) => id === shared.id)).toBe(true);
      expect(textOf(messageOf(await ana.click(shared, 'Next')))).toContain('Shared by');
      expect(textOf(messageOf(await ana.click(hidden, 'Share')))).toBe('You already shared this.');
    });

    // Over HTTP the endpoint's own response is the answer: no request for it can be refused.
    it.runIf(transport === 'gateway')('share a private answer again where the first press failed', async () => {
      const hidden = messageOf(await ana.command('ask', { question: QUESTION, private: true }));
      sandbox.faults.dropNext(1, 400, ({ path }) => path.includes('/callback'));
      expect(isEphemeral(messageOf(await ana.click(hidden, 'Share')))).toBe(true);
      expect(textOf(messageOf(await ana.click(hidden, 'Share')))).toContain('Shared by');
    });

    it('ask a question chosen from the list under a reply', async () => {
      const help = messageOf(await ana.command('help'));
      expect(JSON.stringify(help)).toMatch(/"try"[\s\S]*<\/ask:/);
      expect(textOf(help)).toMatch(/<\/ask:\d+>[\s\S]*<\/quiz start:\d+>[\s\S]*\*\*\/library\*\*/);
      const [choice] = choicesOf(help);
      const answer = messageOf(await ana.select(help, 'try', [choice?.value ?? '']));
      expect(textOf(answer)).toContain(choice?.label.slice(0, 10));
    });
  });

  describe('/fact', () => {
    it('shows the value large, with its citation', async () => {
      const [choice] = await ana.autocomplete('fact', 'about', 'number of celac member states');
      const message = messageOf(await ana.command('fact', { about: String(choice?.value) }));
      expect(textOf(message)).toMatch(/^-# CELAC · number of member states[^\n]*\n## 33/);
      expect(textOf(message)).toContain('The Moscow Times, 29 May 2013, ¶ 3');
    });

    it("shows the other source's value where they differ", async () => {
      const text = textOf(messageOf(await ana.command('fact', { about: 'CELAC · founded' })));
      expect(text).toContain('## 2010');
      expect(text).toContain('## 2011');
    });

    it('takes text that is no choice, misspelt too', async () => {
      expect(textOf(messageOf(await ana.command('fact', { about: 'cellac foundd' })))).toContain('2010');
    });

    it('says that the table does not hold it', async () => {
      const message = messageOf(await ana.command('fact', { about: 'qqq zzz' }));
      expect(textOf(message)).toContain('I have no fact about “qqq zzz”');
      expect(isEphemeral(message)).toBe(true);
    });

    it('completes at most 25', async () => {
      expect((await ana.autocomplete('fact', 'about', 'a')).length).toBeLessThanOrEqual(25);
    });
  });

  describe('/sources', () => {
    it('lists the works, opens one, and reads it note by note', async () => {
      const list = messageOf(await ana.command('sources'));
      expect(textOf(list)).toContain('Ivan Nechepurenko');
      const choice = choicesOf(list).find(({ label }) => label.startsWith('Russia Pushes'));
      const outline = messageOf(await ana.select(list, 'open', [choice?.value ?? '']));
      expect(textOf(outline)).toContain('¶ 8');
      const reading = messageOf(await ana.select(outline, 'goto', [choicesOf(outline)[0]?.value ?? '']));
      const next = messageOf(await ana.click(reading, 'Next'));
      expect(textOf(next)).toContain('¶ 2');
      const back = messageOf(await ana.click(next, 'Outline'));
      expect(textOf(back)).toBe(textOf(outline));
    });

    it('opens the work it is told to', async () => {
      const outline = messageOf(await ana.command('sources', { source: 'moscow-times-2013' }));
      expect(textOf(outline)).toContain('Russia Seeks to Restore');
      expect(textOf(messageOf(await ana.click(outline, 'Next')))).toContain('¶ 18');
    });
  });

  describe('Find sources', () => {
    it('says which names and figures of a message the passage does not hold', async () => {
      const message = ben.post('CELAC was founded in 2009. It consists of 33 states.');
      const text = textOf(messageOf(await ana.messageCommand('Find sources', message)));
      expect(text).toContain('Differs');
      expect(text).toContain('2009');
    });

    it('says on what the sources disagree before it quotes one of them', async () => {
      const message = ben.post('CELAC was founded in 1998.');
      expect(textOf(messageOf(await ana.messageCommand('Find sources', message)))).toMatch(
        /The sources disagree\*\* .*\n\*\*Differs:\*\* .* It says:\n+> /,
      );
    });

    it('says that they are the same', async () => {
      const message = ben.post('CELAC consists of 33 states.');
      expect(textOf(messageOf(await ana.messageCommand('Find sources', message)))).toContain(
        'Mentions the same names and figures.',
      );
    });

    it('answers a message that asks', async () => {
      const found = messageOf(
        await ana.messageCommand('Find sources', ben.post('So when was CELAC founded? Who knows?')),
      );
      expect(textOf(found)).toContain('The sources disagree');
      expect(isEphemeral(found)).toBe(true);
    });

    it.each([
      ['why?', 'Each question stands alone.'],
      ['summarise', '/overview'],
      ['La CELAC fue fundada en 1998.', 'Aquí busco en otro idioma: inglés.'],
    ])('tells as /ask does what is no statement to look up: %s', async (message, notice) => {
      const found = messageOf(await ana.messageCommand('Find sources', ben.post(message)));
      expect(textOf(found)).toContain(notice);
      expect(isEphemeral(found)).toBe(true);
    });

    it('says that nothing bears on it', async () => {
      const message = ben.post('I will bring cake on Friday.');
      const found = messageOf(await ana.messageCommand('Find sources', message));
      expect(textOf(found)).toContain('couldn’t find this in your sources');
      expect(isEphemeral(found)).toBe(true);
    });
  });

  describe('a restart', () => {
    it('leaves the buttons of earlier replies working', async () => {
      const shown = messageOf(await ana.command('ask', { question: QUESTION }));
      await bot.gateway.close();
      bot = await startBot(sandbox, { transport });
      expect(textOf(messageOf(await ana.click(shown, 'Next')))).toContain('2 of ');
      expect(bot.lines.join('')).toContain('"registered":false');
    });
  });

  describe('material that was edited', () => {
    it('is noticed by the buttons of earlier replies, which say so and show nothing else', async () => {
      const shown = messageOf(await ana.command('ask', { question: QUESTION }));
      await bot.gateway.close();
      bot = await startBot(sandbox, { library: openLibrary(writeKnowledge()), transport });
      for (const label of ['Next', 'More context']) {
        const reply = messageOf(await ana.click(shown, label));
        expect(textOf(reply)).toContain('The sources have changed');
        expect(isEphemeral(reply)).toBe(true);
      }
      await bot.gateway.close();
      bot = await startBot(sandbox, { transport });
    });
  });

  describe('direct messages', () => {
    it('answer like a channel', async () => {
      expect(textOf(messageOf(await ana.in('dm').command('ask', { question: QUESTION })))).toContain('2010');
    });
  });
});
