import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError, invalidForm, invalidJson, methodNotAllowed, notFound, tooLarge } from '../api-error.ts';
import type { UploadedFile } from '../world/attachments.ts';

export interface Request {
  method: string;
  /** Decoded, without the query. */
  path: string;
  /** What stands at `:name` in the route's pattern. */
  param(name: string): string;
  query: URLSearchParams;
  /** The JSON sent, undefined for none. */
  body: unknown;
  files: UploadedFile[];
}

export interface Reply {
  status: number;
  /** Sent as JSON. Without it and `bytes` the reply is empty and has no content type. */
  json?: unknown;
  bytes?: Uint8Array;
  headers?: Record<string, string>;
}

export interface Route {
  method: string;
  /** Path segments, those that begin with a colon matching anything. */
  pattern: string[];
  handle(request: Request): Reply | Promise<Reply>;
}

export function route(method: string, pattern: string, handle: Route['handle']): Route {
  return { method, pattern: segments(pattern), handle };
}

export interface Match {
  route: Route;
  params: Record<string, string>;
}

/** The route for a path; throws 404, or 405 where the path exists under other methods. */
export function match(routes: readonly Route[], method: string, path: string): Match {
  const parts = segments(path);
  const fitting = routes.filter(({ pattern }) => fits(pattern, parts));
  const found = fitting.find((candidate) => candidate.method === method);
  if (found) return { route: found, params: paramsOf(found.pattern, parts) };
  throw fitting.length > 0 ? methodNotAllowed() : notFound();
}

/** The request's body, at most `limit` bytes; throws 413, or 400 where it cannot be read. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Pick<Request, 'body' | 'files'>> {
  const bytes = await collect(request, limit);
  return parsePayload(bytes, request.headers['content-type'] ?? '');
}

/** What a bot sends, as a request or as an answer: JSON, or a form with files; throws 400 where it cannot be read. */
export async function parsePayload(bytes: Buffer, type: string): Promise<Pick<Request, 'body' | 'files'>> {
  if (type.startsWith('multipart/form-data')) return readForm(bytes, type);
  return { body: bytes.length === 0 ? undefined : parseJson(bytes.toString('utf8')), files: [] };
}

export function send(response: ServerResponse, { status, json, bytes, headers = {} }: Reply): void {
  const body = bytes ?? (json === undefined ? undefined : Buffer.from(JSON.stringify(json)));
  const type = json === undefined ? {} : { 'content-type': 'application/json' };
  const length = body === undefined ? {} : { 'content-length': body.byteLength };
  // What is left of a body that is too large must not be taken for the next request.
  const rest = status === 413 ? { connection: 'close' } : {};
  response.writeHead(status, { ...type, ...length, ...rest, 'x-content-type-options': 'nosniff', ...headers });
  response.end(body);
}

/** The segments of a path, decoded; throws 404 where one is not decodable. */
export function segments(path: string): string[] {
  try {
    return path.split('/').filter(Boolean).map(decodeURIComponent);
  } catch {
    throw notFound();
  }
}

function fits(pattern: string[], parts: string[]): boolean {
  return (
    pattern.length === parts.length && pattern.every((step, index) => step.startsWith(':') || step === parts[index])
  );
}

function paramsOf(pattern: string[], parts: string[]): Record<string, string> {
  const named = pattern.flatMap((step, index) => (step.startsWith(':') ? [[step.slice(1), parts[index] ?? '']] : []));
  return Object.fromEntries(named);
}

async function collect(request: IncomingMessage, limit: number): Promise<Buffer> {
  // A body that says how long it is can be refused before it is read.
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Half a surrogate pair, as a text that was cut in the middle of an emoji has it, is no text: Discord takes it for no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, (_, value) => {
      if (typeof value === 'string' && LONE_SURROGATE.test(value)) throw invalidJson();
      return value;
    });
  } catch {
    throw invalidJson();
  }
}

const LONE_SURROGATE = /\p{Surrogate}/u;

/** The JSON stands in `payload_json`, the files beside it in `files[n]`. */
async function readForm(bytes: Buffer, type: string): Promise<Pick<Request, 'body' | 'files'>> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData().catch(() => {
    throw new ApiError(400, 50035, 'Invalid Form Body');
  });
  const payload = form.get('payload_json');
  const files: UploadedFile[] = [];
  for (const [field, value] of form) {
    if (typeof value === 'string') continue;
    files.push({
      field,
      filename: value.name,
      contentType: value.type || 'application/octet-stream',
      bytes: new Uint8Array(await value.arrayBuffer()),
    });
  }
  if (payload !== null && typeof payload !== 'string') {
    throw invalidForm([{ path: ['payload_json'], code: 'BASE_TYPE_BAD_TYPE', message: 'Must be JSON text.' }]);
  }
  return { body: payload === null ? {} : parseJson(payload), files };
}
