import PostalMime, { type Email } from 'postal-mime';
import { type About, mergeAbout } from '../about/about.ts';
import { lettersOf } from '../blocks/account.ts';
import { countLetters } from '../blocks/letters.ts';
import { normalise } from '../blocks/normalise.ts';
import type { Content, Omission } from '../blocks/types.ts';
import { Unreadable } from '../failure.ts';
import { LIMITS } from '../limits.ts';
import { readHtml } from './html.ts';
import { readPlainText } from './text.ts';

/** Parts inside parts; a mail that is passed on ten times has about thirty. */
const MAX_DEPTH = 50;
/** A page that a browser saved calls itself so in its headers. */
const SAVED_PAGE = /^Content-Type:\s*multipart\/related/im;
const HEAD = 16_384;

/** A mail (EML) by its text, else its page; a web page that was saved with its pictures (MHTML). Attachments are not read. */
export async function readMail(bytes: Uint8Array): Promise<Content> {
  const email = await parse(bytes);
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(HEAD, bytes.length)).toString('latin1');
  const isPage = email.html !== undefined && (SAVED_PAGE.test(head) || email.text === undefined);
  const text = normalise((isPage ? email.html : email.text) ?? '');
  if (text.length > LIMITS.textBytes) throw new Unreadable('tooLarge');
  if (countLetters(text) === 0) throw new Unreadable('noText');
  const read = isPage ? readHtml(text) : { ...readPlainText(unquoted(text)), headsParts: true as const };
  const files = isPage ? [] : filesIn(email);
  return {
    ...read,
    omitted: [...(read.omitted ?? []), ...files],
    ...(read.characters === undefined ? {} : { characters: read.characters + lettersOf(files) }),
    about: mergeAbout(isPage ? read.about : {}, aboutMail(email), read.about),
  };
}

/** Files that came with a mail, by their names. */
const filesIn = ({ attachments }: Email): Omission[] =>
  attachments
    .filter(({ related }) => !related)
    .map(({ filename, mimeType }) => ({ reason: 'files', text: filename ?? mimeType }));

/** What is quoted of other mails without the signs before its lines, apart from what was written around it. */
function unquoted(text: string): string {
  let last = '';
  return text
    .split('\n')
    .map((line) => {
      const [signs = ''] = /^(?:> ?)+/.exec(line) ?? [];
      const depth = signs.replaceAll(' ', '');
      const isNew = depth !== last;
      last = depth;
      return `${isNew ? '\n' : ''}${line.slice(signs.length)}`;
    })
    .join('\n');
}

async function parse(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, { maxNestingDepth: MAX_DEPTH });
  } catch (error) {
    throw new Unreadable(error instanceof Error && /nesting/i.test(error.message) ? 'tooDeep' : 'damaged');
  }
}

function aboutMail({ subject, from, date, headers }: Email): About {
  const sent = date === undefined ? undefined : new Date(date);
  const url = headers.find(({ key }) => key === 'snapshot-content-location' || key === 'content-location')?.value;
  const name = from?.name?.trim();
  return {
    ...(subject === undefined ? {} : { title: subject }),
    // Browsers write "Saved by Blink" where a mail has its author.
    ...(name === undefined || name === '' || url !== undefined ? {} : { authors: [name] }),
    ...(sent === undefined || Number.isNaN(sent.getTime()) || url !== undefined
      ? {}
      : { issued: { year: sent.getUTCFullYear(), month: sent.getUTCMonth() + 1, day: sent.getUTCDate() } }),
    ...(url === undefined ? {} : { url }),
  };
}
