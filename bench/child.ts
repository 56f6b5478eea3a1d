/** The process of one system in one track: it is sent a job and sends back how far it is and, at the end, a row. */
import { loadDataset } from './dataset/load.ts';
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
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'row'; readonly row: Row }
  | { readonly kind: 'failure'; readonly message: string };

const REPORT_EVERY_MS = 5_000;

process.once('message', async (job: Job) => {
  try {
    report({ kind: 'row', row: await run(job) });
  } catch (error) {
    report({ kind: 'failure', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
  process.disconnect();
});

async function run({ system, track, options }: Job): Promise<Row> {
  const trial = TRACKS.find(({ name }) => name === track)?.prepare(loadDataset(options), options);
  if (trial === undefined) throw new Error(`no track "${track}"`);
  const build = await loadSystem(system);
  return { system, track, ...(await measure(build, trial, options, reportNowAndThen())) };
}

function reportNowAndThen(): (done: number, total: number) => void {
  let next = performance.now() + REPORT_EVERY_MS;
  return (done, total) => {
    if (performance.now() < next) return;
    next = performance.now() + REPORT_EVERY_MS;
    report({ kind: 'progress', done, total });
  };
}

function report(message: Report): void {
  process.send?.(message);
}
