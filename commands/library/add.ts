import { type APIAttachment, ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { slashCommand } from '../../src/bot/command.ts';
import type { Reply } from '../../src/bot/reply.ts';
import { ADD_STEPS, type AddResult, type FileLink, type GuildLibrary } from '../../src/guilds/types.ts';
import type { Messages } from '../../src/reply/messages.ts';
import { noticeView } from '../../src/reply/notice-view.ts';
import { readAbout } from './about.ts';
import { asEditor } from './permission.ts';
import { whyNotAdded } from './refusals.ts';
import { addedView, leftOutFiles, progressView } from './view.ts';

/** `/library add`: a file becomes a work of this server. */
export const add = slashCommand({
  type: ApplicationCommandType.ChatInput,
  name: 'add',
  options: [
    { name: 'file', type: ApplicationCommandOptionType.Attachment, required: true },
    { name: 'title', type: ApplicationCommandOptionType.String, max_length: 300 },
    { name: 'author', type: ApplicationCommandOptionType.String, max_length: 500 },
    { name: 'date', type: ApplicationCommandOptionType.String, max_length: 40 },
    { name: 'url', type: ApplicationCommandOptionType.String, max_length: 500 },
  ],
  complete: {},
  run: ({ file, ...said }, context) =>
    asEditor(context, ({ library }) => {
      const { messages, person } = context;
      const about = readAbout(said, messages);
      if ('problem' in about) return { show: 'private', components: noticeView(about.problem) };
      const link = linkTo(file);
      return steps(library.add(link, about.about, person.id), link, messages);
    }),
});

export function linkTo({ filename, url, size, content_type }: APIAttachment): FileLink {
  return { name: filename, url, size, ...(content_type === undefined ? {} : { contentType: content_type }) };
}

async function* steps(
  work: ReturnType<GuildLibrary['add']>,
  file: FileLink,
  messages: Messages,
): AsyncGenerator<Reply> {
  for (;;) {
    const { done, value } = await work.next();
    if (done) return yield resultReply(value, file, messages);
    const step = { key: value, at: ADD_STEPS.indexOf(value) + 1, count: ADD_STEPS.length };
    yield { show: 'private', components: progressView(file.name, step, messages) };
  }
}

function resultReply(result: AddResult, file: FileLink, messages: Messages): Reply {
  if (!result.ok) return { show: 'private', components: noticeView(whyNotAdded(result, file.name, messages)) };
  return { show: 'private', components: addedView(result, messages), files: leftOutFiles(result, messages) };
}
