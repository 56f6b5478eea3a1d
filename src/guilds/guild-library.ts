import type { KnowledgeBase } from '../answer/knowledge-base.ts';
import type { ReadFailure } from '../intake/types.ts';
import type { Store } from '../store/store.ts';
import type { Quota, Refusal } from '../store/types.ts';
import { citable } from './citable.ts';
import { cleanAbout, cleanLine } from './clean-about.ts';
import { exportArchive } from './export.ts';
import type { KnowledgeBases } from './knowledge-bases.ts';
import { unknownPassages } from './own-facts.ts';
import type { Allowance, RefusedFiles } from './refused-files.ts';
import type {
  AboutWork,
  AddResult,
  AddStep,
  FactsResult,
  FileFailure,
  FileFetcher,
  FileLink,
  GuildLibrary,
  Intake,
} from './types.ts';
import { withPages } from './with-pages.ts';

export interface GuildLibraryOptions {
  readonly guild: string;
  readonly store: Store;
  readonly shipped: KnowledgeBase;
  readonly knowledgeBases: KnowledgeBases;
  readonly intake: Intake;
  readonly files: FileFetcher;
  readonly quota: Quota;
  readonly refused: RefusedFiles;
  /** Called for each file that is more than a person may bring within the hour. */
  readonly onTooMany?: (() => void) | undefined;
}

const HOUR = 60 * 60 * 1000;
const MAX_FILE_NAME = 260;

export function createGuildLibrary(options: GuildLibraryOptions): GuildLibrary {
  const { guild, store, shipped, knowledgeBases, intake, quota, refused } = options;
  return {
    quota,
    works: () => store.works(guild),
    add,
    replaceFacts,
    addFacts: (facts) => store.addFacts(guild, facts),
    remove: (id) => store.removeWork(guild, id, Date.now()),
    undo: (id) => store.undoWork(guild, id, Date.now()),
    restore: (id) => store.restoreWork(guild, id, quota),
    describe: (id, about) => store.describeWork(guild, id, cleanAbout(about)),
    saveSettings: (settings) => store.saveSettings(guild, settings),
    export: async () => exportArchive(await store.library(guild)),
  };

  async function* add(
    file: FileLink,
    about: AboutWork,
    by: string,
    at = Date.now(),
  ): AsyncGenerator<AddStep, AddResult> {
    const allowance = await begin(by);
    if ('ok' in allowance) return allowance;
    try {
      return yield* addCounted(file, about, by, at, allowance);
    } finally {
      allowance.end();
    }
  }

  async function* addCounted(
    file: FileLink,
    about: AboutWork,
    by: string,
    at: number,
    allowance: Allowance,
  ): AsyncGenerator<AddStep, AddResult> {
    yield 'fetch';
    const bytes = await fetchFile(file, options.files, guild);
    if (!(bytes instanceof Uint8Array)) return bytes;
    yield 'read';
    const read = yield* withPages((onPage) => intake.readFile({ ...file, bytes }, { from: guild, onPage }));
    if (!read.ok) return unreadable(read, allowance);
    yield 'store';
    const outcome = await store.addWorks(guild, {
      works: read.works.map((work) => ({
        ...work,
        about: citable(work.about, about, file),
        fileName: cleanLine(file.name, MAX_FILE_NAME),
      })),
      ...(read.collection ? { facts: read.collection.facts } : {}),
      by,
      at,
      quota,
      mayUpdate: read.collection === undefined,
      taken: new Set(shipped.material.sources.keys()),
    });
    // From here on the store counts it.
    allowance.end();
    if (!outcome.ok) return outcome;
    yield 'index';
    const { material } = await current();
    const ids = new Set(outcome.sources.map(({ id }) => id));
    const articles = material.articles.filter(({ source }) => ids.has(source.id));
    const words = read.works.reduce((sum, work) => sum + work.words, 0);
    const accounts = read.works.flatMap(({ account }) => account ?? []);
    const { changes } = outcome;
    return {
      ok: true,
      at,
      articles,
      words,
      accounts,
      ...(changes ? { changes } : {}),
      facts: read.collection?.facts.length ?? 0,
    };
  }

  async function replaceFacts(file: FileLink, by: string): Promise<FactsResult> {
    const allowance = await begin(by);
    if ('ok' in allowance) return allowance;
    try {
      return await replaceCounted(file, by, allowance);
    } finally {
      allowance.end();
    }
  }

  async function replaceCounted(file: FileLink, by: string, allowance: Allowance): Promise<FactsResult> {
    const bytes = await fetchFile(file, options.files, guild);
    if (!(bytes instanceof Uint8Array)) return bytes;
    const read = await intake.readFacts({ ...file, bytes }, { from: guild });
    if (!read.ok) return unreadable(read, allowance);
    const unknown = unknownPassages(read.rows, await store.library(guild));
    if (unknown.length > 0) {
      allowance.end('refused');
      return { ok: false, reason: 'file', problem: 'unknownPassages', details: unknown };
    }
    const facts = read.rows.map(({ data }) => data);
    await store.replaceFacts(guild, facts, by, Date.now());
    await current();
    return { ok: true, rows: facts.length };
  }

  /** Known before the work is done; the store counts again, for two that come at once. */
  async function begin(by: string): Promise<Refusal | Allowance> {
    const now = Date.now();
    const added = await store.additionsSince(guild, by, now - HOUR);
    return refused.begin(guild, by, { added, most: quota.additionsPerHour });
  }

  /** A file that was read in vain costs as much as one that was added; one that was turned away unread costs nothing. */
  function unreadable(failure: ReadFailure, allowance: Allowance): FileFailure {
    if (failure.problem !== 'busy') allowance.end('refused');
    return { details: [], ...failure, reason: 'file' };
  }

  /** The library as it is now, so that the next question finds it made. */
  async function current(): Promise<KnowledgeBase> {
    return knowledgeBases.at(guild, await store.head(guild));
  }
}

/** The bytes of an attached file, or why they could not be had. */
export async function fetchFile(file: FileLink, files: FileFetcher, from: string): Promise<Uint8Array | FileFailure> {
  const fetched = await files.fetch(file, from);
  if (fetched instanceof Uint8Array) return fetched;
  return { ok: false, reason: 'file', problem: fetched, details: [], most: files.most };
}
