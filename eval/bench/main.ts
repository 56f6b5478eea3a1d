/** Footnote's search beside its peers: reads what to measure, runs each system in each track, prints what came out. */
import { readFiller } from '../data/filler.ts';
import { loadDataset } from '../data/load.ts';
import type { Dataset } from '../data/types.ts';
import { UsageError } from '../data/usage-error.ts';
import { type Options, parseOptions, USAGE } from './options.ts';
import type { Row } from './report/row.ts';
import { summary } from './report/summary.ts';
import { table } from './report/table.ts';
import { runJob } from './run.ts';
import { TRACKS } from './tracks/index.ts';
import { readMisspellings } from './tracks/misspelt.ts';
import type { Track } from './tracks/types.ts';

try {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) console.log(USAGE);
  else process.exitCode = await bench(options);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`bench: ${error.message}`);
  process.exitCode = 2;
}

/** The exit code: 1 where a system failed. */
async function bench(options: Options): Promise<number> {
  const dataset = loadDataset(options);
  for (const warning of dataset.warnings) tell(`${dataset.name}: ${warning}`);
  const tracks = tracksFor(dataset, options);
  checkFiles(options);
  const { passages, questions } = dataset;
  tell(`${dataset.name}: ${passages.length} passages, ${questions.length} questions, seed ${options.seed}`);
  const rows = await runAll(tracks, options);
  if (!options.json) console.log(table(rows));
  tell(summary(rows));
  return rows.some((row) => row.passages === null) ? 1 : 0;
}

/** Those asked for must be possible; where none are asked for, those that are. */
function tracksFor(dataset: Dataset, options: Options): Track[] {
  const asked = TRACKS.filter(
    ({ name, family }) => options.tracks?.includes(name) || options.tracks?.includes(family) || !options.tracks,
  );
  return asked.filter((track) => {
    const lack = track.lacks(dataset, options);
    if (lack === undefined) return true;
    if (options.tracks) throw new UsageError(`track ${track.name}: ${lack}`);
    tell(`${track.name}: left out, ${lack}`);
    return false;
  });
}

/** Before the first process starts, so that a malformed line is told at once and once. */
function checkFiles({ misspellings, filler }: Options): void {
  if (misspellings !== undefined) readMisspellings(misspellings);
  if (filler !== undefined) readFiller(filler);
}

/** One after the other: two at a time would disturb each other's times. */
async function runAll(tracks: readonly Track[], options: Options): Promise<Row[]> {
  const rows: Row[] = [];
  const total = tracks.length * options.systems.length;
  for (const { name: track } of tracks) {
    for (const system of options.systems) {
      const place = `[${rows.length + 1}/${total}] ${track} ${system}`;
      const row = await runJob({ system, track, options }, (text) => tell(`${place}: ${text}`));
      rows.push(row);
      tell(`${place}: ${outcome(row)}`);
      if (options.json) console.log(JSON.stringify(row));
    }
  }
  return rows;
}

function outcome({ queries, hit1, auroc, p50ms, note }: Row): string {
  if (queries === 0) return note ?? 'no question to ask';
  const separation = auroc === null ? '' : `, AUROC ${auroc}`;
  return `${queries} questions, hit@1 ${hit1 ?? '–'}${separation}, p50 ${p50ms} ms`;
}

function tell(text: string): void {
  console.error(text);
}
