import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { slashCommand } from '../../src/bot/command.ts';
import { completeSource, resolveSource, unknownSource } from '../sources/source-option.ts';
import { coverageOf } from './read.ts';
import { coverageView, neverShownView } from './view.ts';

/** `/coverage`: what of the material no answer ever showed, and what was asked without a clear answer. */
export const coverage = slashCommand({
  type: ApplicationCommandType.ChatInput,
  name: 'coverage',
  serverOnly: true,
  options: [{ name: 'source', type: ApplicationCommandOptionType.String, max_length: 200, autocomplete: true }],
  complete: { source: completeSource },
  run: ({ source: named }, context) =>
    coverageOf(context, (covered) => {
      const { knowledge, messages } = context;
      if (named === undefined) return { show: 'private', components: coverageView(covered, 0, messages) };
      const source = resolveSource(named, knowledge);
      const work = covered.works.find(({ article }) => article.source === source);
      if (!work) return unknownSource(named, messages);
      return { show: 'private', components: neverShownView(work, 0, messages) };
    }),
});
