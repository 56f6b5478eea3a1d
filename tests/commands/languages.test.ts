import { Locale } from 'discord-api-types/v10';
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
  ana = sandbox.client('ana');
});

afterAll(async () => {
  expect(sandbox.violations).toEqual([]);
  await bot.gateway.close();
  await sandbox.close();
});

const QUESTION = 'When was CELAC founded?';
const labels = (message: ReturnType<typeof messageOf>) => buttonsOf(message).map(({ label }) => label);

describe.each([
  [Locale.SpanishES, 'Las fuentes no coinciden', /29 de mayo de 2013, párr\. 3/, 'Más contexto', 'No he encontrado'],
  [Locale.SpanishLATAM, 'Las fuentes no coinciden', /29 de mayo de 2013, párr\. 3/, 'Más contexto', 'No he encontrado'],
  [Locale.PortugueseBR, 'As fontes discordam', /29 de maio de 2013, par\. 3/, 'Mais contexto', 'Não encontrei'],
  [Locale.Russian, 'Источники расходятся', /29 мая 2013 г\., абз\. 3/, 'Больше контекста', 'Я не нашёл'],
  [Locale.German, 'Die Quellen widersprechen sich', /29\. Mai 2013, Abs\. 3/, 'Mehr Kontext', 'nicht gefunden'],
  [Locale.French, 'Les sources se contredisent', /29 mai 2013, paragr\. 3/, 'Plus de contexte', 'pas trouvé'],
] as const)('in %s', (locale, disagree, citation, button, absent) => {
  it('a reply for all speaks the language of the server, a private one that of the person', async () => {
    ana.setLocale(locale, 'guild');
    ana.setLocale(Locale.EnglishUS);
    const shown = messageOf(await ana.command('ask', { question: QUESTION }));
    expect(isEphemeral(shown)).toBe(false);
    expect(textOf(shown)).toContain(disagree);
    expect(textOf(shown)).toMatch(citation);
    expect(labels(shown)).toContain(button);

    ana.setLocale(Locale.EnglishUS, 'guild');
    ana.setLocale(locale);
    const unfound = messageOf(await ana.command('ask', { question: 'Who baked the lemon tart?' }));
    expect(isEphemeral(unfound)).toBe(true);
    expect(textOf(unfound)).toContain(absent);
    const own = messageOf(await ana.command('ask', { question: QUESTION, private: true }));
    expect(labels(own)).toContain(button);
  });

  it.each([
    ['compare', { topic: 'CELAC' }],
    ['disagreements', {}],
    ['overview', { source: 'stratfor-2014' }],
    ['timeline', { about: 'CELAC' }],
    ['coverage', { source: 'stratfor-2014' }],
  ] as const)('/%s writes places and dates in no other language', async (command, args) => {
    ana.setLocale(locale);
    const text = textOf(messageOf(await ana.command(command, args)));
    expect(text).toMatch(/\d/);
    expect(text).not.toContain('¶');
    // Elsewhere stand the passages' own words.
    const cited = text.split('\n').filter((line) => /^(?:-# | {2}- )/.test(line));
    expect(cited.filter((line) => /\d (?:April|May) 20\d\d/.test(line))).toEqual([]);
  });
});

it('what has no catalogue of its own is answered in English', async () => {
  ana.setLocale(Locale.Japanese);
  const help = messageOf(await ana.command('help'));
  expect(textOf(help)).toContain('Answers with their paragraph');
});
