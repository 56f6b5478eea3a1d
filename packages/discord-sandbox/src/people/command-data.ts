import { type APIApplicationCommand, type APIAttachment, ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { InvokeCommand, InvokeOption, UploadFile } from '../client-api.ts';
import type { Core } from '../core.ts';
import type { Channel, Person } from '../world/world.ts';
import { checkOptions, InputRefused, optionsOf } from './user-input.ts';

/** Who does something, and where. */
export interface Place {
  person: Person;
  channel: Channel;
}

/**
 * The options of a slash command as an interaction carries them, and the objects that they name. `typing`: somebody is
 * still filling it in; then nothing is uploaded or resolved yet, as in Discord.
 */
export function chatInput(
  core: Core,
  command: APIApplicationCommand,
  call: InvokeCommand,
  { person, channel }: Place,
  typing: boolean,
): object {
  const path = call.subcommand ?? [];
  checkOptions(optionsOf(command, path), call.options, { world: core.world, channel });
  const given = call.options.map((option) =>
    option.type === ApplicationCommandOptionType.Attachment ? attached(core, option, call, typing) : { option },
  );
  const options = path.reduceRight<object[]>(
    (inner, name, depth) => [{ name, type: path.length - depth, options: inner }],
    given.map(({ option: { name, type, value, focused } }) => ({ name, type, value, ...(focused ? { focused } : {}) })),
  );
  const named = call.options.flatMap(({ type, value }) => (NAMES_BY_ID.has(type) ? [String(value)] : []));
  const resolved = typing ? {} : { ...core.payloads.resolve(named, channel, person), ...attachmentsById(given) };
  return {
    ...(options.length > 0 ? { options } : {}),
    ...(Object.keys(resolved).length > 0 ? { resolved } : {}),
  };
}

const NAMES_BY_ID: ReadonlySet<number> = new Set([
  ApplicationCommandOptionType.User,
  ApplicationCommandOptionType.Channel,
  ApplicationCommandOptionType.Role,
  ApplicationCommandOptionType.Mentionable,
]);

interface Given {
  option: InvokeOption;
  attachment?: APIAttachment;
}

/** An uploaded file becomes an attachment, and the option names it by its id. */
function attached(core: Core, option: InvokeOption, { channel, files = {} }: InvokeCommand, typing: boolean): Given {
  if (typing) return { option: { ...option, value: core.newId() } };
  const file = files[option.name];
  if (file === undefined) throw new InputRefused(`The option "${option.name}" needs a file.`);
  const bytes = bytesOf(file);
  const { uploadLimit } = core.attachments;
  if (bytes.byteLength > uploadLimit) {
    throw new InputRefused(`"${file.filename}" is too large: a file has at most ${mebibytes(uploadLimit)} MiB.`);
  }
  const upload = { field: option.name, filename: file.filename, contentType: file.content_type ?? '', bytes };
  const attachment = core.attachments.add(channel, upload, { ephemeral: true });
  return { option: { ...option, value: attachment.id }, attachment };
}

function bytesOf({ data }: UploadFile): Uint8Array {
  return typeof data === 'string' ? Buffer.from(data, 'base64') : data;
}

function mebibytes(bytes: number): string {
  return String(Math.round((bytes / 1024 ** 2) * 100) / 100);
}

function attachmentsById(given: Given[]): object {
  const attachments = given.flatMap(({ attachment }) => (attachment ? [[attachment.id, attachment] as const] : []));
  return attachments.length > 0 ? { attachments: Object.fromEntries(attachments) } : {};
}
