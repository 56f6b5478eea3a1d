import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { UsageError } from './usage-error.ts';

export interface Line {
  readonly text: string;
  /** Counted from 1. */
  readonly number: number;
}

/** The lines of a file that are not blank. Throws a UsageError where the file cannot be read. */
export function readLines(file: string): Line[] {
  return readText(file)
    .split(/\r?\n/)
    .map((text, index) => ({ text, number: index + 1 }))
    .filter((line) => line.text.trim() !== '');
}

/** One value a line, checked. Throws a UsageError that names the file and the line. */
export function readJsonLines<T>(file: string, schema: z.ZodType<T>): T[] {
  return readLines(file).map((line) => parseLine(`${file}:${line.number}`, line.text, schema));
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    throw new UsageError(code === 'ENOENT' ? `${file}: no such file` : `${file}: cannot be read (${String(code)})`);
  }
}

function parseLine<T>(place: string, text: string, schema: z.ZodType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UsageError(`${place}: not valid JSON; every line must be one JSON object`);
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new UsageError(`${place}: ${issue?.path.join('.') || 'the line'}: ${issue?.message ?? 'malformed'}`);
}
