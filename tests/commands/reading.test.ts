import { ComponentType } from 'discord-api-types/v10';
import { messageOf, type Sandbox, type SandboxClient, startSandbox } from 'discord-sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBot, type TestBot } from '../support/bot.ts';
import { buttonsOf, isEphemeral, textOf } from '../support/message.ts';

let sandbox: Sandbox;
let bot: TestBot;
let ana: SandboxClient;

beforeAll(async () => {
  sandbox = await startSandbox();
  bot = await startBot(sandbox);
  ana = sandbox.client(sandbox.people[0]?.username);
});

afterAll(async () => {
  expect(sandbox.violations).toEqual([]);
  await bot.gateway.close();
  await sandbox.close();
});

describe('/cite', () => {
  it('gives the reference in all four styles, to the asker alone', async () => {
    const message = messageOf(await ana.command('cite', { source: 'moscow-times-2013' }));
    expect(isEphemeral(message)).toBe(true);
    const text = textOf(message).replaceAll('\\', '');
    expect(text).toContain(
      'Nechepurenko, I. (2013, May 29). Russia Seeks to Restore Influence in Latin America. *The Moscow Times*. https:',
    );
    expect(text).toContain(
      'Nechepurenko, Ivan. “Russia Seeks to Restore Influence in Latin America.” *The Moscow Times*,',
    );
    expect(text).toContain('Nechepurenko, Ivan. 2013. “Russia Seeks');
    expect(text).toContain('Nechepurenko, I. (2013) ‘Russia Seeks');
    expect(text).toContain('In the text: (Nechepurenko, 2013)');
  });

  it('gives one style, and names the paragraph', async () => {
    const text = textOf(
      messageOf(await ana.command('cite', { source: 'stratfor-2014', style: 'apa', paragraph: 8 })),
    ).replaceAll('\\', '');
    expect(text).toContain('(Stratfor, 2014, para. 8)');
    expect(text).not.toContain('MLA');
  });

  it('says which paragraph is the last where there is none of that number', async () => {
    const text = textOf(messageOf(await ana.command('cite', { source: 'stratfor-2014', paragraph: 999 })));
    expect(text).toMatch(/no paragraph 999 in this work\. The last one is \d+\./);
  });

  it('says that there is no such work', async () => {
    expect(textOf(messageOf(await ana.command('cite', { source: 'zzzzqqqq' })))).toContain('zzzzqqqq');
  });

  it.each(['BibTeX file', 'RIS file', 'CSL-JSON file'])('sends a %s', async (label) => {
    const message = messageOf(await ana.command('cite', { source: 'stratfor-2014' }));
    const sent = messageOf(await ana.click(message, label));
    expect(isEphemeral(sent)).toBe(true);
    const files = (sent.components ?? []).filter(({ type }) => type === ComponentType.File);
    expect(files).toEqual([expect.objectContaining({ name: expect.stringMatching(/^reference\.(?:bib|ris|json)$/) })]);
  });

  it('stands below the paragraphs around an excerpt', async () => {
    const answer = messageOf(await ana.command('ask', { question: 'When was CELAC founded?' }));
    const context = messageOf(await ana.click(answer, 'More context'));
    expect(buttonsOf(context).map(({ label }) => label)).toEqual(['Read on from here', 'Cite']);
    expect(textOf(messageOf(await ana.click(context, 'Cite')))).toMatch(/para\\?\. \d/);
  });
});
