/** The process of one system in one track: it is sent a job and sends back how far it is and, at the end, a row. */
import { loadDataset } from '../data/load.ts';
import { measure } from './measure.ts';
import type { Options } from './options.ts';
import type { Row } from './report/row.ts';
import { loadSystem, type SystemName } from './systems/index.ts';
import { TRACKS } from './tracks/index.ts';

export interface Job {
  readonly system: SystemName;
  readonly track: string;
  readonly options: Options;
}

export type Report =
  | { readonly kind: 'progress'; readonly text: string }
  | { readonly kind: 'row'; readonly row: Row }
  | { readonly kind: 'failure'; readonly message: string };

const REPORT_EVERY_MS = 5_000;
/** From so many passages on, indexing may take long enough for a word about it. */
const LARGE = 5_000;

process.once('message', async (job: Job) => {
  const result = await run(job).then(
    (row): Report => ({ kind: 'row', row }),
    (error: unknown): Report => ({ kind: 'failure', message: error instanceof Error ? error.message : String(error) }),
  );
  process.send?.(result, () => process.disconnect());
});

// Nobody waits for the result any more.
process.once('disconnect', () => process.exit());

async function run({ system, track, options }: Job): Promise<Row> {
  const dataset = loadDataset(options);
  const trial = TRACKS.find(({ name }) => name === track)?.prepare(dataset, options);
  if (trial === undefined) throw new Error(`no track "${track}"`);
  const build = await loadSystem(system);
  if (trial.passages.length >= LARGE) tell(`indexing ${trial.passages.length} passages`);
  const index = () => build(trial.passages, dataset.synonyms);
  return { system, track, ...(await measure(index, trial, options, reportNowAndThen())) };
}

function reportNowAndThen(): (done: number, total: number) => void {
  let next = performance.now() + REPORT_EVERY_MS;
  return (done, total) => {
    if (performance.now() < next) return;
    next = performance.now() + REPORT_EVERY_MS;
    tell(`${done} of ${total}`);
  };
}

function tell(text: string): void {
  process.send?.({ kind: 'progress', text } satisfies Report);
}
