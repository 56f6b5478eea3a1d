import { ofSources } from '../../answer/candidates/entries.ts';
import type { KnowledgeBase } from '../../answer/knowledge-base.ts';
import type { Excerpt, FactEntry } from '../../answer/types.ts';
import type { Source } from '../../material/types.ts';
import { entriesOn } from './topic.ts';

/** Works on a topic, side by side. */
export interface Comparison {
  /** In the order of the search, or as they were asked for. */
  readonly sources: readonly Source[];
  /** Facts that several of the works have, with different values. */
  readonly differ: readonly FactEntry[];
  /** Facts that several of them have alike. */
  readonly agree: readonly FactEntry[];
  /** Facts that one of them has alone, by the id of its source. */
  readonly only: ReadonlyMap<string, readonly FactEntry[]>;
  /** The passage of each that comes nearest to the topic, where it speaks of it at all. */
  readonly passages: readonly Excerpt[];
}

/** So many works are compared where none are named. */
const MAX_SOURCES = 4;
/** The search is heard so far down for works that speak of a topic. */
const MAX_HITS = 50;
/** Of each work so many passages are looked at. */
const MAX_NEAREST = 3;
/** A passage speaks of a topic where it holds so much of it, by weight. */
const MIN_COVERAGE = 0.5;

/**
 * What works say on a topic. `named`: the works to compare; those that speak most of it where there are none, and of
 * these the `first` alone, where two of them speak of it, else before the others.
 */
export function compare(
  knowledge: KnowledgeBase,
  topic: string,
  named: readonly Source[] = [],
  first?: ReadonlySet<string>,
): Comparison {
  const { material, passages, parser } = knowledge;
  const onTopic = entriesOn(knowledge, topic);
  const question = passages.parse(topic, parser.parse(topic).tokens);
  const sources = named.length > 0 ? named : worksOn();
  const ids = new Set(sources.map(({ id }) => id));
  const entries = onTopic.map((entry) => ofSources(entry, ids)).filter(({ rows }) => rows.length > 0);
  const isShared = ({ rows }: FactEntry) => new Set(rows.map(({ source }) => source)).size > 1;
  const shared = entries.filter(isShared);
  return {
    sources,
    differ: shared.filter(({ disputed }) => disputed),
    agree: shared.filter(({ disputed }) => !disputed),
    only: new Map(
      sources.map(({ id }) => [id, entries.filter((entry) => !isShared(entry) && entry.rows[0]?.source === id)]),
    ),
    passages: sources.flatMap(nearest),
  };

  function worksOn(): Source[] {
    const own = first === undefined ? [] : speaking(first);
    const ids = own.length > 1 ? own : [...new Set([...own, ...speaking()])];
    return ids.slice(0, MAX_SOURCES).flatMap((id) => material.sources.get(id) ?? []);
  }

  function speaking(groups?: ReadonlySet<string>): string[] {
    const found = passages
      .search(question, { limit: MAX_HITS, ...(groups === undefined ? {} : { groups }) })
      .hits.flatMap(({ id, coverage }) => (coverage >= MIN_COVERAGE ? (material.passages.get(id)?.source ?? []) : []));
    const told = onTopic.flatMap((entry) => ofSources(entry, groups).rows.map(({ source }) => source));
    return [...new Set([...found, ...told])];
  }

  function nearest(source: Source): Excerpt[] {
    const { hits } = passages.search(question, { limit: MAX_NEAREST, groups: new Set([source.id]) });
    const found = hits.flatMap(({ id, coverage, marks, window, confidence: score }): Excerpt[] => {
      const passage = material.passages.get(id);
      return passage && coverage >= MIN_COVERAGE ? [{ passage, source, marks, window, score }] : [];
    });
    // A caption shows what it names; body text says something of it.
    return [...found.filter(({ passage }) => passage.role === undefined), ...found].slice(0, 1);
  }
}
