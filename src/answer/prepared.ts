import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { lazily } from '../lazily.ts';
import type { Material } from '../material/load.ts';
import type { Problem } from '../material/problems.ts';
import type { Term } from '../material/types.ts';
import { createIndex, loadIndex } from '../search/index.ts';
import { atOnce } from '../slices.ts';
import { analyserOf, remembered } from '../text/analyser.ts';
import type { Language } from '../text/language.ts';
import type { ParsedEntry } from './candidates/parsed-entry.ts';
import {
  createKnowledgeBase,
  documentsOf,
  finishing,
  type KnowledgeBase,
  layingGroundwork,
  namesOf,
  synonymsOf,
} from './knowledge-base.ts';
import { createTextParser } from './question/text-parser.ts';
import type { FactEntry } from './types.ts';

/**
 * The shipped material's groundwork, made when the program is built: reading it takes a tenth of the time. Beside the
 * compiled code, since it belongs to it.
 */
const PREPARED = join(import.meta.dirname, 'prepared.bin');
/** What it is made by, of the material: the code of these rooms. */
const ROOMS = ['answer', 'material', 'search', 'text'].map((room) => join(import.meta.dirname, '..', room));

/** What the material and the code were, then what was prepared. */
interface PreparedFile {
  readonly material: string;
  readonly code: string;
  /** Sizes and dates of the code's files: where these are the same, so is what they hold. */
  readonly codeStamp: string;
  readonly prepared: Uint8Array;
}

type Tokens = ReturnType<KnowledgeBase['tokens']>;

interface Prepared {
  readonly language: string;
  readonly material: Material;
  readonly languages: ReadonlySet<string>;
  readonly names: readonly Term[];
  readonly parsed: ReadonlyMap<FactEntry, ParsedEntry>;
  readonly nameTokens: Tokens;
  /** By themselves: only what is made of this knowledge base reads them. */
  readonly otherTokens: Uint8Array;
  readonly passages: Uint8Array;
  readonly entryIndex: Uint8Array;
}

/** The knowledge base is whole only where there are no problems. */
export interface Opened {
  readonly knowledge: KnowledgeBase;
  readonly problems: readonly Problem[];
}

/**
 * The material in `dir`, ready to answer from: as it was prepared, where neither it nor the program has changed since.
 */
export async function openKnowledge(dir: string, language: Language, file = PREPARED): Promise<Opened> {
  const prepared = existsSync(file) ? open(readFileSync(file), dir, language) : undefined;
  if (prepared) return { knowledge: prepared, problems: [] };
  // What reads and checks tables is loaded only where there is something to be read.
  const { loadMaterial, NO_MATERIAL } = await import('../material/load.ts');
  const { value, problems } = loadMaterial(dir);
  return { knowledge: createKnowledgeBase(problems.length > 0 ? NO_MATERIAL : value, { language }), problems };
}

/** Writes what `openKnowledge` reads. Throws where the material has problems. */
export async function prepareKnowledge(dir: string, language: Language, file = PREPARED): Promise<void> {
  const { loadMaterial } = await import('../material/load.ts');
  const { value: material, problems } = loadMaterial(dir);
  if (problems.length > 0) throw new Error(`The material in ${dir} has problems: see "npm run check:knowledge".`);
  const names = namesOf(material, language);
  const passages = createIndex(documentsOf(material, language), analyserOf(language), synonymsOf(names));
  const { languages, parsed, tokens, entryIndex } = atOnce(layingGroundwork(material, { language, passages }));
  const isName = new Set([...synonymsOf(names), ...language.aliases].flat());
  const prepared: Prepared = {
    language: language.code,
    material,
    languages,
    names,
    parsed,
    nameTokens: new Map([...tokens()].filter(([text]) => isName.has(text))),
    otherTokens: serialize(new Map([...tokens()].filter(([text]) => !isName.has(text)))),
    passages: passages.save(),
    entryIndex: entryIndex.save(),
  };
  const made: PreparedFile = {
    material: digestOf([dir], contents),
    code: digestOf(ROOMS, contents),
    codeStamp: digestOf(ROOMS, stamp),
    prepared: serialize(prepared),
  };
  writeFileSync(file, serialize(made));
}

/** Undefined where it is of something else, or of a version of V8 whose bytes this one does not read. */
function open(bytes: Buffer, dir: string, language: Language): KnowledgeBase | undefined {
  const file = read<PreparedFile>(bytes);
  if (file?.material !== digestOf([dir], contents)) return undefined;
  if (file.codeStamp !== digestOf(ROOMS, stamp) && file.code !== digestOf(ROOMS, contents)) return undefined;
  const prepared = read<Prepared>(file.prepared);
  if (prepared?.language !== language.code) return undefined;
  const { material, languages, names, parsed, nameTokens, otherTokens } = prepared;
  const tokens = lazily(() => new Map([...nameTokens, ...(deserialize(otherTokens) as Tokens)]));
  const analyse = remembered((text) => nameTokens.get(text) ?? analyserOf(language).analyse(text));
  const analyser = { ...analyserOf(language), analyse };
  const passages = loadIndex(prepared.passages, analyser);
  const entryIndex = loadIndex(prepared.entryIndex, analyser);
  if (!passages || !entryIndex) return undefined;
  const parser = createTextParser(names, analyserOf(language), analyse);
  return atOnce(finishing({ material, language, languages, names, passages, parser, tokens, entryIndex, parsed }));
}

function read<T>(bytes: Uint8Array): T | undefined {
  try {
    return deserialize(bytes) as T;
  } catch {
    return undefined;
  }
}

/** Of every file in the folders: its name, and its contents or stamp. */
function digestOf(folders: readonly string[], contentsOrStamp: (path: string) => string | Buffer): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    for (const name of filesIn(folder)) hash.update(`${name}\n`).update(contentsOrStamp(join(folder, name)));
  }
  return hash.digest('hex');
}

const contents = (path: string): Buffer => readFileSync(path);

function stamp(path: string): string {
  const { size, mtimeMs } = statSync(path);
  return `${size} ${mtimeMs}\n`;
}

/** But for what is prepared itself. */
function filesIn(dir: string): string[] {
  if (!existsSync(dir)) return [];
  const root = resolve(dir);
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => path !== PREPARED)
    .map((path) => path.slice(root.length + 1))
    .sort();
}
