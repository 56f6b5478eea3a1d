import { extname } from 'node:path';
import { type APIAttachment, ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { slashCommand } from '../../src/bot/command.ts';
import { notice } from '../../src/bot/notice.ts';
import type { Reply } from '../../src/bot/reply.ts';
import {
  type AboutWork,
  ADD_STEPS,
  type AddResult,
  type AddStep,
  type FileLink,
  type GuildLibrary,
} from '../../src/guilds/types.ts';
import type { Messages } from '../../src/reply/messages.ts';
import { readAbout } from './about.ts';
import { type FileResult, filesView } from './files-view.ts';
import { asEditor } from './permission.ts';
import { whyNotAdded } from './refusals.ts';
import { addedView, leftOutFiles, progressView } from './view.ts';

const another = <const Name extends string>(name: Name) =>
  ({ name, type: ApplicationCommandOptionType.Attachment }) as const;

/** `/library add`: files become works of this server, each by itself: one that cannot be read stops no other. */
export const add = slashCommand({
  type: ApplicationCommandType.ChatInput,
  name: 'add',
  options: [
    { name: 'file', type: ApplicationCommandOptionType.Attachment, required: true },
    { name: 'title', type: ApplicationCommandOptionType.String, max_length: 300 },
    { name: 'author', type: ApplicationCommandOptionType.String, max_length: 500 },
    { name: 'date', type: ApplicationCommandOptionType.String, max_length: 40 },
    { name: 'url', type: ApplicationCommandOptionType.String, max_length: 500 },
    another('file2'),
    another('file3'),
    another('file4'),
    another('file5'),
    another('file6'),
    another('file7'),
    another('file8'),
    another('file9'),
    another('file10'),
  ],
  complete: {},
  run: ({ file, title, author, date, url, ...others }, context) =>
    asEditor(context, ({ library }) => {
      const { messages, person } = context;
      const about = readAbout({ title, author, date, url }, messages);
      if ('problem' in about) return notice(about.problem);
      const files = [file, ...Object.values(others)].filter((one) => one !== undefined).map(linkTo);
      if (files.length > 1 && Object.keys(about.about).length > 0) return notice(messages.markdown('library.oneFile'));
      return addFiles(library, files, { about: about.about, by: person.id }, messages);
    }),
});

export function linkTo({ url, size, content_type, ...attachment }: APIAttachment): FileLink {
  return { name: nameOf(attachment), url, size, ...(content_type === undefined ? {} : { contentType: content_type }) };
}

/** As the person's own computer has it: of a name in other letters than ASCII's, `filename` is what Discord left. */
function nameOf({ filename, title }: Pick<APIAttachment, 'filename' | 'title'>): string {
  if (!title) return filename;
  const extension = extname(filename);
  return title.endsWith(extension) ? title : title + extension;
}

interface Bringing {
  readonly about: AboutWork;
  readonly by: string;
}

/** One file after another. All that is added bears the same time, so that one button takes it back. */
async function* addFiles(
  library: GuildLibrary,
  files: readonly FileLink[],
  { about, by }: Bringing,
  messages: Messages,
): AsyncGenerator<Reply> {
  const at = Date.now();
  const results: FileResult[] = [];
  for (const [i, file] of files.entries()) {
    const of = files.length > 1 ? { file: i + 1, files: files.length } : undefined;
    const show = (step: AddStep): Reply => {
      const progress = { ...progressOf(step), count: ADD_STEPS.length, of };
      return { show: 'private', components: progressView(file.name, progress, messages), isPassing: true };
    };
    results.push({ name: file.name, result: yield* mapped(library.add(file, about, by, at), show) });
  }
  yield resultReply(results, at, messages);
}

/** Another sequence of steps with the same end; where nobody takes it to that end, the work that makes it ends too. */
async function* mapped<T, U, R>(work: AsyncGenerator<T, R>, show: (step: T) => U): AsyncGenerator<U, R> {
  try {
    for (;;) {
      const step = await work.next();
      if (step.done) return step.value;
      yield show(step.value);
    }
  } finally {
    await work.return(undefined as R);
  }
}

/** A page that was recognised belongs to the step that reads. */
function progressOf(step: AddStep) {
  const key = typeof step === 'string' ? step : 'read';
  return { key, at: ADD_STEPS.indexOf(key) + 1, ...(typeof step === 'string' ? {} : { page: step }) };
}

function resultReply(results: readonly FileResult[], at: number, messages: Messages): Reply {
  const [only] = results;
  if (results.length > 1 || only === undefined) {
    const components = filesView(results, at, messages);
    return { show: 'private', components, files: leftOutFiles(accountsOf(results), messages) };
  }
  const { result, name } = only;
  if (!result.ok) return notice(whyNotAdded(result, name, messages));
  return { show: 'private', components: addedView(result, messages), files: leftOutFiles(result.accounts, messages) };
}

const accountsOf = (results: readonly FileResult[]) =>
  results.flatMap(({ result }: { result: AddResult }) => (result.ok ? result.accounts : []));
