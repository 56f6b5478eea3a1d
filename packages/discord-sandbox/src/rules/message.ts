import { type APIAllowedMentions, type APIEmbed, MessageFlags } from 'discord-api-types/v10';
import type { Problem } from '../api-error.ts';
import type { AnyComponent } from '../world/components.ts';
import { componentProblems, isBlank, missing } from './components.ts';

export const MAX_CONTENT = 2_000;
export const MAX_EMBED_TEXT = 6_000;

/** A message as it would stand after the request. */
export interface MessageDraft {
  content: string;
  embeds: APIEmbed[];
  components: AnyComponent[];
  flags: number;
  poll?: unknown;
  sticker_ids?: readonly unknown[] | null | undefined;
  allowedMentions?: APIAllowedMentions | null | undefined;
  /** Names of the files it carries. */
  files: readonly string[];
}

/** What the schemas do not say about a message: what excludes what, and the totals. */
export function messageProblems(draft: MessageDraft): Problem[] {
  const v2 = (draft.flags & MessageFlags.IsComponentsV2) !== 0;
  return [
    ...(v2 ? besideV2(draft) : legacyText(draft)),
    ...componentProblems(draft.components, v2, draft.files),
    ...mentionProblems(draft.allowedMentions),
  ];
}

/** Whether there is nothing at all to show. */
export function isEmpty({ content, embeds, components, poll, sticker_ids, files }: MessageDraft): boolean {
  const parts = embeds.filter(hasContent).length + components.length + files.length + (sticker_ids?.length ?? 0);
  return content.trim() === '' && parts === 0 && !poll;
}

/** Only what the edit itself asks for: who sees a message and how it is built stay as they were. */
export function editProblems(before: number, asked: number | null | undefined): Problem[] {
  if (asked === null || asked === undefined) return [];
  const problems: Problem[] = [];
  if (asked & MessageFlags.Ephemeral & ~before) {
    problems.push(flagProblem('MESSAGE_CANNOT_CHANGE_EPHEMERAL_FLAG', 'An edit cannot make a message ephemeral'));
  }
  if (before & MessageFlags.IsComponentsV2 & ~asked) {
    problems.push(
      flagProblem(
        'MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG',
        'The IS_COMPONENTS_V2 flag cannot be removed from a message',
      ),
    );
  }
  return problems;
}

/** A deferred reply says nothing but whether it will be private. */
export function deferralProblems(data: { flags?: number | null } | null | undefined): Problem[] {
  const others = (data?.flags ?? 0) & ~MessageFlags.Ephemeral;
  if (others === 0) return [];
  return [
    {
      ...flagProblem('BASE_TYPE_CHOICES', 'A deferred reply carries the EPHEMERAL flag only'),
      path: ['data', 'flags'],
    },
  ];
}

function besideV2({ content, embeds, poll, sticker_ids }: MessageDraft): Problem[] {
  const used = { content, embeds: embeds.length, poll, sticker_ids: sticker_ids?.length };
  return Object.entries(used)
    .filter(([, value]) => Boolean(value))
    .map(([field]) => ({
      path: [field],
      code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      message: `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    }));
}

function legacyText({ content, embeds }: MessageDraft): Problem[] {
  const problems: Problem[] = [];
  if (content.length > MAX_CONTENT) {
    problems.push({
      path: ['content'],
      code: 'BASE_TYPE_MAX_LENGTH',
      message: `Must be ${MAX_CONTENT} or fewer in length.`,
    });
  }
  problems.push(...embeds.flatMap(fieldProblems));
  const size = embeds.reduce((sum, embed) => sum + embedText(embed), 0);
  if (size > MAX_EMBED_TEXT) {
    problems.push({
      path: ['embeds'],
      code: 'MAX_EMBED_SIZE_EXCEEDED',
      message: `Embed size exceeds maximum size of ${MAX_EMBED_TEXT}`,
    });
  }
  return problems;
}

function hasContent(embed: APIEmbed): boolean {
  return embedText(embed) > 0 || Boolean(embed.image ?? embed.thumbnail ?? embed.video);
}

/** Both parts of a field are needed. */
function fieldProblems({ fields = [] }: APIEmbed, embed: number): Problem[] {
  return fields.flatMap((field, index) =>
    (['name', 'value'] as const)
      .filter((part) => field[part] === '' || isBlank(field[part]))
      .map((part) => missing(['embeds', embed, 'fields', index, part])),
  );
}

/** A kind is either allowed as a whole or one by one, and named once. */
function mentionProblems(mentions: APIAllowedMentions | null | undefined): Problem[] {
  const parse: readonly string[] = mentions?.parse ?? [];
  const problems: Problem[] = [];
  for (const kind of ['users', 'roles'] as const) {
    const both = parse.includes(kind) && (mentions?.[kind]?.length ?? 0) > 0;
    const message = `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`;
    const path = ['allowed_mentions'];
    if (both) problems.push({ path, code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', message });
  }
  for (const [field, values] of Object.entries({ parse, users: mentions?.users, roles: mentions?.roles })) {
    if (new Set(values).size === (values?.length ?? 0)) continue;
    const path = ['allowed_mentions', field];
    problems.push({ path, code: 'SET_TYPE_ALREADY_CONTAINS_VALUE', message: 'The set already contains this value' });
  }
  return problems;
}

/** The characters that count: title, description, field names and values, footer, author. */
function embedText({ title, description, fields = [], footer, author }: APIEmbed): number {
  const texts = [title, description, footer?.text, author?.name, ...fields.flatMap(({ name, value }) => [name, value])];
  return texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
}

function flagProblem(code: string, message: string): Problem {
  return { path: ['flags'], code, message };
}
