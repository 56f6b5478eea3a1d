import { ComponentType, Locale } from 'discord-api-types/v10';
import { messageOf, type Sandbox, type SandboxClient, startSandbox } from 'discord-sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLibrary, startBot, type TestBot } from '../support/bot.ts';
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

  it('writes dates and words in the language of the reply, but in Harvard style', async () => {
    ana.setLocale(Locale.German);
    const command = ana.command('cite', { source: 'moscow-times-2013', paragraph: 2 });
    const text = textOf(messageOf(await command)).replaceAll('\\', '');
    ana.setLocale(Locale.EnglishGB);
    expect(text).toContain('(2013, Mai 29)');
    expect(text).toContain('(Nechepurenko, 2013, Abs. 2)');
    expect(text).toContain('„Russia Seeks');
    expect(text).toContain('29. Mai 2013');
    expect(text).toContain('29 May. Available at: https:');
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
    expect(text).toMatch(/no paragraph 999 in this source\. The last one is \d+\./);
  });

  it('says that there is no such work', async () => {
    expect(textOf(messageOf(await ana.command('cite', { source: 'zzzzqqqq' })))).toContain('zzzzqqqq');
  });

  it.each(['BibTeX', 'RIS', 'CSL-JSON'])('sends a %s file', async (label) => {
    const message = messageOf(await ana.command('cite', { source: 'stratfor-2014' }));
    const sent = messageOf(await ana.click(message, label));
    expect(isEphemeral(sent)).toBe(true);
    const files = (sent.components ?? []).filter(({ type }) => type === ComponentType.File);
    expect(files).toEqual([expect.objectContaining({ name: expect.stringMatching(/^reference\.(?:bib|ris|json)$/) })]);
  });

  it('stands below the paragraphs around an excerpt', async () => {
    const answer = messageOf(await ana.command('ask', { question: 'When was CELAC founded?' }));
    const context = messageOf(await ana.click(answer, 'More context'));
    expect(buttonsOf(context).map(({ label }) => label)).toEqual([
      'Read on from here',
      'Add to my cards',
      'Cite',
      'Source',
    ]);
    expect(textOf(messageOf(await ana.click(context, 'Cite')))).toMatch(/para\\?\. \d/);
  });
});

describe('/compare', () => {
  it('shows what differs, what agrees, what one work has alone, and ends with what differs', async () => {
    const message = messageOf(await ana.command('compare', { topic: 'CELAC' }));
    const text = textOf(message);
    expect(text).toMatch(
      /They differ:\*\*\n- CELAC · founded\n {2}- \*\*2010\*\* The Moscow Times.*¶ 3\n {2}- \*\*2011\*\* Stratfor.*¶ 8/,
    );
    expect(text).toMatch(
      /They agree:\*\*\n- CELAC · full name\n {2}- \*\*Community of Latin American and Caribbean States\*\* .*Moscow.*·.*Stratfor/,
    );
    expect(text).toMatch(/Only in The Moscow Times, 29 May 2013:\*\*\n- CELAC · /);
    expect(text.split('\n').at(-1)).toMatch(/^They differ on CELAC\\: founded/);
    expect(text.match(/^> /gm)?.length).toBeGreaterThanOrEqual(2);
  });

  it('compares the works that are named, however many there are', async () => {
    const text = textOf(messageOf(await ana.command('compare', { topic: 'CELAC', sources: 'stratfor-2014' })));
    expect(text).not.toContain('Moscow Times');
    expect(text).toContain('Only one of these sources mentions this.');
  });

  it('says that there is nothing on a topic, and that there is no such work', async () => {
    expect(textOf(messageOf(await ana.command('compare', { topic: 'boiled eggs' })))).toContain(
      'nothing on “boiled eggs”',
    );
    const outcome = await ana.command('compare', { topic: 'CELAC', sources: 'stratfor-2014; zzzzqqqq' });
    expect(textOf(messageOf(outcome))).toContain('“zzzzqqqq”');
  });

  it('completes the last of several works', async () => {
    const [choice] = await ana.autocomplete('compare', 'sources', 'stratfor-2014; mosc', { topic: 'CELAC' });
    expect(choice?.value).toBe('stratfor-2014; moscow-times-2013');
  });

  it('is shared without the button that shared it', async () => {
    const message = messageOf(await ana.command('compare', { topic: 'CELAC' }));
    const shared = messageOf(await ana.click(message, 'Share'));
    expect(isEphemeral(shared)).toBe(false);
    expect(buttonsOf(shared)).toEqual([]);
  });
});

