import { publishedBy } from '../material/cite.ts';
import type { Material } from '../material/load.ts';
import { passageRef } from '../material/refs.ts';
import type { Article, Passage, PassageForm, Source, Term } from '../material/types.ts';
import { buildingIndex, type Engine } from '../search/index.ts';
import type { SearchDocument, SearchIndex, Synonyms } from '../search/types.ts';
import { atOnce, inSlices, type Steps } from '../slices.ts';
import { analyserOf, remembered } from '../text/analyser.ts';
import { languageOfText } from '../text/detect.ts';
import { fold } from '../text/fold.ts';
import type { Language } from '../text/language.ts';
import { splitSentences } from '../text/sentences.ts';
import type { Token } from '../text/token.ts';
import { buildingEntries } from './candidates/entries.ts';
import { createEntryIndex, type EntryIndex, entryDocument } from './candidates/entry-index.ts';
import { indexOwnQuestions, type OwnQuestions } from './candidates/own-question.ts';
import { type ParsedEntry, parseEntry } from './candidates/parsed-entry.ts';
import { buildingLikelihoods, type LikelihoodModel } from './candidates/query-likelihood.ts';
import { type Completion, completeSources, createCompletion } from './complete.ts';
import { namesIn, readingNamesIn } from './names.ts';
import { createTextParser, type TextParser } from './question/text-parser.ts';
import type { FactEntry } from './types.ts';

/** The material with everything that was made of it to answer from. Made once, then only read. */
export interface KnowledgeBase {
  readonly material: Material;
  readonly language: Language;
  /** The codes of the languages that its works are in. */
  readonly languages: ReadonlySet<string>;
  readonly passages: SearchIndex;
  readonly entries: EntryIndex;
  readonly completion: Completion;
  /** The passage that a button names; undefined where it was edited or removed since. */
  passageByRef(ref: string): Passage | undefined;
  entryById(id: string): FactEntry | undefined;
  source(passage: Passage): Source;
  /** The terms, and the names that the works explain themselves. */
  readonly names: readonly Term[];
  /** Tells names, numbers and words apart in a text. */
  readonly parser: TextParser;
  /** Of all names and of the entries as they are indexed: what is made from this one needs not analyse them again. */
  readonly tokens: () => ReadonlyMap<string, readonly Token[]>;
  parsed(entry: FactEntry): ParsedEntry;
  readonly ownQuestions: OwnQuestions;
  /** How each entry is asked for. */
  readonly likelihoods: LikelihoodModel;
  coverageOf(passage: string): FactCoverage;
}

/** How much the fact table says of a passage: nothing, something, or about as much as it does itself, a row a sentence. */
export type FactCoverage = 'none' | 'some' | 'whole';

export interface KnowledgeBaseOptions {
  readonly language: Language;
  /** The index of the passages where there is one already. */
  readonly passages?: SearchIndex;
  /** One with the same terms: what it made of the entries that both have is shared. */
  readonly base?: KnowledgeBase;
}

/** The material made ready to answer from, at once. For a guild's own facts use `buildKnowledgeBase`. */
export function createKnowledgeBase(material: Material, options: KnowledgeBaseOptions): KnowledgeBase {
  return atOnce(building(material, options));
}

/** As `createKnowledgeBase`, in slices, so that the process goes on answering meanwhile. */
export function buildKnowledgeBase(material: Material, options: KnowledgeBaseOptions): Promise<KnowledgeBase> {
  return inSlices(building(material, options));
}

/** What of a knowledge base takes long to make; the rest follows from it. */
export interface Groundwork
  extends Pick<KnowledgeBase, 'material' | 'language' | 'languages' | 'names' | 'passages' | 'parser' | 'tokens'> {
  /** Of the entries as small documents. */
  readonly entryIndex: Engine;
  readonly parsed: ReadonlyMap<FactEntry, ParsedEntry>;
}

function* building(material: Material, options: KnowledgeBaseOptions): Steps<KnowledgeBase> {
  return yield* finishing(yield* layingGroundwork(material, options));
}

export function* layingGroundwork(
  material: Material,
  { language, passages, base }: KnowledgeBaseOptions,
): Steps<Groundwork> {
  // Facts quote passages and passages are indexed: while all is made, each text is analysed once.
  const analyse = remembered((text) => base?.tokens().get(text) ?? analyserOf(language).analyse(text));
  const analyser = { ...analyserOf(language), analyse };
  const names = namesOf(material, language);
  const synonyms = synonymsOf(names);
  const index = passages ?? (yield* buildingIndex(documentsOf(material, language), analyser, synonyms));
  const parser =
    base?.names.length === names.length ? base.parser : createTextParser(names, analyserOf(language), analyse);
  const entries = (yield* buildingEntries(material)).map((entry) => sameIn(base, entry) ?? entry);
  yield;
  const parse = remembered((text) => parser.parseTokens(analyse(text)));
  const parsed = new Map<FactEntry, ParsedEntry>();
  for (const entry of entries) {
    const known = sameIn(base, entry);
    parsed.set(entry, known && base ? base.parsed(known) : parseEntry(entry, material, parse, analyser));
    yield;
  }
  const documents = entries.map(entryDocument);
  const entryIndex = yield* buildingIndex(documents, analyser, synonyms);
  const texts = [...synonyms.flat(), ...language.aliases.flat(), ...documents.map(({ text }) => text)];
  const tokens = new Map(texts.map((text) => [text, analyse(text)]));
  const languages = languagesOf(material, language);
  return { material, language, languages, names, passages: index, parser, tokens: () => tokens, entryIndex, parsed };
}

