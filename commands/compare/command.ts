import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { slashCommand } from '../../src/bot/command.ts';
import { truncate } from '../../src/reply/cut.ts';
import { compare as compareWorks } from '../../src/study/compare/compare.ts';
import { isEverything } from '../ask/scope.ts';
import { noSources, unknownSource } from '../sources/source-option.ts';
import { completeSources, resolveSources } from './sources-option.ts';
import { completeTopic } from './topic-option.ts';
import { compareView } from './view.ts';

/** So many works fit side by side. */
const MAX_SOURCES = 5;

/** `/compare`: what works say on a topic: what they have alike, what differs, what one has alone. */
export const compare = slashCommand({
  type: ApplicationCommandType.ChatInput,
  name: 'compare',
  options: [
    { name: 'topic', type: ApplicationCommandOptionType.String, required: true, max_length: 300, autocomplete: true },
    { name: 'sources', type: ApplicationCommandOptionType.String, max_length: 500, autocomplete: true },
  ],
  complete: { topic: completeTopic, sources: completeSources },
  run({ topic, sources: named = '' }, context) {
    const none = noSources(context);
    if (none) return none;
    const { knowledge, messages, tied } = context;
    const isWide = isEverything(named, messages);
    const { sources, unknown } = resolveSources(isWide ? '' : named, knowledge);
    if (unknown !== undefined) return unknownSource(unknown.trim(), messages);
    const comparison = compareWorks(knowledge, topic, sources.slice(0, MAX_SOURCES), isWide ? undefined : tied);
    const components = compareView(truncate(topic, 100), comparison, { material: knowledge.material, messages });
    return { show: 'private', components };
  },
});
