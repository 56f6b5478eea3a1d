import { type DestinationStream, type Logger, pino } from 'pino';
import pretty from 'pino-pretty';

export type { Logger };

export interface LoggerOptions {
  readonly level: string;
  /** Text that no line may show, such as the token. */
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
  const out = readable
    ? pretty({ destination: redacting(destination, secrets), ignore: 'pid,hostname', sync: true })
    : redacting(destination, secrets);
  return pino({ level }, out);
}

function redacting(destination: DestinationStream, secrets: readonly string[]) {
  const known = secrets.filter((secret) => secret !== '');
  return {
    write(line: string): boolean {
      destination.write(known.reduce((text, secret) => text.replaceAll(secret, '[token]'), line));
      return true;
    },
  };
}
