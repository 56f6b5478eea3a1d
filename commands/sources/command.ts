import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { slashCommand } from '../../src/bot/command.ts';
import { completeSource, resolveArticle, unknownSource } from './source-option.ts';
import { outlineView, sourcesView } from './view.ts';

/** `/sources`: the works with their references; or one work, its outline, to be read paragraph by paragraph. */
export const sources = slashCommand({
  type: ApplicationCommandType.ChatInput,
  name: 'sources',
  options: [{ name: 'source', type: ApplicationCommandOptionType.String, max_length: 200, autocomplete: true }],
  complete: { source: completeSource },
  run({ source: named }, { knowledge, messages }) {
    if (named === undefined) return { show: 'private', components: sourcesView(knowledge.material, 0, messages) };
    const article = resolveArticle(named, knowledge);
    if (!article) return unknownSource(named, messages);
    return { show: 'private', components: outlineView(article, 0, messages) };
  },
});
