import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { type Complete, slashCommand } from '../../src/bot/command.ts';
import { truncate } from '../../src/reply/cut.ts';
import { clean } from '../../src/reply/escape.ts';
import { LIMITS } from '../../src/reply/limits.ts';
import { noSources } from '../sources/source-option.ts';
import { disagreementsView, factsOn } from './view.ts';

/** The subjects on which sources differ. */
const completeAbout: Complete = (typed, { knowledge }) => {
  const disputed = (
    typed.trim() === '' ? knowledge.entries.all : knowledge.completion.entries(typed, MAX_FOUND)
  ).filter((entry) => entry.disputed);
  const names = disputed.map(({ subject }) => truncate(clean(subject), LIMITS.choiceText));
  return [...new Set(names)].slice(0, LIMITS.choices).map((name) => ({ name, value: name }));
};

const MAX_FOUND = 200;

/** `/disagreements`: every fact on which sources differ, side by side. */
export const disagreements = slashCommand({
  type: ApplicationCommandType.ChatInput,
  name: 'disagreements',
  options: [{ name: 'about', type: ApplicationCommandOptionType.String, max_length: 100, autocomplete: true }],
  complete: { about: completeAbout },
  run({ about = '' }, context) {
    const { knowledge, messages } = context;
    const facts = factsOn(knowledge, about);
    const components = disagreementsView({ about, facts, page: 0 }, knowledge.material, messages);
    return noSources(context) ?? { show: 'private', components };
  },
});
