import type { Context } from '../../src/bot/command.ts';
import type { CardOwner } from '../../src/store/repositories/cards.ts';
import { NO_GUILD } from '../../src/store/schema.ts';

/** Whose cards are meant: those of the person, in the server or in direct messages. */
export function ownerOf({ guild, person }: Pick<Context, 'guild' | 'person'>): CardOwner {
  return { guild: guild?.id ?? NO_GUILD, person: person.id };
}
