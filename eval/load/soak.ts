import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from 'discord-sandbox';
import { freePort } from '../../tests/support/postgres.ts';
import { percentile } from '../data/metrics.ts';
import { superviseBot } from './bot-process.ts';
import { startFaultyWire } from './faulty-wire.ts';
import { actEvenly, addServers, countBy, createMix } from './mix.ts';

export interface SoakOptions {
  /** The folder of the package that is run. */
  readonly bot: string;
  readonly http: boolean;
  readonly interactions: number;
  readonly perSecond: number;
  readonly questions: readonly string[];
}

const SERVERS = 8;
/** The part of the bot's requests that something happens to. */
const FAULTS = 0.02;
const WARM_UP_S = 10;
const SAMPLE_MS = 1_000;
/** Between two cuts of the gateway's connection. */
const CUT_MS = 30_000;

/**
 * A mixed load for long on a wire that loses requests and answers, and, over the gateway, cuts connections; prints what was
 * not answered, what was answered twice, and the memory at the beginning and the end.
 */
export async function soak({ bot, http, interactions, perSecond, questions }: SoakOptions): Promise<void> {
  const sandbox = await startSandbox();
  addServers(sandbox, SERVERS);
  const wire = await startFaultyWire(sandbox.apiUrl);
  const dataDir = mkdtempSync(join(tmpdir(), 'footnote-soak-'));
  const port = String(await freePort());
  const child = superviseBot({
    bot,
    opsPort: await freePort(),
    environment: {
      DISCORD_TOKEN: 'a.b.c',
      DISCORD_API: wire.api,
      DATA_DIR: dataDir,
      LOG_LEVEL: 'fatal',
      ...(http ? { DISCORD_PUBLIC_KEY: sandbox.publicKey, HTTP_PORT: port, HTTP_HOST: '127.0.0.1' } : {}),
    },
  });
  try {
    await child.ready();
    if (http) await sandbox.useEndpoint(`http://127.0.0.1:${port}/interactions`);
    await actEvenly(createMix(sandbox, SERVERS, questions), perSecond, WARM_UP_S);
    wire.share = FAULTS;
    const memory: number[] = [];
    const sampling = setInterval(() => memory.push(child.memory() / 1e6), SAMPLE_MS);
    const cutting = setInterval(() => sandbox.faults.disconnect(), CUT_MS);
    const mix = createMix(sandbox, SERVERS, questions);
    await actEvenly(mix, perSecond, interactions / perSecond);
    clearInterval(sampling);
    clearInterval(cutting);
    wire.share = 0;
    const lost = mix.deeds.filter(({ failure }) => failure !== undefined);
    const waits = mix.deeds.map(({ begun, settled }) => settled - begun);
    const quarter = Math.ceil(memory.length / 4);
    const median = (values: readonly number[]) => percentile(0.5, values).toFixed(0);
    const struck = [...wire.faults].map(([fault, count]) => `${fault} ${count}`).join(', ');
    process.stdout.write(
      `soak over ${http ? 'HTTP' : 'the gateway'}: ${mix.deeds.length} interactions at ${perSecond} a second; ` +
        `unanswered ${lost.length}, answered twice ${mix.twice()}; p50 ${median(waits)} ms, ` +
        `p99 ${percentile(0.99, waits).toFixed(0)} ms; memory ${median(memory.slice(0, quarter))} MB in the first quarter, ` +
        `${median(memory.slice(-quarter))} MB in the last, ${Math.max(...memory).toFixed(0)} MB at most\n` +
        `  faults: ${struck}${http ? '' : `; connections cut every ${CUT_MS / 1000} s`}\n`,
    );
    for (const [what, count] of countBy(lost.map(({ kind, failure }) => `${kind}, "${failure}"`))) {
      process.stdout.write(`  unanswered: ${count} ${what}\n`);
    }
  } finally {
    await child.stop();
    wire.close();
    await sandbox.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
