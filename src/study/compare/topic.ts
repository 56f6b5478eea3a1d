import type { KnowledgeBase } from '../../answer/knowledge-base.ts';
import type { FactEntry } from '../../answer/types.ts';

/** An entry that the search finds holds so much of a topic, by weight. */
const MIN_COVERAGE = 0.75;
const MAX_FOUND = 60;

/**
 * The entries of the fact table on a topic, in the table's order: those whose subject and attribute hold all that it
 * mentions, by whatever name; where there are none, those that the search finds.
 */
export function entriesOn(knowledge: KnowledgeBase, topic: string): FactEntry[] {
  const { entries, parser } = knowledge;
  const { tokens, mentions } = parser.parse(topic);
  if (mentions.length === 0) return [];
  const named = entries.all.filter((entry) => {
    const { subject, attributes } = knowledge.parsed(entry);
    const keys = new Set([...subject, ...attributes.flat()].map(({ key }) => key));
    return mentions.every(({ key }) => keys.has(key));
  });
  if (named.length > 0) return named;
  return entries
    .search(topic, tokens, { limit: MAX_FOUND })
    .hits.flatMap(({ entry, hit }) => (hit.coverage >= MIN_COVERAGE ? entry : []));
}
