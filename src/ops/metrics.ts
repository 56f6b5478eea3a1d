import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Observer } from '../bot/observer.ts';
import type { FileFetcher, Intake } from '../guilds/types.ts';

export interface MetricsOptions {
  /** Names of commands and actions; any other that an interaction brings is counted as `other`. */
  readonly names: Iterable<string>;
}

/** What is only looked up when somebody asks for the metrics. */
export interface Gauges {
  /** Interactions that wait to be begun. */
  waiting(): number;
  /** Bytes of the guilds' indexes in memory. */
  indexMemory(): number;
}

/** What the bot counts of itself. No label holds anything that somebody wrote. */
export interface Metrics {
  readonly contentType: string;
  /** In Prometheus' text format. */
  text(): Promise<string>;
  readonly observer: Observer;
  /** The same readers, each file counted by what became of it. */
  countFiles(intake: Intake): Intake;
  /** The same fetcher, each file counted that it did not get. */
  countFetches(files: FileFetcher): FileFetcher;
  /** Counts a file that was more than a person may bring within the hour. */
  countTooMany(): void;
  watch(gauges: Gauges): void;
}

/** Seconds. Discord gives 3 to acknowledge; 1.5 is when a reply is deferred. */
const ACKNOWLEDGE_BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 2.5, 3];
const ANSWER_BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 1.5, 3, 5, 10, 30, 60, 300];

/** Metrics in a registry of their own; those of the process and of Node.js are among them. */
export function createMetrics({ names }: MetricsOptions): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const files = new Counter({
    name: 'footnote_files_total',
    help: 'Files that people attached, by what became of them: read, or why not',
    labelNames: ['result'],
    registers: [registry],
  });
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    observer: createObserver(registry, new Set(names)),
    countFiles: (intake) => ({
      readFile: async (...args) => counted(await intake.readFile(...args), files),
      readFacts: async (...args) => counted(await intake.readFacts(...args), files),
      readDeck: async (...args) => counted(await intake.readDeck(...args), files),
    }),
    countFetches: (fetcher) => ({
      most: fetcher.most,
      async fetch(...args) {
        const fetched = await fetcher.fetch(...args);
        if (typeof fetched === 'string') files.inc({ result: fetched });
        return fetched;
      },
    }),
    countTooMany: () => files.inc({ result: 'additionsPerHour' }),
    watch: (gauges) => watchGauges(registry, gauges),
  };
}

function createObserver(registry: Registry, names: ReadonlySet<string>): Observer {
  const registers = [registry];
  const interactions = new Counter({
    name: 'footnote_interactions_total',
    help: 'Interactions that are over, by command and outcome',
    labelNames: ['command', 'outcome'],
    registers,
  });
  const verdicts = new Counter({
    name: 'footnote_verdicts_total',
    help: 'Questions by what came of them',
    labelNames: ['verdict'],
    registers,
  });
  const acknowledge = new Histogram({
    name: 'footnote_acknowledge_seconds',
    help: 'From the making of an interaction to its acknowledgement',
    buckets: ACKNOWLEDGE_BUCKETS,
    registers,
  });
  const answer = new Histogram({
    name: 'footnote_answer_seconds',
    help: 'From the making of an interaction to its answer',
    buckets: ANSWER_BUCKETS,
    registers,
  });
  return {
    finished({ command = '', outcome, verdict, ms, acknowledgedMs }) {
      interactions.inc({ command: names.has(command) ? command : 'other', outcome });
      if (verdict !== undefined) verdicts.inc({ verdict });
      if (acknowledgedMs !== undefined) acknowledge.observe(acknowledgedMs / 1000);
      if (outcome === 'answered' || outcome === 'deferred') answer.observe(ms / 1000);
    },
  };
}

function watchGauges(registry: Registry, { waiting, indexMemory }: Gauges): void {
  gauge('footnote_queue_length', 'Interactions that wait to be begun', waiting);
  gauge('footnote_index_memory_bytes', "The servers' search indexes in memory", indexMemory);

  function gauge(name: string, help: string, read: () => number): void {
    const collect = function (this: Gauge) {
      this.set(read());
    };
    registry.registerMetric(new Gauge({ name, help, registers: [], collect }));
  }
}

function counted<R extends { readonly ok: true } | { readonly ok: false; readonly problem: string }>(
  result: R,
  files: Counter<'result'>,
): R {
  files.inc({ result: result.ok ? 'read' : result.problem });
  return result;
}
