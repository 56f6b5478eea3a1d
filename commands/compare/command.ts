import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { type Complete, slashCommand } from '../../src/bot/command.ts';
import { truncate } from '../../src/reply/cut.ts';
import { clean } from '../../src/reply/escape.ts';
import { LIMITS } from '../../src/reply/limits.ts';
import { noticeView } from '../../src/reply/notice-view.ts';
import { compare as compareWorks } from '../../src/study/compare/compare.ts';
import { completeSources, resolveSources } from './sources-option.ts';
import { compareView } from './view.ts';

/** So many works fit side by side. */
const MAX_SOURCES = 5;

/** Subjects of the fact table and terms by name. */
const completeTopic: Complete = (typed, { knowledge }) => {
  const subjects = knowledge.completion.entries(typed, LIMITS.choices).map(({ subject }) => subject);
  const terms = knowledge.completion.terms(typed, LIMITS.choices).map(({ name }) => name);
  const names = [...new Set([...subjects, ...terms])].map((name) => truncate(clean(name), LIMITS.choiceText));
  return [...new Set(names)].slice(0, LIMITS.choices).map((name) => ({ name, value: name }));
};

/** `/compare`: what works say on a topic: what they have alike, what differs, what one has alone. */
export const compare = slashCommand({
  type: ApplicationCommandType.ChatInput,
  name: 'compare',
  options: [
    { name: 'topic', type: ApplicationCommandOptionType.String, required: true, max_length: 300, autocomplete: true },
    { name: 'sources', type: ApplicationCommandOptionType.String, max_length: 500, autocomplete: true },
  ],
  complete: { topic: completeTopic, sources: completeSources },
  run({ topic, sources: named = '' }, { knowledge, messages }) {
    const { sources, unknown } = resolveSources(named, knowledge);
    if (unknown !== undefined) {
      const source = truncate(unknown.trim(), 100);
      return { show: 'private', components: noticeView(messages.markdown('answer.unknownSource', { source })) };
    }
    const comparison = compareWorks(knowledge, topic, sources.slice(0, MAX_SOURCES));
    const components = compareView(truncate(topic, 100), comparison, { material: knowledge.material, messages });
    return { show: 'private', components };
  },
});
