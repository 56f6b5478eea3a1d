import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { z } from 'zod';
import { ApiError } from '../api-error.ts';
import type { AutocompleteAnswer, ClientEvent, ClientState, UploadFile } from '../client-api.ts';
import type { Interaction } from '../interactions/interactions.ts';
import type { UserActions } from '../people/user-actions.ts';
import { InputRefused } from '../people/user-input.ts';
import type { Feed } from '../world/feed.ts';
import { match, type Reply, type Request, type Route, readBody, route, send } from './router.ts';

/** What a call may weigh beside its files, which Discord's own limit for a request bounds. */
const MAX_CALL = 1024 * 1024;
const MAX_FORM = 25 * 1024 * 1024;
/** Pages only listen on their socket. */
const MAX_FRAME = 1024;

const place = { user: z.string(), channel: z.string() };

const postMessage = z.object({ ...place, content: z.string() });
const dismissal = z.object({ user: z.string(), message_id: z.string() });
const setLocale = z.object({ user: z.string(), guild: z.exactOptional(z.string()), locale: z.string() });
const invokeCommand = z.object({
  ...place,
  command_id: z.string(),
  subcommand: z.exactOptional(z.array(z.string()).max(2)),
  options: z
    .array(
      z.object({
        name: z.string(),
        type: z.number(),
        value: z.union([z.string(), z.number(), z.boolean()]),
        focused: z.exactOptional(z.boolean()),
      }),
    )
    .max(25),
  target_id: z.exactOptional(z.string()),
  nonce: z.string(),
});
const useComponent = z.object({
  ...place,
  message_id: z.string(),
  custom_id: z.string(),
  component_type: z.number(),
  values: z.exactOptional(z.array(z.string())),
  nonce: z.string(),
});
const submitModal = z.object({
  ...place,
  custom_id: z.string(),
  values: z.record(z.string(), z.string()),
  choices: z.exactOptional(z.record(z.string(), z.array(z.string()))),
  nonce: z.string(),
});

export interface ClientParts {
  actions: UserActions;
  feed: Feed;
  /** Throws `InputRefused` for somebody who is not there. */
  state(userId: string): ClientState;
}

/** The page's side over HTTP and a socket: the same acts that the programmatic client has. */
export class ClientRoutes {
  readonly #parts: ClientParts;
  readonly #routes: Route[];
  readonly #sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME });

  constructor(parts: ClientParts) {
    this.#parts = parts;
    this.#routes = routesOf(parts);
  }

  async handle(incoming: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    send(response, await this.#answer(incoming, url).catch(refusal));
  }

  /** Sends the state first, then every event that concerns the person. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, url: URL): void {
    const userId = url.searchParams.get('user') ?? '';
    this.#sockets.handleUpgrade(request, socket, head, (connection) => {
      const tell = (event: ClientEvent): void => connection.send(JSON.stringify(event));
      connection.on('error', () => connection.terminate());
      try {
        tell({ type: 'state', state: this.#parts.state(userId) });
      } catch {
        return connection.close(1008, 'There is no such person.');
      }
      connection.on('close', this.#parts.feed.subscribe(userId, tell));
    });
  }

  close(): void {
    for (const socket of this.#sockets.clients) socket.terminate();
    this.#sockets.close();
  }

  async #answer(incoming: IncomingMessage, url: URL): Promise<Reply> {
    const method = incoming.method ?? 'GET';
    const { route: found, params } = match(this.#routes, method, url.pathname);
    const isForm = incoming.headers['content-type']?.startsWith('multipart/') ?? false;
    const { body, files } = await readBody(incoming, isForm ? MAX_FORM : MAX_CALL);
    const param = (name: string): string => params[name] ?? '';
    return await found.handle({ method, path: url.pathname, param, query: url.searchParams, body, files });
  }
}

function routesOf({ actions, state }: ClientParts): Route[] {
  return [
    route('GET', '/client/state', ({ query }) => ({ status: 200, json: state(query.get('user') ?? '') })),
    act('/client/messages', postMessage, (call) => actions.post(call)),
    route('POST', '/client/commands', (request) => {
      const call = parsed(invokeCommand, request);
      actions.invoke({ ...call, files: uploads(request) });
      return { status: 204 };
    }),
    act('/client/components', useComponent, (call) => actions.useComponent(call)),
    act('/client/modals', submitModal, (call) => actions.submitModal(call)),
    act('/client/locale', setLocale, (call) => actions.setLocale(call)),
    act('/client/dismiss', dismissal, (call) => actions.dismiss(call)),
    route('POST', '/client/autocomplete', async (request) => ({
      status: 200,
      json: await choices(actions.autocomplete(parsed(invokeCommand, request))),
    })),
  ];
}

/** A call whose consequences arrive on the socket. */
function act<T>(path: string, schema: z.ZodType<T>, perform: (call: T) => unknown): Route {
  return route('POST', path, (request) => {
    perform(parsed(schema, request));
    return { status: 204 };
  });
}

function parsed<T>(schema: z.ZodType<T>, { body }: Request): T {
  const result = schema.safeParse(body);
  if (!result.success) throw new InputRefused(z.prettifyError(result.error));
  return result.data;
}

/** The files of a form, by the option that they are for. */
function uploads({ files }: Request): Record<string, UploadFile> {
  return Object.fromEntries(
    files.map(({ field, filename, contentType, bytes }) => [
      field,
      { filename, content_type: contentType, data: bytes },
    ]),
  );
}

function choices(interaction: Interaction): Promise<AutocompleteAnswer> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const [event] = interaction.events;
      if (event === undefined) interaction.onNext(look);
      else if (event.kind === 'choices') resolve({ choices: event.choices });
      else reject(new InputRefused(event.kind === 'failed' ? event.reason : 'The answer was no list of choices.'));
    };
    look();
  });
}

function refusal(error: unknown): Reply {
  if (error instanceof InputRefused) return { status: 400, json: { message: error.message } };
  if (error instanceof ApiError) return { status: error.status, json: { message: error.message } };
  throw error;
}
