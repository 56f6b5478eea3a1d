import type { Context } from '../../src/bot/command.ts';
import type { CardOwner } from '../../src/store/repositories/cards.ts';
import { NO_GUILD } from '../../src/store/schema.ts';

/**
 * Whose cards are meant: those of the person in the server. Where the bot was not added to it, those of direct messages:
 * what is stored of a server that the bot is not in is deleted after some time.
 */
export function ownerOf({ guild, person }: Pick<Context, 'guild' | 'person'>): CardOwner {
  return { guild: guild?.isInstalled ? guild.id : NO_GUILD, person: person.id };
}
