import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { slashCommand } from '../../src/bot/command.ts';
import { toDefinitions } from '../../src/discord/definitions.ts';
import { sameCommands } from '../../src/discord/registration.ts';
import { createCatalogue } from '../../src/reply/messages.ts';
import { packageRoot } from '../../src/root.ts';

const roll = slashCommand({
  type: ApplicationCommandType.ChatInput,
  name: 'roll',
  options: [
    { name: 'sides', type: ApplicationCommandOptionType.Integer, min_value: 2, max_value: 100 },
    { name: 'colour', type: ApplicationCommandOptionType.String, choices: ['red', 'blue'] },
  ],
  complete: {},
  run: () => ({ show: 'private', components: [] }),
});

const texts = (description: string, red: string) => ({
  commands: {
    roll: {
      description,
      options: { sides: 'Sides', colour: 'Colour' },
      choices: { colour: { red, blue: 'Blue' } },
    },
  },
});
const english = texts('Roll a die', 'Red');
const definitionsWith = (spanish?: ReturnType<typeof texts>) =>
  toDefinitions([roll], createCatalogue({ en: english, ...(spanish ? { es: spanish } : {}) }));

describe('definitions', () => {
  it('hold no translations where there is one language', () => {
    expect(JSON.stringify(definitionsWith())).not.toContain('_localizations');
  });

  it('hold descriptions and names of choices in every locale of a language, and English names of commands', () => {
    const [definition] = definitionsWith(texts('Tira un dado', 'Rojo'));
    expect(definition).toMatchObject({
      name: 'roll',
      description: 'Roll a die',
      description_localizations: { 'es-ES': 'Tira un dado', 'es-419': 'Tira un dado' },
      options: [
        { name: 'sides', min_value: 2, max_value: 100 },
        {
          name: 'colour',
          choices: [{ name: 'Red', value: 'red', name_localizations: { 'es-ES': 'Rojo' } }, { value: 'blue' }],
        },
      ],
    });
    expect(definition).not.toHaveProperty('name_localizations');
  });

  it('hold each description of the bot in every language of its catalogue', () => {
    const [first] = toDefinitions(commands);
    const locales =
      first && 'description_localizations' in first ? Object.keys(first.description_localizations ?? {}) : [];
    const catalogues = readdirSync(join(packageRoot, 'src', 'reply', 'locales')).map((name) => basename(name, '.json'));
    const translations = catalogues.filter((language) => language !== 'en');
    // Spanish serves both of Discord's; the others are one each.
    expect(locales.toSorted()).toEqual(translations.flatMap((one) => (one === 'es' ? ['es-419', 'es-ES'] : one)));
  });

  it('are registered again when a translation changes', () => {
    const registered = definitionsWith(texts('Tira un dado', 'Rojo'));
    expect(sameCommands(registered, definitionsWith(texts('Tira un dado', 'Rojo')))).toBe(true);
    expect(sameCommands(registered, definitionsWith(texts('Tira un dado', 'Encarnado')))).toBe(false);
    expect(sameCommands(registered, definitionsWith())).toBe(false);
  });
});
