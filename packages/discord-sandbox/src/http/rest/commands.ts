import type { APIApplicationCommand } from 'discord-api-types/v10';
import {
  type Problem,
  refuse,
  tooManyCommands,
  unknownApplication,
  unknownCommand,
  unknownGuild,
} from '../../api-error.ts';
import type { Core } from '../../core.ts';
import { commandProblems, duplicateCommands, MAX_COMMANDS } from '../../rules/commands.ts';
import type { SchemaName } from '../../rules/spec.ts';
import { type CommandBody, type Scope, withoutLocalizations } from '../../world/commands.ts';
import { type Request, type Route, route } from '../router.ts';

/** Registration of commands, global and for one server. */
export function commandRoutes(core: Core): Route[] {
  return ['/applications/:app/commands', '/applications/:app/guilds/:guild/commands'].flatMap((base) => [
    route('GET', base, (request) => ({
      status: 200,
      json: core.commands.list(scopeOf(core, request)).map((command) => localized(command, request)),
    })),
    route('PUT', base, (request) => ({ status: 200, json: overwrite(core, request) })),
    route('POST', base, (request) => {
      const { command, isNew } = create(core, request);
      return { status: isNew ? 201 : 200, json: command };
    }),
    route('GET', `${base}/:command`, (request) => ({ status: 200, json: found(core, request) })),
    route('PATCH', `${base}/:command`, (request) => ({ status: 200, json: edit(core, request) })),
    route('DELETE', `${base}/:command`, (request) => {
      core.commands.remove(scopeOf(core, request), found(core, request));
      return { status: 204 };
    }),
  ]);
}

function scopeOf({ world }: Core, request: Request): Scope {
  if (request.param('app') !== world.application.id) throw unknownApplication();
  const guild = request.param('guild');
  if (guild !== '' && !world.guilds.has(guild)) throw unknownGuild();
  return guild === '' ? null : guild;
}

function localized(command: APIApplicationCommand, { query }: Request): APIApplicationCommand {
  return query.get('with_localizations') === 'true' ? command : withoutLocalizations(command);
}

function overwrite(core: Core, request: Request): APIApplicationCommand[] {
  const scope = scopeOf(core, request);
  if (!Array.isArray(request.body)) {
    refuse([{ path: [], code: 'LIST_TYPE_CONVERT', message: 'Only iterables may be used in a ListType' }]);
  }
  const bodies = request.body as CommandBody[];
  refuse(bodies.flatMap((body, index) => at(index, check(core, 'ApplicationCommandUpdateRequestSchema', body))));
  refuse(duplicateCommands(bodies));
  checkCount(bodies);
  return core.commands.overwrite(scope, bodies);
}

function create(core: Core, request: Request) {
  const scope = scopeOf(core, request);
  refuse(check(core, 'ApplicationCommandCreateRequestSchema', request.body));
  const body = request.body as CommandBody;
  const others = core.commands.list(scope).filter(({ name, type }) => name !== body.name || type !== (body.type ?? 1));
  checkCount([...others, body] as CommandBody[]);
  return core.commands.create(scope, body);
}

function found(core: Core, request: Request): APIApplicationCommand {
  const command = core.commands.find(scopeOf(core, request), request.param('command'));
  if (command === undefined) throw unknownCommand();
  return command;
}

function edit(core: Core, request: Request): APIApplicationCommand {
  const former = found(core, request);
  refuse(core.spec.problems('ApplicationCommandPatchRequestPartialSchema', forSchema(request.body)));
  const body = request.body as Partial<CommandBody>;
  refuse(commandProblems({ ...former, ...body } as CommandBody));
  return core.commands.edit(scopeOf(core, request), former, body);
}

/** The rules only make sense of what the schema has let pass. */
function check({ spec }: Core, schema: SchemaName, body: unknown): Problem[] {
  const problems = spec.problems(schema, forSchema(body));
  return problems.length > 0 ? problems : commandProblems(body as CommandBody);
}

/** Permissions come as text, being too large for a number; the schema describes the number. */
function forSchema(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('default_member_permissions' in body)) return body;
  const { default_member_permissions: text } = body;
  return typeof text === 'string' && /^\d+$/.test(text) ? { ...body, default_member_permissions: Number(text) } : body;
}

function checkCount(bodies: readonly CommandBody[]): void {
  for (const [type, limit] of Object.entries(MAX_COMMANDS)) {
    if (bodies.filter((body) => String(body.type ?? 1) === type).length > limit) throw tooManyCommands(limit);
  }
}

function at(index: number, problems: Problem[]): Problem[] {
  return problems.map((problem) => ({ ...problem, path: [index, ...problem.path] }));
}
