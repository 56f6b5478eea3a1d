import { parse } from 'yaml';
import { parseDate } from '../../material/dates.ts';
import { yamlLine } from '../../material/yaml-line.ts';
import { Unreadable } from '../failure.ts';
import { type About, splitNames } from './about.ts';

const FENCE = /^---[ \t]*\n/;
export interface FrontMatter {
  readonly about: About;
  /** Whether it has the keys of this project's own articles. */
  readonly ownFormat: boolean;
  readonly body: string;
}

/** Splits YAML between two `---` lines off a text; a text that has none, or only a rule, is all body. */
export function splitFrontMatter(whole: string): FrontMatter {
  const none = { about: {}, ownFormat: false, body: whole };
  const opening = FENCE.exec(whole)?.[0].length;
  if (opening === undefined) return none;
  const end = /^(?:---|\.\.\.)[ \t]*$/m.exec(whole.slice(opening));
  if (!end) return none;
  const yaml = whole.slice(opening, opening + end.index);
  // Between two rules prose may stand as well.
  if (!/^[\w-]+[ \t]*:/m.test(yaml)) return none;
  const data = parseYaml(yaml);
  if (typeof data !== 'object' || data === null || Array.isArray(data)) throw new Unreadable('badFrontMatter');
  const keys: Readonly<Record<string, unknown>> = { ...data };
  const source = textOf(keys.source);
  const ownFormat = textOf(keys.kind) !== undefined && /^[a-z\d]+(?:-[a-z\d]+)*$/.test(source ?? '');
  const about = aboutOf(keys, ownFormat ? undefined : source);
  return { about, ownFormat, body: whole.slice(opening + end.index + end[0].length) };
}

function parseYaml(yaml: string): unknown {
  try {
    return parse(yaml, { maxAliasCount: 0, logLevel: 'error' }) ?? {};
  } catch (error) {
    // The line --- stands before it.
    throw new Unreadable('badFrontMatter', [{ line: 1 + yamlLine(error), reason: 'notYaml' }]);
  }
}

/**
 * Other keys are other programs' business. What has no use as a title or name is passed over, not refused. No schema
 * checks this: each process that reads files would load the library of schemas first.
 */
function aboutOf(keys: Readonly<Record<string, unknown>>, source: string | undefined): About {
  const title = textOf(keys.title);
  const authors = namesOf(keys.authors) ?? namesOf(keys.author);
  const date = textOf(keys.date);
  const issued = date === undefined ? undefined : parseDate(date);
  const url = textOf(keys.url);
  const publisher = textOf(keys.publisher) ?? source;
  return {
    ...(title === undefined ? {} : { title }),
    ...(authors === undefined ? {} : { authors }),
    ...(issued === undefined ? {} : { issued }),
    ...(url === undefined ? {} : { url }),
    ...(publisher === undefined ? {} : { publisher }),
  };
}

/** Numbers stand for their digits. */
function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || Number.isFinite(value) ? String(value) : undefined;
}

function namesOf(value: unknown): string[] | undefined {
  if (!Array.isArray(value)) return textOf(value) === undefined ? undefined : splitNames(String(value));
  const names = value.map(textOf);
  return names.every((name) => name !== undefined) ? names : undefined;
}
