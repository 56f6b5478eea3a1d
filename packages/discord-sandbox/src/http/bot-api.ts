import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError, errorBody, unauthorized } from '../api-error.ts';
import type { Logger } from '../logger.ts';
import type { FaultPlan } from './faults.ts';
import type { Records } from './records.ts';
import { match, type Reply, type Request, type Route, readBody, send } from './router.ts';

/** Discord's own limit for a request with files. */
const MAX_BODY = 25 * 1024 * 1024;

/** Routes that ask for no authorization: their token stands in the path, or they are for everybody. */
const OPEN = /^\/(interactions\/|webhooks\/|gateway$)/;

export interface ApiParts {
  routes: readonly Route[];
  faults: FaultPlan;
  records: Records;
  logger: Logger;
}

/** The bot's side over HTTP: faults first, then authorization, route, rules; every request is recorded. */
export class Api {
  readonly #parts: ApiParts;

  constructor(parts: ApiParts) {
    this.#parts = parts;
  }

  async handle(incoming: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const { faults, records, logger } = this.#parts;
    const method = incoming.method ?? 'GET';
    const path = url.pathname.replace(/^\/api(\/v\d+)?/, '');
    let body: unknown;
    let error: ApiError | undefined;
    let status = await faults.strike({ method, path }, response);
    if (status === undefined) {
      const reply = await this.#answer(incoming, method, path, url, (sent) => (body = sent)).catch(
        (thrown: unknown) => {
          error = asApiError(thrown, logger);
          return { status: error.status, json: errorBody(error) };
        },
      );
      const lost = faults.strikeAnswer({ method, path }, response);
      status = lost ?? reply.status;
      if (lost === undefined) send(response, reply);
    }
    records.add({ method, path, body, status }, error);
    if (error) logger.warn({ method, path: withoutToken(path), status, problems: errorBody(error) }, 'request refused');
    else logger.debug({ method, path: withoutToken(path), status }, 'request');
  }

  async #answer(
    incoming: IncomingMessage,
    method: string,
    path: string,
    url: URL,
    seen: (body: unknown) => void,
  ): Promise<Reply> {
    const { body, files } = await readBody(incoming, MAX_BODY);
    seen(body);
    const { route, params } = match(this.#parts.routes, method, path);
    if (!OPEN.test(path) && !/^Bot \S/.test(incoming.headers.authorization ?? '')) throw unauthorized();
    const request: Request = {
      method,
      path,
      query: url.searchParams,
      body,
      files,
      param: (name) => params[name] ?? '',
    };
    return await route.handle(request);
  }
}

function asApiError(thrown: unknown, logger: Logger): ApiError {
  if (thrown instanceof ApiError) return thrown;
  logger.error({ err: thrown }, 'the sandbox itself failed');
  return new ApiError(500, 0, '500: Internal Server Error');
}

/** Interaction tokens let anybody answer in the bot's name, so they stay out of logs. */
function withoutToken(path: string): string {
  return path.replace(/^(\/(?:interactions|webhooks)\/[^/]+\/)[^/]+/, '$1…');
}
