/** Ends a command with a message: on standard output for what was asked for (0), else on standard error. */
export function stop(message: string, code: number): never {
  (code === 0 ? process.stdout : process.stderr).write(`${message}\n`);
  process.exit(code);
}
