import { parseArgs } from 'node:util';
import { UsageError } from '../data/usage-error.ts';
import { SYSTEM_NAMES, type SystemName } from './systems/index.ts';
import { TRACKS } from './tracks/index.ts';
import type { TrackOptions } from './tracks/types.ts';

export interface Options extends TrackOptions {
  /** A folder in BEIR's layout; undefined: the shipped material and its questions. */
  readonly beir: string | undefined;
  readonly json: boolean;
  readonly help: boolean;
  readonly systems: readonly SystemName[];
  /** Names of tracks as asked for; undefined: every track that the data allow. */
  readonly tracks: readonly string[] | undefined;
  /** Seconds that one system may spend answering in one track. */
  readonly seconds: number;
}

export const USAGE = `Usage: npm run --silent bench -- [options]

  --beir DIR           a folder with corpus.jsonl, queries.jsonl and qrels/test.tsv (the shipped questions)
  --systems a,b        of: ${SYSTEM_NAMES.join(', ')}
  --tracks a,b         of: ${[...new Set(TRACKS.map((track) => track.family))].join(', ')}
  --limit N            questions a track (300)
  --seconds N          seconds that a system may spend answering in a track (60)
  --seed N             what every random choice follows from (1)
  --misspellings FILE  wrong<TAB>right, one a line: the track misspelt
  --filler FILE        {"title", "text"}, one a line: what the track growth fills its corpora with
  --json               one JSON line a system and track on standard output, and nothing else
  --help               this text`;

/** Throws a UsageError that says what is wrong and what would be right. */
export function parseOptions(args: readonly string[]): Options {
  const values = readArguments(args);
  return {
    beir: values.beir,
    json: values.json ?? false,
    help: values.help ?? false,
    systems: systemNames(values.systems),
    tracks: trackNames(values.tracks),
    limit: wholeNumber('--limit', values.limit, 300, 1),
    seconds: wholeNumber('--seconds', values.seconds, 60, 1),
    seed: wholeNumber('--seed', values.seed, 1, 0),
    misspellings: values.misspellings,
    filler: values.filler,
  };
}

function readArguments(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        beir: text,
        systems: text,
        tracks: text,
        limit: text,
        seconds: text,
        seed: text,
        misspellings: text,
        filler: text,
        json: flag,
        help: flag,
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function systemNames(list: string | undefined): SystemName[] {
  if (list === undefined) return [...SYSTEM_NAMES];
  return chosen('system', list, SYSTEM_NAMES) as SystemName[];
}

function trackNames(list: string | undefined): string[] | undefined {
  if (list === undefined) return undefined;
  return chosen('track', list, [...new Set(TRACKS.flatMap((track) => [track.family, track.name]))]);
}

function chosen(what: string, list: string, known: readonly string[]): string[] {
  const names = [...new Set(list.split(',').map((name) => name.trim()))];
  const stranger = names.find((name) => !known.includes(name));
  if (stranger === undefined) return names;
  throw new UsageError(`unknown ${what} "${stranger}"; there are: ${known.join(', ')}`);
}

function wholeNumber(name: string, text: string | undefined, otherwise: number, least: number): number {
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value >= least) return value;
  throw new UsageError(`${name} ${text}: expected a whole number, ${least} or more`);
}
