import type { Account } from '../intake/types.ts';
import type { Messages } from './messages.ts';

/** A file of which less than this share is kept says so first. */
const NEARLY_WHOLE = 0.8;

/** What the reply to a file says of the text that is no part of the work. */
export interface LeftOut {
  /** "12 lines of navigation, the contents list"; plain text. */
  readonly what: string;
  /** The text itself, under its reasons. */
  readonly shown: string;
}

/** Undefined where everything was kept, or is known as the work's title, author or date. */
export function leftOutOf(accounts: readonly Account[], messages: Messages): LeftOut | undefined {
  const parts = accounts.flatMap(({ omitted }) => omitted).filter(({ reason }) => reason !== 'details');
  if (parts.length === 0) return undefined;
  const reasons = [...new Set(parts.map(({ reason }) => reason))];
  const sections = reasons.map((reason) => {
    const ofReason = parts.filter((part) => part.reason === reason);
    const count = ofReason.reduce((sum, { lines }) => sum + lines, 0);
    const what = messages.plain(`intake.leftOut.${reason}`, { count });
    const shown = ofReason.flatMap((part) => part.shown);
    const more = count > shown.length ? [messages.plain('library.more', { count: count - shown.length })] : [];
    return { what, text: [`${what}:`, ...shown, ...more].join('\n') };
  });
  return {
    what: sections.map(({ what }) => what).join(', '),
    shown: `${sections.map(({ text }) => text).join('\n\n')}\n`,
  };
}

/** The share of a file's text that was kept, in per cent, where it is so low that it must be said first. */
export function lowShare({ characters, kept, omitted }: Account): number | undefined {
  const details = omitted.find(({ reason }) => reason === 'details')?.characters ?? 0;
  const share = characters === 0 ? 1 : (kept + details) / characters;
  return share < NEARLY_WHOLE ? Math.round(share * 100) : undefined;
}
