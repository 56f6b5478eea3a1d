import { type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { messageOf, startSandbox } from 'discord-sandbox';
import { packageRoot } from '../src/root.ts';
import { freePort } from '../tests/support/postgres.ts';
import { type Instruction, parseDockerfile } from './image/dockerfile.ts';

/**
 * Does the steps of the Dockerfile without a container engine: each stage in an empty folder, each command with an empty
 * environment. Then runs what comes of it as a user who may write nothing but its data, and asks it a question and to read
 * a file. Prints each step; leaves the folder.
 */
const folder = mkdtempSync(join(tmpdir(), 'footnote-image-'));
/** Of no account: as in the image, it may read the program and not change it. */
const USER = 65_534;

/** Milliseconds within which a small file is in the library, also on a busy machine. */
const ADD_MS = 60_000;

interface Stage {
  readonly root: string;
  workdir: string;
  readonly environment: Record<string, string>;
  command: readonly string[];
  health: readonly string[];
}

const stages = new Map<string, Stage>();
let stage: Stage | undefined;
for (const instruction of parseDockerfile(readFileSync(join(packageRoot, 'Dockerfile'), 'utf8'))) {
  process.stdout.write(`> ${instruction.text}\n`);
  stage = await perform(instruction, stage);
}
if (stage === undefined) throw new Error('The Dockerfile has no stage.');
await tryOut(stage);

async function perform({ name, words, rest }: Instruction, current: Stage | undefined): Promise<Stage | undefined> {
  if (name === 'ARG') return current;
  if (name === 'FROM') return begin(words);
  if (current === undefined) throw new Error(`${name} stands before FROM.`);
  switch (name) {
    case 'WORKDIR':
      current.workdir = inside(current, rest);
      mkdirSync(current.workdir, { recursive: true });
      break;
    case 'COPY':
      await copy(words, current);
      break;
    case 'RUN':
      await run(['sh', '-c', rest.replaceAll('1000:1000', `${USER}:${USER}`)], current);
      break;
    case 'ENV':
      for (const word of words) current.environment[word.split('=', 1)[0] ?? ''] = word.slice(word.indexOf('=') + 1);
      break;
    case 'CMD':
      current.command = JSON.parse(rest);
      break;
    case 'HEALTHCHECK':
      current.health = JSON.parse(rest.slice(rest.indexOf('[')));
      break;
    case 'USER':
    case 'EXPOSE':
    case 'VOLUME':
      break;
    default:
      throw new Error(`${name} is not known here.`);
  }
  return current;
}

function begin(words: readonly string[]): Stage {
  const name = words[2] ?? 'image';
  const root = join(folder, name);
  mkdirSync(join(root, 'home'), { recursive: true });
  const stage: Stage = { root, workdir: root, environment: {}, command: [], health: [] };
  stages.set(name, stage);
  return stage;
}

/** A path of the image, as it is on this machine. */
function inside({ root, workdir }: Stage, path: string): string {
  return path.startsWith('/') ? join(root, path) : resolve(workdir, path);
}

async function copy(words: readonly string[], current: Stage): Promise<void> {
  const [from = '', to = ''] = words.filter((word) => !word.startsWith('--'));
  const source = stages.get(/^--from=(.*)/.exec(words[0] ?? '')?.[1] ?? '');
  const target = inside(current, to);
  if (source !== undefined) {
    cpSync(inside(source, from), target, { recursive: true, verbatimSymlinks: true });
    return;
  }
  // What is tracked, which is what .dockerignore leaves.
  const listing = spawn('git', ['ls-files', '-z', '--', from], { cwd: packageRoot });
  const paths = Buffer.concat(await listing.stdout.toArray())
    .toString()
    .split('\0');
  for (const path of paths.filter((path) => path !== '' && existsSync(join(packageRoot, path)))) {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    cpSync(join(packageRoot, path), join(target, path), { verbatimSymlinks: true });
  }
}

function environmentOf({ root, environment }: Stage): Record<string, string> {
  return { PATH: process.env.PATH ?? '', HOME: join(root, 'home'), ...environment };
}

async function run(
  [program = '', ...args]: readonly string[],
  current: Stage,
  options: SpawnOptions = {},
): Promise<void> {
  const child = spawn(program, args, {
    cwd: current.workdir,
    env: environmentOf(current),
    stdio: ['ignore', 'inherit', 'inherit'],
    ...options,
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`It ended with ${code}.`);
}

async function tryOut(image: Stage): Promise<void> {
  const sandbox = await startSandbox();
  const isRoot = process.getuid?.() === 0;
  const user = isRoot ? { uid: USER, gid: USER } : {};
  const dataDir = inside(image, image.environment.DATA_DIR ?? '');
  if (isRoot) {
    await run(['chmod', 'a+rx', folder], image);
    chownSync(dataDir, USER, USER);
  }
  const environment = {
    ...environmentOf(image),
    DATA_DIR: dataDir,
    OPS_PORT: String(await freePort()),
    DISCORD_TOKEN: 'a.b.c',
    DISCORD_API: sandbox.apiUrl,
  };
  const [program = '', ...args] = image.command;
  process.stdout.write(`> ${image.command.join(' ')} (as user ${isRoot ? USER : 'of this shell'})\n`);
  const bot = spawn(program, args, {
    cwd: image.workdir,
    env: environment,
    stdio: ['ignore', 'inherit', 'inherit'],
    ...user,
  });
  try {
    await sandbox.whenOnline();
    while (sandbox.commands.length === 0) await setTimeout(50);
    await run(image.health, image, { env: environment, ...user });
    const ana = sandbox.client('ana');
    const answer = messageOf(await ana.command('ask', { question: 'When was CELAC founded?' }));
    if (!JSON.stringify(answer.components).includes('2010')) throw new Error('The question was not answered.');
    const file = { filename: 'notes.md', data: Buffer.from('# Notes\n\nThe heron stands on one leg.\n') };
    await ana.command('library add', { file });
    const giveUp = performance.now() + ADD_MS;
    const list = async () => JSON.stringify(messageOf(await ana.command('library list')).components);
    while (!(await list()).includes('notes') && performance.now() < giveUp) await setTimeout(200);
    const own = messageOf(await ana.command('ask', { question: 'On how many legs does the heron stand?' }));
    if (!JSON.stringify(own.components).includes('notes')) throw new Error('The file was not read.');
    process.stdout.write('It is healthy, answers, and reads a file.\n');
  } finally {
    const ended = once(bot, 'exit');
    bot.kill('SIGTERM');
    process.stdout.write(`It ended with ${(await ended)[0]}. All of it is in ${folder}.\n`);
    await sandbox.close();
  }
}
