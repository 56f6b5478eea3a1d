/** Something wrong in the material, said so that whoever edits it knows where to look and what to do. */
export interface Problem {
  /** The path as given to the loader, joined with the file's place in the collection. */
  readonly file: string;
  /** Counted from 1. */
  readonly line?: number;
  /** A table's column, by its header. */
  readonly column?: string;
  readonly message: string;
}

/** `file:line, column "value": message` */
export function formatProblem({ file, line, column, message }: Problem): string {
  const place = line === undefined ? file : `${file}:${line}`;
  return column === undefined ? `${place}: ${message}` : `${place}, column "${column}": ${message}`;
}

/** A part that was read, with whatever was wrong in it; the two are not exclusive. */
export interface Checked<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}
