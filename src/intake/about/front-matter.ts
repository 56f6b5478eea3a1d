import { parse } from 'yaml';
import { z } from 'zod';
import { yamlLine } from '../../material/articles.ts';
import { parseDate } from '../../material/dates.ts';
import { Unreadable } from '../failure.ts';
import { type About, splitNames } from './about.ts';

const FENCE = /^---[ \t]*\n/;
const text = z.union([z.string(), z.number()]).transform(String);
const names = z.union([text.transform(splitNames), z.array(text)]);
/** Other keys are other programs' business. What has no use as a title or name is passed over, not refused. */
const keys = z.object({
  title: text.optional().catch(undefined),
  author: names.optional().catch(undefined),
  authors: names.optional().catch(undefined),
  date: text.optional().catch(undefined),
  url: text.optional().catch(undefined),
  publisher: text.optional().catch(undefined),
  source: text.optional().catch(undefined),
  kind: text.optional().catch(undefined),
});

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
  const data = keys.safeParse(parseYaml(yaml));
  if (!data.success) throw new Unreadable('badFrontMatter');
  const { source, kind, publisher, ...rest } = data.data;
  const ownFormat = kind !== undefined && /^[a-z\d]+(?:-[a-z\d]+)*$/.test(source ?? '');
  const house = publisher ?? (ownFormat ? undefined : source);
  const about = toAbout({ ...rest, publisher: house });
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

type Data = Omit<z.infer<typeof keys>, 'source' | 'kind'>;

function toAbout({ title, author, authors, date, url, publisher }: { [K in keyof Data]: Data[K] | undefined }): About {
  const by = authors ?? author;
  const issued = date === undefined ? undefined : parseDate(date);
  return {
    ...(title === undefined ? {} : { title }),
    ...(by === undefined ? {} : { authors: by }),
    ...(issued === undefined ? {} : { issued }),
    ...(url === undefined ? {} : { url }),
    ...(publisher === undefined ? {} : { publisher }),
  };
}
