import { YAMLParseError } from 'yaml';

/** The line of a text at which YAML's parser stopped; the first where it does not tell. */
export const yamlLine = (error: unknown): number =>
  error instanceof YAMLParseError ? (error.linePos?.[0].line ?? 1) : 1;
