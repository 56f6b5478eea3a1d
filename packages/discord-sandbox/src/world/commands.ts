import { isDeepStrictEqual } from 'node:util';
import {
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  ApplicationCommandType,
  ApplicationIntegrationType,
  type InteractionContextType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { NewId } from '../ids.ts';

export type CommandBody = RESTPostAPIApplicationCommandsJSONBody & { id?: string | null };

/** Commands that hold everywhere have no server. */
export type Scope = string | null;

/** The registered commands, global and by server, with every default filled in as Discord does. */
export class Commands {
  readonly #byScope = new Map<Scope, APIApplicationCommand[]>();
  readonly #applicationId: string;
  readonly #newId: NewId;
  readonly #changed: () => void;

  constructor(applicationId: string, newId: NewId, changed: () => void) {
    this.#applicationId = applicationId;
    this.#newId = newId;
    this.#changed = changed;
  }

  list(scope: Scope): APIApplicationCommand[] {
    return this.#byScope.get(scope) ?? [];
  }

  /** What can be called in a server: its own commands and the global ones. */
  in(guildId: string | null): APIApplicationCommand[] {
    return guildId === null ? this.list(null) : [...this.list(guildId), ...this.list(null)];
  }

  /** Those of every server and the global ones; the former say their server in `guild_id`. */
  all(): APIApplicationCommand[] {
    return [...this.#byScope.values()].flat();
  }

  find(scope: Scope, id: string): APIApplicationCommand | undefined {
    return this.list(scope).find((command) => command.id === id);
  }

  /** Bulk overwrite: what is not in the list goes; a command of the same name and type keeps its id. */
  overwrite(scope: Scope, bodies: CommandBody[]): APIApplicationCommand[] {
    return this.#set(
      scope,
      bodies.map((body) => this.#complete(scope, body, this.#sameName(scope, body))),
    );
  }

  /** Adds a command, or replaces the one of the same name and type. */
  create(scope: Scope, body: CommandBody): { command: APIApplicationCommand; isNew: boolean } {
    const former = this.#sameName(scope, body);
    const command = this.#complete(scope, body, former);
    this.#set(scope, [...this.list(scope).filter((other) => other !== former), command]);
    return { command, isNew: former === undefined };
  }

  edit(scope: Scope, former: APIApplicationCommand, body: Partial<CommandBody>): APIApplicationCommand {
    const command = this.#complete(scope, { ...former, ...body } as CommandBody, former);
    this.#set(
      scope,
      this.list(scope).map((other) => (other === former ? command : other)),
    );
    return command;
  }

  remove(scope: Scope, command: APIApplicationCommand): void {
    this.#set(
      scope,
      this.list(scope).filter((other) => other !== command),
    );
  }

  #set(scope: Scope, commands: APIApplicationCommand[]): APIApplicationCommand[] {
    this.#byScope.set(scope, commands);
    this.#changed();
    return commands;
  }

  #sameName(scope: Scope, body: CommandBody): APIApplicationCommand | undefined {
    const type = body.type ?? ApplicationCommandType.ChatInput;
    return this.list(scope).find((command) => command.name === body.name && command.type === type);
  }

  /** The version changes only with the definition. */
  #complete(scope: Scope, body: CommandBody, former: APIApplicationCommand | undefined): APIApplicationCommand {
    const command = {
      id: former?.id ?? this.#newId(),
      application_id: this.#applicationId,
      version: former?.version ?? this.#newId(),
      ...definition(scope, body),
    } as APIApplicationCommand;
    return former === undefined || isDeepStrictEqual(former, command)
      ? command
      : { ...command, version: this.#newId() };
  }
}

/** A command without its localisations, as a list answers that was not asked for them. */
export function withoutLocalizations<T extends object>(value: T): T {
  return JSON.parse(
    JSON.stringify(value, (key, inner) =>
      key === 'name_localizations' || key === 'description_localizations' ? undefined : inner,
    ),
  ) as T;
}

function definition(scope: Scope, body: CommandBody) {
  const options = 'options' in body ? (body.options ?? []) : [];
  return {
    default_member_permissions: body.default_member_permissions?.toString() ?? null,
    type: body.type ?? ApplicationCommandType.ChatInput,
    name: body.name,
    name_localizations: body.name_localizations ?? null,
    description: ('description' in body ? body.description : '') ?? '',
    description_localizations: ('description_localizations' in body ? body.description_localizations : null) ?? null,
    integration_types: sorted(body.integration_types) ?? [ApplicationIntegrationType.GuildInstall],
    nsfw: body.nsfw ?? false,
    ...(scope === null
      ? { dm_permission: true, contexts: sorted<InteractionContextType>(body.contexts) ?? null }
      : { guild_id: scope, contexts: null }),
    ...(options.length > 0 ? { options: options.map(completeOption) } : {}),
  };
}

function sorted<T extends number>(values: readonly T[] | null | undefined): T[] | undefined {
  return values ? [...new Set(values)].sort((a, b) => a - b) : undefined;
}

/** Discord drops what is false or empty in an option, and adds the empty localisations. */
function completeOption(option: APIApplicationCommandOption): object {
  const { required, autocomplete, choices, options, ...rest } = option as APIApplicationCommandOption & {
    required?: boolean;
    autocomplete?: boolean;
    choices?: object[];
    options?: APIApplicationCommandOption[];
  };
  return {
    ...dropNulls(rest),
    name_localizations: rest.name_localizations ?? null,
    description_localizations: rest.description_localizations ?? null,
    ...(required ? { required } : {}),
    ...(autocomplete ? { autocomplete } : {}),
    ...(choices?.length ? { choices: choices.map((choice) => ({ name_localizations: null, ...choice })) } : {}),
    ...(options?.length ? { options: options.map(completeOption) } : {}),
  };
}

function dropNulls<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== null && inner !== undefined)) as T;
}
