import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { slashCommand } from '../../src/bot/command.ts';
import { overviewOf } from '../../src/study/overview/overview.ts';
import { completeSource, noSources, resolveArticle, unknownSource } from '../sources/source-option.ts';
import { overviewView } from './view.ts';

/** `/overview`: what a work is about, in its own words. */
export const overview = slashCommand({
  type: ApplicationCommandType.ChatInput,
  name: 'overview',
  options: [
    { name: 'source', type: ApplicationCommandOptionType.String, required: true, max_length: 200, autocomplete: true },
  ],
  complete: { source: completeSource },
  async run({ source: named }, context) {
    const { knowledge, messages } = context;
    const { material, language } = knowledge;
    const article = resolveArticle(named, knowledge);
    if (!article) return noSources(context) ?? unknownSource(named, messages);
    const overview = await overviewOf(article, { terms: material.terms, language });
    return { show: 'private', components: overviewView(article, overview, messages) };
  },
});
