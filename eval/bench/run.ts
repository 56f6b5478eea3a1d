import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Job, Report } from './child.ts';
import { failedRow, type Row } from './report/row.ts';

/** As built: a child process runs what tsc made of child.ts. */
const CHILD = fileURLToPath(new URL('./child.js', import.meta.url));

/** For loading, indexing and single questions that outlast the time for answering. */
const PATIENCE_SECONDS = 420;

/** Runs one system in one track in a process of its own. Always gives a row; one that failed says why in its note. */
export function runJob(job: Job, progress: (text: string) => void): Promise<Row> {
  // The child's own output must not mix with the lines on standard output: it goes to standard error.
  const child = fork(CHILD, [], {
    stdio: ['ignore', 2, 2, 'ipc'],
    execArgv: ['--expose-gc', '--max-old-space-size=8192'],
  });
  const seconds = PATIENCE_SECONDS + 2 * job.options.seconds;
  return new Promise((resolve) => {
    let row = failedRow(job.system, job.track, 'the process ended without a result');
    const timer = setTimeout(() => {
      row = failedRow(job.system, job.track, `stopped after ${seconds} s`);
      child.kill('SIGKILL');
    }, seconds * 1000);
    child.on('message', (report: Report) => {
      if (report.kind === 'progress') progress(report.text);
      else row = report.kind === 'row' ? report.row : failedRow(job.system, job.track, report.message);
    });
    child.once('close', () => {
      clearTimeout(timer);
      resolve(row);
    });
    start(child, job);
  });
}

function start(child: ChildProcess, job: Job): void {
  child.once('spawn', () => child.send(job));
}
