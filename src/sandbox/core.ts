import type { Attachments } from './attachments.ts';
import type { Clock } from './clock.ts';
import type { Commands } from './commands.ts';
import type { Feed } from './feed.ts';
import type { Gateway } from './gateway.ts';
import type { NewId } from './ids.ts';
import type { Interactions } from './interactions.ts';
import type { Messages } from './messages.ts';
import type { OpenModals } from './modals.ts';
import type { Payloads } from './payloads.ts';
import type { Spec } from './spec.ts';
import type { World } from './world.ts';

/** The parts of one sandbox: what the bot's side and the people's side both work on. */
export interface Core {
  clock: Clock;
  newId: NewId;
  world: World;
  feed: Feed;
  messages: Messages;
  attachments: Attachments;
  commands: Commands;
  interactions: Interactions;
  modals: OpenModals;
  payloads: Payloads;
  gateway: Gateway;
  spec: Spec;
  /** `http://127.0.0.1:PORT` */
  origin(): string;
}
