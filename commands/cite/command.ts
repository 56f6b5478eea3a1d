import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { slashCommand } from '../../src/bot/command.ts';
import { notice } from '../../src/bot/notice.ts';
import { STYLES } from '../../src/study/references/style-names.ts';
import { completeSource, noSources, resolveArticle, unknownSource } from '../sources/source-option.ts';
import { citeView } from './view.ts';

/** `/cite`: a work's reference, in one style or in all, and how a text refers to one of its paragraphs. */
export const cite = slashCommand({
  type: ApplicationCommandType.ChatInput,
  name: 'cite',
  options: [
    { name: 'source', type: ApplicationCommandOptionType.String, required: true, max_length: 200, autocomplete: true },
    { name: 'style', type: ApplicationCommandOptionType.String, choices: STYLES },
    { name: 'paragraph', type: ApplicationCommandOptionType.Integer, min_value: 1 },
  ],
  complete: { source: completeSource },
  run({ source: named, style, paragraph }, context) {
    const { knowledge, messages } = context;
    const article = resolveArticle(named, knowledge);
    if (!article) return noSources(context) ?? unknownSource(named, messages);
    const passage = article.passages.find((each) => each.paragraph === paragraph && each.role === undefined);
    if (paragraph !== undefined && !passage) {
      const last = Math.max(
        ...article.passages.filter(({ role }) => role === undefined).map((each) => each.paragraph),
        0,
      );
      return notice(messages.markdown('cite.noParagraph', { paragraph, last }));
    }
    const styles = style === undefined ? STYLES : [style];
    return { show: 'private', components: citeView({ source: article.source, passage, styles }, messages) };
  },
});
