import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Account, type ReadFailure, type ReadResult, type ReadWork, readFile } from '../intake/index.ts';
import { parseDate } from '../material/dates.ts';
import type { Draft } from '../material/types.ts';
import { leftOutOf, lowShare } from '../reply/left-out.ts';
import { messagesFor } from '../reply/messages.ts';
import { formatProblem, problemText } from '../reply/problem-text.ts';
import { CollectionFolder } from './collection-folder.ts';
import { stop } from './stop.ts';

const USAGE = `Usage: npm run intake -- FILE… --into DIR
         [--title TITLE] [--author NAME]… [--date DATE] [--url URL] [--publisher NAME]
  Reads ${messagesFor('en').plain('intake.formats')}, and writes the works to DIR as a collection.
  A collection that is there is added to: what it holds stays as it is. A file that cannot be read is named, and the
  others are written. The options, for a single FILE, say what the
  file does not say of itself. DIR is a folder below knowledge/, below the one that KNOWLEDGE_DIR names, or below any
  other: what is written to mine/notes is asked with "npm run ask -- --knowledge mine".`;

/** Files to a collection folder, understood as they would be in a server's library. A file that cannot be read stops no other. */
async function main(): Promise<void> {
  const { files, into, about } = readArguments();
  const folder = openFolder(into);
  const problems: string[] = [];
  for (const file of files) {
    const bytes = readBytes(file);
    if (typeof bytes === 'string') {
      problems.push(bytes);
      continue;
    }
    const result = await readFile({ name: basename(file), bytes });
    problems.push(...(result.ok ? take(folder, result, about, file) : [failureText(file, result)]));
  }
  if (folder.added.length === 0) stop(`${problems.join('\n')}\nNothing was written.`, 1);
  folder.save();
  if (problems.length > 0) process.stderr.write(`${problems.join('\n')}\n`);
  const check = `Check the collection with: npm run check:knowledge -- ${dirname(into)}`;
  process.stdout.write(`${[...folder.added, check].join('\n')}\n`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}

function readArguments() {
  try {
    const text = { type: 'string' } as const;
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        into: text,
        title: text,
        author: { type: 'string', multiple: true },
        date: text,
        url: text,
        publisher: text,
        help: { type: 'boolean' },
      },
    });
    if (values.help) stop(USAGE, 0);
    if (values.into === undefined || positionals.length === 0) stop(USAGE, 2);
    const about = aboutOf(values);
    if (positionals.length > 1 && Object.keys(about).length > 0)
      stop(`--title and the like are for a single file.\n${USAGE}`, 2);
    return { files: positionals, into: resolve(values.into), about };
  } catch (error) {
    return stop(`${error instanceof Error ? error.message : error}\n${USAGE}`, 2);
  }
}

interface Options {
  readonly title?: string | undefined;
  readonly author?: string[] | undefined;
  readonly date?: string | undefined;
  readonly url?: string | undefined;
  readonly publisher?: string | undefined;
}

function aboutOf({ title, author, date, url, publisher }: Options): Draft['about'] {
  const issued =
    date === undefined
      ? undefined
      : (parseDate(date) ?? stop(`"${date}" is no date: write 2001-02-28, 2001-02 or 2001.`, 2));
  if (url !== undefined && !/^https?:\/\/./.test(url)) stop('--url begins with http:// or https://.', 2);
  return {
    ...(title === undefined ? {} : { title }),
    ...(author === undefined ? {} : { authors: author }),
    ...(issued === undefined ? {} : { issued }),
    ...(url === undefined ? {} : { url }),
    ...(publisher === undefined ? {} : { publisher }),
  };
}

function openFolder(into: string): CollectionFolder {
  const { value, problems } = CollectionFolder.open(into);
  return problems.length > 0
    ? stop(`${problems.map(formatProblem).join('\n')}\nMend the collection first; nothing was written.`, 1)
    : value;
}

/** What stands in the way of reading it is a text. */
function readBytes(file: string): Uint8Array | string {
  try {
    return readFileSync(file);
  } catch (error) {
    return `${file} cannot be read: ${whyUnreadable(error)}`;
  }
}

function whyUnreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  if (code === 'ENOENT') return 'there is no such file.';
  if (code === 'EISDIR') return 'it is a folder. Name the files in it.';
  if (code === 'EACCES' || code === 'EPERM') return 'you may not read it.';
  return `the system says ${code}.`;
}

/** Takes a file's works into the folder; returns what stood in the way. */
function take(
  folder: CollectionFolder,
  { works, collection }: Extract<ReadResult, { ok: true }>,
  about: Draft['about'],
  file: string,
): string[] {
  const problems = works.map((work) => folder.addWork(withOptions(work, about, file), workNote(work)));
  if (collection) problems.push(folder.addTables(collection));
  return problems.flatMap((problem) => (problem === undefined ? [] : [`${file}: ${problem}`]));
}

/** A work needs a title; the file's name is better than none. */
function withOptions(work: ReadWork, about: Draft['about'], file: string): ReadWork {
  const name = basename(file).replace(/\.[a-z\d]+$/i, '');
  return { ...work, about: { title: name, ...work.about, ...about } };
}

function workNote({ passages, words, about, account }: ReadWork): string {
  const messages = messagesFor('en');
  const paragraphs = passages.filter(({ role, part }) => role === undefined && part === undefined).length;
  const missing = (['title', 'authors', 'issued'] as const).filter((key) => about[key] === undefined);
  const names = { title: 'title', authors: 'author', issued: 'date' };
  const lack = missing.length === 0 ? '' : `; the file tells no ${missing.map((key) => names[key]).join(', ')}`;
  const scanned = passages.filter(({ form }) => form === 'scan').length;
  const scan = scanned === 0 ? '' : `; ${scanned} recognised from a scan`;
  const size = `${messages.plain('library.paragraphs', { count: paragraphs })}, ${messages.plain('library.words', { count: words })}`;
  return [`${size}${scan}${lack}`, ...(account ? accountLines(account) : [])].join('\n  ');
}

function accountLines(account: Account): string[] {
  const messages = messagesFor('en');
  const percent = lowShare(account);
  const leftOut = leftOutOf([account], messages);
  return [
    ...(percent === undefined ? [] : [messages.plain('intake.leftOut.share', { percent })]),
    ...(leftOut ? [messages.plain('intake.leftOut.title', { what: leftOut.what })] : []),
  ];
}

function failureText(file: string, { problem, details = [], more = 0 }: ReadFailure): string {
  const messages = messagesFor('en');
  return [
    `${file}: ${messages.plain(`intake.problem.${problem}`)}`,
    ...details.map((detail) => `  ${problemText(detail, messages)}`),
    ...(more > 0 ? [`  ${messages.plain('library.more', { count: more })}`] : []),
  ].join('\n');
}

await main();
