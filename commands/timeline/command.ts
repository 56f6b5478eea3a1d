import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { slashCommand } from '../../src/bot/command.ts';
import { completeScope, scopeWord } from '../ask/scope.ts';
import { completeTopic } from '../compare/topic-option.ts';
import { noSources, unknownSource } from '../sources/source-option.ts';
import { readPage } from './read.ts';
import { timelineView } from './view.ts';

/** `/timeline`: what the material dates, the earliest first. */
export const timeline = slashCommand({
  type: ApplicationCommandType.ChatInput,
  name: 'timeline',
  options: [
    { name: 'about', type: ApplicationCommandOptionType.String, max_length: 100, autocomplete: true },
    { name: 'source', type: ApplicationCommandOptionType.String, max_length: 200, autocomplete: true },
    { name: 'from', type: ApplicationCommandOptionType.Integer, min_value: 1, max_value: 9999 },
    { name: 'to', type: ApplicationCommandOptionType.Integer, min_value: 1, max_value: 9999 },
  ],
  complete: { about: completeTopic, source: completeScope },
  async run({ about = '', source, from, to }, context) {
    const none = noSources(context);
    if (none) return none;
    const { messages } = context;
    const material = context.knowledge.material;
    const page = await readPage({ about, from, to, page: 0, source: scopeWord(source, context) }, context);
    if (!page) return unknownSource(source ?? '', messages);
    return { show: 'private', components: timelineView(page, { material, messages }) };
  },
});
