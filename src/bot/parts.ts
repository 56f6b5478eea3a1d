import type { Guilds } from '../guilds/types.ts';
import type { Logger } from '../logger.ts';
import type { Store } from '../store/store.ts';
import type { Action } from './action.ts';
import type { Command } from './command.ts';
import type { Posts } from './posts.ts';

/** What the bot is made of, as every part of the dispatcher needs it. */
export interface BotParts {
  readonly commands: readonly Command[];
  readonly actions: readonly Action[];
  readonly guilds: Guilds;
  readonly store: Store;
  readonly posts: Posts;
  readonly logger: Logger;
  /** The ids of the registered commands, by name; empty until an ingress knows them. */
  readonly commandIds: ReadonlyMap<string, string>;
}
