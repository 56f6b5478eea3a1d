import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { lookUpFact } from '../../src/answer/ask.ts';
import type { KnowledgeBase } from '../../src/answer/knowledge-base.ts';
import type { FactEntry } from '../../src/answer/types.ts';
import { type Complete, slashCommand } from '../../src/bot/command.ts';
import { notice } from '../../src/bot/notice.ts';
import type { CitationWords } from '../../src/material/cite.ts';
import { citationWords } from '../../src/reply/citation-words.ts';
import { truncate } from '../../src/reply/cut.ts';
import { clean } from '../../src/reply/escape.ts';
import { entryLabel } from '../../src/reply/fact-lines.ts';
import { LIMITS } from '../../src/reply/limits.ts';
import { factView, nearestFactsView } from './view.ts';

/** Entries by subject, attribute and the attribute's other names. */
const completeAbout: Complete = (typed, { knowledge, messages }) =>
  knowledge.completion.entries(typed, LIMITS.choices).map((entry) => ({
    name: clean(entryLabel(entry, LIMITS.choiceText, citationWords(messages))),
    value: entry.id,
  }));

/** `/fact`: one row of the fact table, fast. */
export const fact = slashCommand({
  type: ApplicationCommandType.ChatInput,
  name: 'fact',
  options: [
    { name: 'about', type: ApplicationCommandOptionType.String, required: true, max_length: 300, autocomplete: true },
  ],
  complete: { about: completeAbout },
  run({ about }, { knowledge, messages, publicMessages }) {
    const named = findNamed(about, knowledge, citationWords(messages));
    const { isSure, entries } = named ? { isSure: true, entries: [named] } : lookUpFact(knowledge, about);
    const [entry] = entries;
    if (!entry) {
      const unknown = messages.markdown('fact.unknown', { about: truncate(about, 100) });
      return notice(unknown);
    }
    const { material } = knowledge;
    if (isSure) {
      return { show: 'public', components: factView(entry, { material, messages: publicMessages, isPrivate: false }) };
    }
    const question = truncate(about, 100);
    return { show: 'private', components: nearestFactsView(question, entries, { material, messages }) };
  },
});

/** An entry that was chosen from the list, or is called as the list calls it. */
function findNamed(about: string, knowledge: KnowledgeBase, words: CitationWords): FactEntry | undefined {
  const wanted = about.trim().toLowerCase();
  return (
    knowledge.entryById(about.trim()) ??
    knowledge.entries.all.find((entry) => entryLabel(entry, LIMITS.choiceText, words).toLowerCase() === wanted)
  );
}
