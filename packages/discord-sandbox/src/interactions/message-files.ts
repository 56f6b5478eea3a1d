import type { APIAttachment } from 'discord-api-types/v10';
import { type Problem, tooLarge } from '../api-error.ts';
import { type Attachments, cleanName, type UploadedFile } from '../world/attachments.ts';

/** One entry of a message's `attachments`, as a bot sends it: of a file that comes along, or of one to keep. */
export interface ListedAttachment {
  id: string;
  filename?: string | null;
  description?: string | null;
}

/** The body with the ids of its attachments as text: Discord takes numbers as well, which the schemas do not know. */
export function withTextIds(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body;
  if ('data' in body) return { ...body, data: withTextIds(body.data) };
  if (!('attachments' in body) || !Array.isArray(body.attachments)) return body;
  const text = (one: unknown): unknown =>
    typeof one === 'object' && one !== null && 'id' in one && typeof one.id === 'number'
      ? { ...one, id: String(one.id) }
      : one;
  return { ...body, attachments: body.attachments.map(text) };
}

/** What a bot's request brings: its files, and what its body says of them. */
interface Bringing {
  body: { attachments?: ListedAttachment[] | null };
  files: UploadedFile[];
  channelId: string;
}

const MAX_FILES = 10;

/** Each entry must mean a file of the request (`files[2]` has id 2) or one that the message `had`; ten at most. */
export function attachmentProblems(
  listed: readonly ListedAttachment[] | null | undefined,
  files: readonly UploadedFile[],
  had: readonly APIAttachment[],
): Problem[] {
  const problems: Problem[] = (listed ?? []).flatMap(({ id }, index) =>
    files.some((file) => indexOf(file) === id) || had.some((one) => one.id === id)
      ? []
      : [{ path: ['attachments', index], code: 'ATTACHMENT_NOT_FOUND', message: `There is no attachment ${id}` }],
  );
  if (files.length > MAX_FILES) {
    const message = `Must be ${MAX_FILES} or fewer in length.`;
    problems.push({ path: ['attachments'], code: 'BASE_TYPE_MAX_LENGTH', message });
  }
  return problems;
}

/** The names that `attachment://` may refer to. */
export function namesOf({ files, body }: Bringing): string[] {
  return files.map((file) => cleanName(nameOf(file, body)));
}

/** Keeps the files that come along; throws 413 before it keeps any, where one of them is too large. */
export function upload(
  { body, files, channelId }: Bringing,
  attachments: Attachments,
  ephemeral: boolean,
): APIAttachment[] {
  if (files.some(({ bytes }) => bytes.byteLength > attachments.uploadLimit)) throw tooLarge();
  return files.map((file) => {
    const named = { ...file, filename: nameOf(file, body) };
    return attachments.add(channelId, named, { description: described(file, body)?.description, ephemeral });
  });
}

function nameOf(file: UploadedFile, body: Bringing['body']): string {
  return described(file, body)?.filename ?? file.filename;
}

function described(file: UploadedFile, { attachments }: Bringing['body']): ListedAttachment | undefined {
  const index = indexOf(file);
  return attachments?.find(({ id }) => id === index);
}

function indexOf({ field }: UploadedFile): string | undefined {
  return /^files\[(\d+)\]$/.exec(field)?.[1];
}
