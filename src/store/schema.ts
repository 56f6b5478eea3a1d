import type { Kysely, Transaction } from 'kysely';

/**
 * The tables as the newest migration leaves them; each repository declares its own. Every key begins with the guild,
 * '' for what belongs to none. Times are milliseconds since 1970, lists are JSON.
 */
// biome-ignore lint/suspicious/noEmptyInterface: the repositories add to it
export interface Schema {}

export type Reading = Kysely<Schema>;
export type Change = Transaction<Schema>;

/** The guild of rows that belong to none. */
export const NO_GUILD = '';
