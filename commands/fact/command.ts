import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { isIn } from '../../src/answer/candidates/entries.ts';
import { besideDrafts } from '../../src/answer/drafts.ts';
import type { KnowledgeBase } from '../../src/answer/knowledge-base.ts';
import { lookUpFact } from '../../src/answer/look-up.ts';
import type { FactEntry } from '../../src/answer/types.ts';
import { type Choice, type Complete, slashCommand } from '../../src/bot/command.ts';
import { notice } from '../../src/bot/notice.ts';
import type { CitationWords } from '../../src/material/cite.ts';
import { citationWords } from '../../src/reply/citation-words.ts';
import { truncate } from '../../src/reply/cut.ts';
import { clean } from '../../src/reply/escape.ts';
import { entryLabel } from '../../src/reply/fact-lines.ts';
import { LIMITS } from '../../src/reply/limits.ts';
import { reachLine } from '../../src/reply/reach-line.ts';
import { draftedReply, offeredDrafts } from '../ask/drafted.ts';
import { noSources } from '../sources/source-option.ts';
import { factView, nearestFactsView } from './view.ts';

/**
 * Entries by subject, attribute and the attribute's other names; then what is drafted from the server's own works. What
 * the channel's works have comes first.
 */
const completeAbout: Complete = async (typed, context) => {
  const { knowledge, messages, tied } = context;
  const drafts = await offeredDrafts(context);
  const label = (entry: FactEntry, room: number) => clean(entryLabel(entry, room, citationWords(messages)));
  const first = tied ? choicesIn(tied) : [];
  const values = new Set(first.map(({ value }) => value));
  return [...first, ...choicesIn().filter(({ value }) => !values.has(value))].slice(0, LIMITS.choices);

  function choicesIn(sources?: ReadonlySet<string>): Choice[] {
    const entries = knowledge.completion.entries(typed, LIMITS.choices, sources);
    const found = drafts.find(typed, LIMITS.choices, sources);
    const mark = messages.plain('fact.draftChoice');
    const known = entries.map((entry) => ({ name: label(entry, LIMITS.choiceText), value: entry.id }));
    const marked = found
      .filter(({ entry }) => !knowledge.entryById(entry.id))
      .map(({ entry }) => ({ name: `${label(entry, LIMITS.choiceText - mark.length - 1)} ${mark}`, value: entry.id }));
    return besideDrafts(known, marked, ({ name }) => name, typed);
  }
};

/** `/fact`: one row of the fact table, fast. */
export const fact = slashCommand({
  type: ApplicationCommandType.ChatInput,
  name: 'fact',
  options: [
    { name: 'about', type: ApplicationCommandOptionType.String, required: true, max_length: 300, autocomplete: true },
  ],
  complete: { about: completeAbout },
  async run({ about }, context) {
    const none = noSources(context);
    if (none) return none;
    const { knowledge, messages, publicMessages, guild, tied } = context;
    const named = findNamed(about, knowledge, citationWords(messages));
    const { isSure, entries } = named ? { isSure: true, entries: [named] } : lookUpFact(knowledge, about, tied);
    const [entry] = entries;
    const { material } = knowledge;
    if (entry && isSure) {
      const isPrivate = guild?.settings.answers === 'private';
      const options = { material, messages: isPrivate ? messages : publicMessages };
      const lead = reachLine(isIn(entry, tied) ? 'first' : 'beyond', tied, options);
      return {
        show: isPrivate ? 'private' : 'public',
        components: factView(entry, { ...options, isPrivate, lead }),
      };
    }
    const drafts = await offeredDrafts(context);
    const found = drafts.find(about, NEAREST, tied);
    const only = entries.length === 0 && found.length === 1 ? found[0] : undefined;
    const draft = drafts.byId(about.trim()) ?? drafts.asked(about) ?? only;
    if (draft) return draftedReply(draft, tied, { material, messages });
    const near = [...entries, ...found.map((each) => each.entry)].slice(0, NEAREST);
    const question = truncate(about, 100);
    if (near.length === 0) return notice(messages.markdown('fact.unknown', { about: question }));
    return { show: 'private', components: nearestFactsView(question, near, { material, messages }) };
  },
});

/** So many facts are offered for text that fits none. */
const NEAREST = 3;

/** An entry that was chosen from the list, or is called as the list calls it. */
function findNamed(about: string, knowledge: KnowledgeBase, words: CitationWords): FactEntry | undefined {
  const wanted = about.trim().toLowerCase();
  return (
    knowledge.entryById(about.trim()) ??
    knowledge.entries.all.find((entry) => entryLabel(entry, LIMITS.choiceText, words).toLowerCase() === wanted)
  );
}
