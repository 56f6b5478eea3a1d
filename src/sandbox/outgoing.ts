import {
  type APIAllowedMentions,
  type APIAttachment,
  type APIEmbed,
  type APIMessage,
  MessageFlags,
} from 'discord-api-types/v10';
import { emptyMessage, type Problem, refuse } from './api-error.ts';
import type { Attachments, UploadedFile } from './attachments.ts';
import type { AnyComponent } from './components.ts';
import type { MessageContent } from './messages.ts';
import { editProblems, isEmpty, type MessageDraft, messageProblems } from './rules/message.ts';

/** What a bot sends as or for a message, once the schema has vouched for its shape. */
export interface MessageBody {
  content?: string | null;
  embeds?: APIEmbed[] | null;
  components?: AnyComponent[] | null;
  attachments?: { id: string; filename?: string | null; description?: string | null }[] | null;
  flags?: number | null;
  allowed_mentions?: APIAllowedMentions | null;
  poll?: unknown;
  sticker_ids?: unknown[] | null;
}

/** The flags that a bot may set; the others are Discord's. */
const SETTABLE =
  MessageFlags.Ephemeral |
  MessageFlags.SuppressEmbeds |
  MessageFlags.SuppressNotifications |
  MessageFlags.IsComponentsV2;

export interface Sending {
  body: MessageBody;
  files: UploadedFile[];
  channelId: string;
  /** Where in the request the message stands, for the paths of problems: `data` in a callback. */
  at: string[];
}

/** A new message of a bot, or the 400 that Discord answers. */
export function newContent(sending: Sending, attachments: Attachments): MessageContent {
  const { body, files } = sending;
  const draft: MessageDraft = {
    content: body.content ?? '',
    embeds: body.embeds ?? [],
    components: body.components ?? [],
    flags: (body.flags ?? 0) & SETTABLE,
    poll: body.poll,
    sticker_ids: body.sticker_ids,
    files: files.map((file) => nameOf(file, body)),
  };
  refuse(inside(sending.at, messageProblems(draft)));
  if (isEmpty(draft)) throw emptyMessage();
  return { ...draft, attachments: upload(sending, attachments), allowedMentions: body.allowed_mentions };
}

/** A bot's message after an edit: what the body does not name stays; or the 400 that Discord answers. */
export function editedContent(former: APIMessage, sending: Sending, attachments: Attachments): MessageContent {
  const { body, files } = sending;
  const before = former.flags ?? 0;
  const listed = body.attachments?.map(({ id }) => id);
  const kept = former.attachments.filter(({ id }) => listed?.includes(id) ?? true);
  const draft: MessageDraft = {
    content: body.content === undefined ? former.content : (body.content ?? ''),
    embeds: body.embeds === undefined ? former.embeds : (body.embeds ?? []),
    components:
      body.components === undefined
        ? ((former.components ?? []) as unknown as AnyComponent[])
        : (body.components ?? []),
    flags: (before & ~MessageFlags.Loading) | ((body.flags ?? 0) & SETTABLE),
    files: [...kept.map(({ filename }) => filename), ...files.map((file) => nameOf(file, body))],
  };
  refuse(inside(sending.at, [...editProblems(before, body.flags), ...messageProblems(draft)]));
  if (isEmpty(draft)) throw emptyMessage();
  const all = [...kept, ...upload(sending, attachments)];
  return { ...draft, attachments: all, allowedMentions: body.allowed_mentions };
}

function inside(at: string[], problems: Problem[]): Problem[] {
  return problems.map((problem) => ({ ...problem, path: [...at, ...problem.path] }));
}

function upload({ body, files, channelId }: Sending, attachments: Attachments): APIAttachment[] {
  return files.map((file) =>
    attachments.add(channelId, { ...file, filename: nameOf(file, body) }, described(file, body)?.description),
  );
}

function nameOf(file: UploadedFile, body: MessageBody): string {
  return described(file, body)?.filename ?? file.filename;
}

/** `files[2]` is described by the attachment whose id is 2. */
function described({ field }: UploadedFile, { attachments }: MessageBody) {
  const index = /^files\[(\d+)\]$/.exec(field)?.[1];
  return attachments?.find(({ id }) => String(id) === index);
}
