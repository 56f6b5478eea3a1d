/** The little that the sandbox asks of a logger; pino's fits. */
export interface Logger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export const silent: Logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
