import { describe, expect, it } from 'vitest';
import type { Account, OmittedText } from '../../src/intake/types.ts';
import { leftOutOf, lowShare } from '../../src/reply/left-out.ts';
import { messagesFor } from '../../src/reply/messages.ts';

const messages = messagesFor('en');
const omitted = (reason: OmittedText['reason'], characters: number, shown: string[], lines = shown.length) => ({
  reason,
  characters,
  lines,
  shown,
});
const account = (kept: number, ...parts: OmittedText[]): Account => ({
  characters: parts.reduce((sum, { characters }) => sum + characters, kept),
  kept,
  omitted: parts,
});

describe('what was left out of a file', () => {
  it('is counted by reason, over all files, and shown', () => {
    const accounts = [
      account(90, omitted('navigation', 8, ['Home', 'News'], 12), omitted('details', 5, ['A title'])),
      account(90, omitted('contents', 9, ['1 Water', '2 Fire'])),
    ];
    expect(leftOutOf(accounts, messages)).toEqual({
      what: '12 navigation lines, the table of contents',
      shown: '12 navigation lines:\nHome\nNews\n… and 10 more\n\nthe table of contents:\n1 Water\n2 Fire\n',
    });
  });

  it('is not spoken of where nothing but the details of the work was', () => {
    expect(leftOutOf([account(90, omitted('details', 5, ['A title']))], messages)).toBeUndefined();
  });

  it('is said first where less than four fifths were kept; details count as kept', () => {
    expect(lowShare(account(70, omitted('navigation', 30, ['Home'])))).toBe(70);
    expect(lowShare(account(70, omitted('details', 30, ['A long title'])))).toBeUndefined();
    expect(lowShare(account(0))).toBeUndefined();
  });
});
