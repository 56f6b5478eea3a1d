import { type APIAllowedMentions, type APIEmbed, MessageFlags } from 'discord-api-types/v10';
import { emptyMessage, type Problem, refuse } from '../api-error.ts';
import { editProblems, isEmpty, type MessageDraft, messageProblems } from '../rules/message.ts';
import type { Attachments, UploadedFile } from '../world/attachments.ts';
import { type AnyComponent, shownAttachments } from '../world/components.ts';
import type { MessageContent, StoredMessage } from '../world/messages.ts';
import { attachmentProblems, type ListedAttachment, namesOf, upload } from './message-files.ts';

/** What a bot sends as or for a message, once the schema has vouched for its shape. */
export interface MessageBody {
  content?: string | null;
  embeds?: APIEmbed[] | null;
  components?: AnyComponent[] | null;
  attachments?: ListedAttachment[] | null;
  flags?: number | null;
  allowed_mentions?: APIAllowedMentions | null;
  nonce?: string | number | null;
  enforce_nonce?: boolean | null;
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
    files: namesOf(sending),
    allowedMentions: body.allowed_mentions,
  };
  refuse(inside(sending.at, [...attachmentProblems(body.attachments, files, []), ...messageProblems(draft)]));
  if (isEmpty(draft)) throw emptyMessage();
  const ephemeral = (draft.flags & MessageFlags.Ephemeral) !== 0;
  return { ...draft, files: upload(sending, attachments, ephemeral), allowedMentions: body.allowed_mentions };
}

/** What becomes of the files of a message whose edit lists no attachments. */
export type Unlisted = 'kept' | 'dropped';

/**
 * A bot's message after an edit: what the body does not name stays; or the 400 that Discord answers. Files stay where
 * the body lists them, where it neither lists nor brings any (unless `unlisted` says otherwise), and where components
 * that it leaves alone show them.
 */
export function editedContent(
  { message, files: had, visibleTo }: StoredMessage,
  sending: Sending,
  attachments: Attachments,
  unlisted: Unlisted = 'kept',
): MessageContent {
  const { body, files } = sending;
  const before = message.flags ?? 0;
  const former = (message.components ?? []) as unknown as AnyComponent[];
  const shown = body.components === undefined ? shownAttachments(former) : new Set<string>();
  const listed = body.attachments?.map(({ id }) => id);
  const stay = listed === undefined && files.length === 0 && unlisted === 'kept';
  const kept = had.filter(({ id }) => stay || shown.has(id) || listed?.includes(id));
  const draft: MessageDraft = {
    content: body.content === undefined ? message.content : (body.content ?? ''),
    embeds: body.embeds === undefined ? message.embeds : (body.embeds ?? []),
    components: body.components === undefined ? former : (body.components ?? []),
    flags: (before & ~MessageFlags.Loading) | ((body.flags ?? 0) & SETTABLE),
    files: [...kept.flatMap(({ filename, url }) => [filename, url]), ...namesOf(sending)],
    allowedMentions: body.allowed_mentions,
  };
  const problems = [
    ...attachmentProblems(body.attachments, files, had),
    ...editProblems(before, body.flags),
    ...messageProblems(draft),
  ];
  refuse(inside(sending.at, problems));
  if (isEmpty(draft)) throw emptyMessage();
  const all = [...kept, ...upload(sending, attachments, visibleTo !== null)];
  return { ...draft, files: all, allowedMentions: body.allowed_mentions };
}

function inside(at: string[], problems: Problem[]): Problem[] {
  return problems.map((problem) => ({ ...problem, path: [...at, ...problem.path] }));
}
