import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { slashCommand } from '../../src/bot/command.ts';
import { truncate } from '../../src/reply/cut.ts';
import { noticeView } from '../../src/reply/notice-view.ts';
import { completeSource, resolveSource } from './source-option.ts';
import { outlineView, sourcesView } from './view.ts';

/** `/sources`: the works with their references; or one work, its outline, to be read paragraph by paragraph. */
export const sources = slashCommand({
  type: ApplicationCommandType.ChatInput,
  name: 'sources',
  options: [{ name: 'source', type: ApplicationCommandOptionType.String, max_length: 200, autocomplete: true }],
  complete: { source: completeSource },
  run({ source: named }, { knowledge, messages }) {
    if (named === undefined) return { show: 'private', components: sourcesView(knowledge.material, 0, messages) };
    const source = resolveSource(named, knowledge);
    const article = knowledge.material.articles.find((candidate) => candidate.source === source);
    const components = article
      ? outlineView(article, 0, messages)
      : noticeView(messages.markdown('answer.unknownSource', { source: truncate(named, 100) }));
    return { show: 'private', components };
  },
});