describe('/disagreements', () => {
  it('shows every fact on which sources differ, page by page', async () => {
    const first = messageOf(await ana.command('disagreements'));
    const count = Number(/differ on (\d+) facts/.exec(textOf(first))?.[1]);
    const disputed = openLibrary().entries.all.filter((entry) => entry.disputed);
    expect(count).toBe(disputed.length);
    let message = first;
    let seen = textOf(first);
    while (buttonsOf(message).some(({ label, disabled }) => label === 'Next' && !disabled)) {
      message = messageOf(await ana.click(message, 'Next'));
      seen += textOf(message);
    }
    for (const { attribute } of disputed) expect(seen).toContain(attribute);
  });

  it('keeps to a subject', async () => {
    const text = textOf(messageOf(await ana.command('disagreements', { about: 'CELAC' })));
    expect(text).toContain('**CELAC**');
    expect(text).toContain('- CELAC · founded');
    expect(text.match(/^- (?!CELAC)/m)).toBeNull();
  });

  it('says that there are none', async () => {
    expect(textOf(messageOf(await ana.command('disagreements', { about: 'boiled eggs' })))).toContain(
      'No facts about “boiled eggs” to compare.',
    );
    expect(textOf(messageOf(await ana.command('disagreements', { about: 'Chile' })))).toContain(
      'Wherever sources share a fact about “Chile”, they agree on it.',
    );
    expect(textOf(messageOf(await ana.command('disagreements', { about: 'BRICS' })))).toContain(
      'No two sources share a fact about “BRICS”.',
    );
  });
});

describe('/overview', () => {
  it('quotes the central sentences with their paragraphs, and says what the work mentions most', async () => {
    const message = messageOf(await ana.command('overview', { source: 'stratfor-2014' }));
    const text = textOf(message);
    expect(text).toContain('The main sentences of our notes on it');
    const quotes = [...text.matchAll(/^> (.*)\n-# ¶ (\d+)$/gm)];
    expect(quotes).toHaveLength(5);
    const { passages } = openLibrary().material;
    for (const [, quoted = '', paragraph] of quotes) {
      expect(passages.get(`stratfor-2014#${paragraph}`)?.text).toContain(quoted.replaceAll('\\', ''));
    }
    expect(text).toMatch(/Names it mentions most:\*\* Russia \(\d+ paragraphs\)/);
    expect(textOf(messageOf(await ana.click(message, 'Read it')))).toContain('¶ 1');
  });
});

describe('/timeline', () => {
  it('shows what is dated in order, page by page, each with its source', async () => {
    const first = messageOf(await ana.command('timeline'));
    expect(textOf(first)).toMatch(
      /\*\*2010\*\* CELAC · founded\\: 2010 \\\(the sources disagree\\\)\n-# The Moscow Times/,
    );
    const next = messageOf(await ana.click(first, 'Next'));
    expect(textOf(next)).toContain('2015');
    expect(textOf(messageOf(await ana.click(next, 'Previous')))).toBe(textOf(first));
  });

  it('keeps what it is about and its years while pages are turned', async () => {
    const text = textOf(messageOf(await ana.command('timeline', { about: 'CELAC', from: 2011, to: 2012 })));
    expect(text).toContain('**CELAC**');
    expect(text.match(/^\*\*\d.*$/gm)).toEqual([expect.stringContaining('2011')]);
  });

  it('is drawn as a picture that says what it shows', async () => {
    const message = messageOf(await ana.command('timeline', { about: 'CELAC' }));
    const drawn = messageOf(await ana.click(message, 'As a picture'));
    const [gallery] = (drawn.components ?? []).flatMap((each) =>
      each.type === ComponentType.Container
        ? each.components.filter(({ type }) => type === ComponentType.MediaGallery)
        : [],
    );
    const [item] = gallery?.type === ComponentType.MediaGallery ? gallery.items : [];
    expect(item?.description).toMatch(/^Timeline: CELAC\n2010: CELAC · founded: 2010/);
    expect(item?.media.url).toMatch(/timeline\.png/);
  });

  it('says that nothing is dated', async () => {
    expect(textOf(messageOf(await ana.command('timeline', { from: 2090 })))).toContain('no dates');
  });
});
