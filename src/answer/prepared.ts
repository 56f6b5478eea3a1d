import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Material } from '../material/load.ts';
import type { Problem } from '../material/problems.ts';
import { createIndex, loadIndex } from '../search/index.ts';
import { atOnce } from '../slices.ts';
import { analyserOf } from '../text/analyser.ts';
import type { Language } from '../text/language.ts';
import type { ParsedEntry } from './candidates/parsed-entry.ts';
import {
  createKnowledgeBase,
  documentsOf,
  finishing,
  type Groundwork,
  type KnowledgeBase,
  layingGroundwork,
  parserOf,
  synonymsOf,
} from './knowledge-base.ts';
import type { FactEntry } from './types.ts';

/**
 * The shipped material's groundwork, made when the program is built: reading it takes a tenth of the time. Beside the
 * compiled code, since it belongs to it.
 */
const PREPARED = join(import.meta.dirname, 'prepared.bin');
/** What it is made of: the material, and the code of these rooms. */
const ROOMS = ['answer', 'material', 'search', 'text'].map((room) => join(import.meta.dirname, '..', room));

/** Behind the digest, in the file. */
interface Prepared {
  readonly language: string;
  readonly material: Material;
  readonly parsed: ReadonlyMap<FactEntry, ParsedEntry>;
  readonly tokens: Groundwork['tokens'];
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
  const prepared = existsSync(file) ? open(readFileSync(file), digestOf(dir), language) : undefined;
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
  const passages = createIndex(documentsOf(material, language), analyserOf(language), synonymsOf(material, language));
  const { parsed, tokens, entryIndex } = atOnce(layingGroundwork(material, { language, passages }));
  const prepared: Prepared = {
    language: language.code,
    material,
    parsed,
    tokens,
    passages: passages.save(),
    entryIndex: entryIndex.save(),
  };
  writeFileSync(file, Buffer.concat([Buffer.from(digestOf(dir)), serialize(prepared)]));
}

/** Undefined where it is of something else, or of a version of V8 whose bytes this one does not read. */
function open(bytes: Buffer, digest: string, language: Language): KnowledgeBase | undefined {
  if (bytes.toString('latin1', 0, digest.length) !== digest) return undefined;
  const prepared = read(bytes.subarray(digest.length));
  if (prepared?.language !== language.code) return undefined;
  const { material, parsed, tokens } = prepared;
  const analyser = analyserOf(language);
  const passages = loadIndex(prepared.passages, analyser);
  const entryIndex = loadIndex(prepared.entryIndex, analyser);
  if (!passages || !entryIndex) return undefined;
  const parser = parserOf(material, language, (text) => tokens.get(text) ?? analyser.analyse(text));
  return atOnce(finishing({ material, language, passages, parser, tokens, entryIndex, parsed }));
}

function read(bytes: Uint8Array): Prepared | undefined {
  try {
    return deserialize(bytes) as Prepared;
  } catch {
    return undefined;
  }
}

/** Of every file of the material and of the code, and their names. */
function digestOf(dir: string): string {
  const hash = createHash('sha256');
  for (const folder of [dir, ...ROOMS]) {
    for (const name of filesIn(folder)) hash.update(`${name}\n`).update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex');
}

/** But for what is prepared itself. */
function filesIn(dir: string): string[] {
  if (!existsSync(dir) || !statSync(dir).isDirectory()) return [];
  const names = readdirSync(dir, { recursive: true, encoding: 'utf8' }).sort();
  return names.filter((name) => join(dir, name) !== PREPARED && statSync(join(dir, name)).isFile());
}