export function* finishing(groundwork: Groundwork): Steps<KnowledgeBase> {
  const { material, language, languages, names, passages, parser, tokens, entryIndex, parsed } = groundwork;
  const entries = [...parsed.keys()];
  const likelihoods = yield* buildingLikelihoods(parsed);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const works = yield* readingWorks(material);
  return {
    ...works,
    language,
    languages,
    passages,
    entries: createEntryIndex(entries, entryIndex),
    completion: createCompletion(material, entries, analyserOf(language)),
    entryById: (id) => byId.get(id),
    names,
    parser,
    tokens,
    parsed(entry) {
      const known = parsed.get(entry);
      if (known === undefined) throw new Error(`The entry ${entry.id} is not of this knowledge base.`);
      return known;
    },
    ownQuestions: indexOwnQuestions(parsed),
    likelihoods,
    coverageOf: coverageIn(material, language),
  };
}

/** The entry of the same rows that another knowledge base has. */
function sameIn(base: KnowledgeBase | undefined, { id, rows }: FactEntry): FactEntry | undefined {
  const entry = base?.entryById(id);
  return entry?.rows.length === rows.length && entry.rows.every((row, at) => row === rows[at]) ? entry : undefined;
}

function coverageIn({ facts, passages }: Material, language: Language): KnowledgeBase['coverageOf'] {
  const rows = countRows(facts);
  const sentences = new Map<string, number>();
  return (id) => {
    const count = rows.get(id) ?? 0;
    if (count === 0) return 'none';
    const length = sentences.get(id) ?? splitSentences(passages.get(id)?.text ?? '', language).length;
    sentences.set(id, length);
    return count >= length ? 'whole' : 'some';
  };
}

/** A knowledge base with other works, whose facts and terms are those of `base`: what was made of them serves both. */
export async function withWorks(
  base: KnowledgeBase,
  material: Material,
  passages: SearchIndex,
): Promise<KnowledgeBase> {
  const works = await inSlices(readingWorks(material));
  const languages = languagesOf(material, base.language);
  const completion = { ...base.completion, sources: completeSources(material, base.parser.analyser) };
  const names = namesOf(material, base.language);
  const parser = base.names.length === names.length ? base.parser : createTextParser(names, base.parser.analyser);
  return { ...base, ...works, languages, names, parser, passages, completion };
}

function* readingWorks(material: Material): Steps<Pick<KnowledgeBase, 'material' | 'passageByRef' | 'source'>> {
  const byRef = new Map<string, Passage>();
  // Of passages that say the same in one work, the first.
  for (const passage of [...material.passages.values()].toReversed()) {
    byRef.set(passageRef(passage), passage);
    yield;
  }
  return {
    material,
    passageByRef: (ref) => byRef.get(ref),
    source(passage) {
      const source = material.sources.get(passage.source);
      if (!source) throw new Error(`The passage ${passage.id} has no source.`);
      return source;
    },
  };
}

function languagesOf({ articles }: Material, language: Language): ReadonlySet<string> {
  if (articles.length === 0) return new Set([language.code]);
  return new Set(articles.map((article) => languageOfArticle(article, language).code));
}

/** What an article is written in; `otherwise` where it is too short to tell. */
export function languageOfArticle({ passages }: Article, otherwise: Language): Language {
  return languageOfText(passages.map(({ text }) => text).join('\n'), otherwise, { likely: [otherwise] });
}

/** Forms of passages that hold no answer themselves. */
const NO_PROSE: ReadonlySet<PassageForm> = new Set<PassageForm>(['exercise', 'reference', 'contents']);

/** Whether a passage is to stand behind prose that has the same words. */
const isBehind = ({ form, role }: Passage): boolean => role === 'caption' || (form !== undefined && NO_PROSE.has(form));

/** The material's passages as the engine indexes them. `language`: the index's. */
export function documentsOf({ articles }: Material, language: Language): SearchDocument[] {
  return articles.flatMap((article) => {
    const { source, passages } = article;
    const written = languageOfArticle(article, language);
    return passages.map((passage) => ({
      id: passage.id,
      group: source.id,
      // With the publisher's name, so that "what does Stratfor say of …" finds its work.
      title: [source.title, publishedBy(source) && `(${publishedBy(source)})`].filter(Boolean).join(' '),
      ...(passage.heading === undefined ? {} : { heading: passage.heading }),
      text: passage.text,
      ...(isBehind(passage) ? { isProse: false as const } : {}),
      ...(written === language ? {} : { language: written.code }),
    }));
  });
}

export function synonymsOf(names: readonly Term[]): Synonyms[] {
  return names.map(({ name, aliases }) => [name, ...aliases]);
}

/** Reads the names that the works explain, in slices: they are then at hand for `namesOf`. */
export function readNames(material: Material, language: Language): Promise<void> {
  return inSlices(readingNames(material, language));
}

function* readingNames({ articles }: Material, language: Language): Steps<void> {
  for (const article of articles) {
    yield* readingNamesIn(article, language);
    yield;
  }
}

/** The terms, and the names that the works explain themselves: a name is taken as the terms have it. */
export function namesOf({ articles, terms }: Material, language: Language): Term[] {
  const known = new Set(terms.flatMap(({ name, aliases }) => [name, ...aliases]).map(fold));
  const names = new Map<string, Term>();
  for (const term of articles.flatMap((article) => namesIn(article, language))) {
    if ([term.name, ...term.aliases].some((name) => known.has(fold(name)))) continue;
    const same = names.get(fold(term.name));
    const aliases = [...new Set([...(same?.aliases ?? []), ...term.aliases])];
    names.set(fold(term.name), { ...(same ?? term), aliases });
  }
  return [...terms, ...names.values()];
}

function countRows(facts: Material['facts']): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (const id of facts.flatMap((fact) => fact.passages)) rows.set(id, (rows.get(id) ?? 0) + 1);
  return rows;
}
