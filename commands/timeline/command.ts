import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { slashCommand } from '../../src/bot/command.ts';
import { timelineOf } from '../../src/study/timeline/timeline.ts';
import { completeTopic } from '../compare/topic-option.ts';
import { timelineView } from './view.ts';

/** `/timeline`: what the material dates, the earliest first. */
export const timeline = slashCommand({
  type: ApplicationCommandType.ChatInput,
  name: 'timeline',
  options: [
    { name: 'about', type: ApplicationCommandOptionType.String, max_length: 100, autocomplete: true },
    { name: 'from', type: ApplicationCommandOptionType.Integer, min_value: 1, max_value: 9999 },
    { name: 'to', type: ApplicationCommandOptionType.Integer, min_value: 1, max_value: 9999 },
  ],
  complete: { about: completeTopic },
  async run({ about = '', from, to }, { knowledge, messages }) {
    const events = await timelineOf(knowledge, { about, from, to });
    const { material } = knowledge;
    return { show: 'private', components: timelineView({ about, from, to, events, page: 0 }, { material, messages }) };
  },
});
