import type { ZodMiniType } from 'zod/mini';
import type { $ZodIssue } from 'zod/v4/core';
import type { Problem } from '../api-error.ts';

/** The schemas in use, of the several hundred that there are. */
export type SchemaName =
  | 'ApplicationCommandAutocompleteCallbackRequestSchema'
  | 'ApplicationCommandCreateRequestSchema'
  | 'ApplicationCommandPatchRequestPartialSchema'
  | 'ApplicationCommandResponseSchema'
  | 'ApplicationCommandUpdateRequestSchema'
  | 'CreateMessageInteractionCallbackRequestSchema'
  | 'ErrorResponseSchema'
  | 'GatewayBotResponseSchema'
  | 'GatewayResponseSchema'
  | 'GuildChannelResponseSchema'
  | 'GuildResponseSchema'
  | 'IncomingWebhookRequestPartialSchema'
  | 'IncomingWebhookUpdateRequestPartialSchema'
  | 'InteractionCallbackResponseSchema'
  | 'MessageCreateRequestSchema'
  | 'MessageEditRequestPartialSchema'
  | 'MessageResponseSchema'
  | 'ModalInteractionCallbackRequestSchema'
  | 'MyGuildResponseSchema'
  | 'PongInteractionCallbackRequestSchema'
  | 'PrivateApplicationResponseSchema'
  | 'PrivateChannelResponseSchema'
  | 'ThreadResponseSchema'
  | 'UpdateMessageInteractionCallbackRequestSchema'
  | 'UserPIIResponseSchema';

/** Discord's own description of its API, made from its OpenAPI document. */
export interface Spec {
  /** What the named schema has against a value; empty when it fits. */
  problems(schema: SchemaName, value: unknown): Problem[];
}

let loaded: Promise<Spec> | undefined;

/** Loads the schemas on the first call only: they cost 0.2 s and 25 MB, which a bot on discord.com never needs. */
export function loadSpec(): Promise<Spec> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Spec> {
  // @ts-expect-error: the package ships its zod schemas without types.
  const schemas: Record<SchemaName, ZodMiniType> = await import('discord-api-spec/zod');
  const { config, locales } = await import('zod/mini');
  // Without a locale every message reads "Invalid input".
  config(locales.en());
  return {
    problems(name, value) {
      const result = schemas[name].safeParse(value);
      return result.success ? [] : result.error.issues.flatMap((issue) => toProblems(issue, []));
    },
  };
}

function toProblems(issue: $ZodIssue, parent: PropertyKey[]): Problem[] {
  const path = [...parent, ...issue.path];
  if (issue.code === 'invalid_union') {
    const branch = closestBranch(issue.errors);
    if (branch !== undefined) return branch.flatMap((inner) => toProblems(inner, path));
  }
  return [{ path: path.map((step) => (typeof step === 'number' ? step : String(step))), ...inDiscordsWords(issue) }];
}

/**
 * The alternative that the sender most likely meant: the one whose `type` fits; failing that the one that went
 * furthest, told by its problems lying inside the value and not at its root.
 */
function closestBranch(branches: readonly $ZodIssue[][]): $ZodIssue[] | undefined {
  const distance = (issues: $ZodIssue[]): number => {
    const wrongType = issues.some((issue) => issue.path.length === 1 && issue.path[0] === 'type');
    const atRoot = issues.some((issue) => issue.path.length === 0);
    return (wrongType ? 10_000 : 0) + (atRoot ? 1_000 : 0) + issues.length;
  };
  return [...branches].sort((a, b) => distance(a) - distance(b))[0];
}

function inDiscordsWords(issue: $ZodIssue): Omit<Problem, 'path'> {
  switch (issue.code) {
    case 'too_big':
      return issue.origin === 'number'
        ? { code: 'NUMBER_TYPE_MAX', message: `int value should be less than or equal to ${issue.maximum}.` }
        : { code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${issue.maximum} or fewer in length.` };
    case 'too_small':
      return issue.origin === 'number'
        ? { code: 'NUMBER_TYPE_MIN', message: `int value should be greater than or equal to ${issue.minimum}.` }
        : { code: 'BASE_TYPE_MIN_LENGTH', message: `Must be ${issue.minimum} or more in length.` };
    case 'invalid_value':
      return { code: 'BASE_TYPE_CHOICES', message: `Value must be one of {${issue.values.map(String).join(', ')}}.` };
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }
        : { code: 'BASE_TYPE_BAD_TYPE', message: issue.message };
    case 'invalid_format':
      return issue.format === 'url'
        ? { code: 'URL_TYPE_INVALID_URL', message: 'Not a well formed URL.' }
        : { code: 'STRING_TYPE_REGEX', message: 'String value did not match validation regex.' };
    default:
      return { code: 'BASE_TYPE_INVALID', message: issue.message };
  }
}
