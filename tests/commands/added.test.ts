import { ComponentType } from 'discord-api-types/v10';
import { expect, it } from 'vitest';
import { addedView, leftOutFiles } from '../../commands/library/view.ts';
import type { Added } from '../../src/guilds/types.ts';
import type { Account } from '../../src/intake/types.ts';
import { messagesFor } from '../../src/reply/messages.ts';
import { textOf } from '../support/message.ts';

const messages = messagesFor('en');
const source = { id: 'ferry-1911', title: 'The Ferry', authors: [], publisher: '' };
const passage = { id: 'ferry-1911#1', source: source.id, paragraph: 1, kind: 'quote', text: 'It floats.' } as const;
const added = (account: Account): Added => ({
  ok: true,
  at: 1,
  articles: [{ source, passages: [passage] }],
  words: 2,
  accounts: [account],
  facts: 0,
});
const menu = { reason: 'navigation', characters: 60, lines: 12, shown: ['Tides', 'Nets'] } as const;

it('a work that was added says what was left out, and shows it in a file', () => {
  const result = added({ characters: 400, kept: 340, omitted: [menu] });
  const components = addedView(result, messages);
  const text = textOf({ components });
  expect(text).toContain('-# Left out: 12 navigation lines');
  expect(text).not.toContain('Only');
  expect(JSON.stringify(components)).toContain(
    JSON.stringify({ type: ComponentType.File, file: { url: 'attachment://left-out.txt' } }),
  );
  const [file] = leftOutFiles(result.accounts, messages);
  expect(new TextDecoder().decode(file?.data as Uint8Array)).toBe('12 navigation lines:\nTides\nNets\n… and 10 more\n');
});

it('a work of which little was kept says so first', () => {
  const result = added({ characters: 100, kept: 40, omitted: [menu] });
  expect(textOf({ components: addedView(result, messages) })).toMatch(
    /^\*\*I kept only 40% of the text in this file\.\*\*\n/,
  );
});

it('a work that was kept whole has no file with it', () => {
  const result = added({ characters: 40, kept: 40, omitted: [] });
  expect(leftOutFiles(result.accounts, messages)).toEqual([]);
  expect(JSON.stringify(addedView(result, messages))).not.toContain('attachment://');
});
