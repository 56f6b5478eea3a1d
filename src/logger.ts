import { type DestinationStream, type Logger, pino } from 'pino';
import { prettyFactory } from 'pino-pretty';

export type { Logger };

export interface LoggerOptions {
  readonly level: string;
  /** Text that no line may show: the token, the database's password. */
  readonly secrets: readonly string[];
  /** Lines for a person to read rather than JSON. */
  readonly readable: boolean;
  readonly destination?: DestinationStream;
}

/**
 * Log lines as JSON, or readable in a terminal. A secret is struck out of the finished line, wherever it came
 * from: an error's message or a library's request object can hold it where no list of paths would look.
 */
export function createLogger({ level, secrets, readable, destination = process.stdout }: LoggerOptions): Logger {
  const known = secrets.flatMap(inAnyLine);
  const prettify = prettyFactory({ ignore: 'pid,hostname', colorize: readable && destination === process.stdout });
  return pino(
    { level, serializers: { err: errorFields } },
    {
      write(line) {
        const text = readable ? prettify(line) : line;
        destination.write(known.reduce((shown, secret) => shown.replaceAll(secret, '[secret]'), text));
      },
    },
  );
}

/** A secret as it stands in text, and in JSON, where that is another; the longer first, which may hold the other. */
function inAnyLine(secret: string): string[] {
  if (secret === '') return [];
  return [...new Set([JSON.stringify(secret).slice(1, -1), secret])];
}

/**
 * What a line says of an error: what kind it is and where it arose. Never its message or what else it carries, which may
 * quote a question, an answer or a token; those are for the level `trace` alone.
 */
export function errorFields(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, stack = '', cause } = error;
  const { code, status } = error as { code?: unknown; status?: unknown };
  return {
    type: name,
    ...(code === undefined ? {} : { code: String(code) }),
    ...(status === undefined ? {} : { status: String(status) }),
    stack: stack
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, MAX_FRAMES)
      .map((line) => line.trim()),
    ...(cause === undefined ? {} : { cause: errorFields(cause) }),
  };
}

const MAX_FRAMES = 12;
