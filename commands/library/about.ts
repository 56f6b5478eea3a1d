import type { AboutWork } from '../../src/guilds/types.ts';
import { parseDate } from '../../src/material/dates.ts';
import type { PartialDate } from '../../src/material/types.ts';
import { truncate } from '../../src/reply/cut.ts';
import type { Messages } from '../../src/reply/messages.ts';

/** What cites a work, as it was typed. */
export interface Typed {
  readonly title?: string | undefined;
  readonly author?: string | undefined;
  readonly date?: string | undefined;
  readonly url?: string | undefined;
}

/** What was typed as data; or what is wrong with it, as a message. What is blank was not said. */
export function readAbout(typed: Typed, messages: Messages): { about: AboutWork } | { problem: string } {
  const { title, author, date, url } = mapBlank(typed);
  const issued: PartialDate | undefined = date === undefined ? undefined : parseDate(date);
  if (date !== undefined && !issued)
    return { problem: messages.markdown('library.badDate', { date: truncate(date, 40) }) };
  if (url !== undefined && !isWebAddress(url))
    return { problem: messages.markdown('library.badUrl', { url: truncate(url, 100) }) };
  const authors = splitAuthors(author ?? '');
  return {
    about: {
      ...(title === undefined ? {} : { title }),
      ...(authors.length === 0 ? {} : { authors }),
      ...(issued === undefined ? {} : { issued }),
      ...(url === undefined ? {} : { url }),
    },
  };
}

function mapBlank({ title, author, date, url }: Typed): Typed {
  const said = (text: string | undefined) => (text?.trim() ? text.trim() : undefined);
  return { title: said(title), author: said(author), date: said(date), url: said(url) };
}

const splitAuthors = (text: string): string[] =>
  text
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '');

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
