import type { KeyObject } from 'node:crypto';
import { type Clock, systemClock } from './clock.ts';
import { Gateway } from './gateway/gateway.ts';
import type { Presence } from './gateway/presence.ts';
import { type Shard, serves } from './gateway/shard.ts';
import { Endpoint } from './http/endpoint.ts';
import { createIds, type NewId } from './ids.ts';
import { type InteractionLimits, Interactions } from './interactions/interactions.ts';
import { Payloads } from './interactions/payloads.ts';
import { OpenModals } from './people/modals.ts';
import { loadSpec, type Spec } from './rules/spec.ts';
import { Attachments } from './world/attachments.ts';
import { Commands } from './world/commands.ts';
import { Feed } from './world/feed.ts';
import { createdGuild } from './world/guild-object.ts';
import { Messages } from './world/messages.ts';
import { World, type WorldDefinition } from './world/world.ts';

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
  endpoint: Endpoint;
  spec: Spec;
  presence: Presence;
  /** What `GET /gateway/bot` advises. */
  advice: { shards: number; maxConcurrency: number };
  /** `http://127.0.0.1:PORT` */
  origin(): string;
}

export interface CoreOptions extends Partial<InteractionLimits> {
  heartbeatIntervalMs?: number;
  resumeWindowMs?: number;
  /** Bytes a file. */
  uploadLimit?: number;
  shards?: number;
  maxConcurrency?: number;
  signingKey?: KeyObject;
  clock?: Clock;
  world: WorldDefinition;
}

/** Puts the parts together; `origin` is asked for only once the server listens. */
export async function createCore(options: CoreOptions, presence: Presence, origin: () => string): Promise<Core> {
  const clock = options.clock ?? systemClock;
  const newId = createIds(clock);
  const world = new World(options.world, new Date(clock.now()));
  const feed = new Feed();
  const messages = new Messages(world, feed, newId, clock);
  const commands: Commands = new Commands(world.application.id, newId, () => {
    feed.sendToAll({ type: 'commands', commands: commands.all() });
  });
  const tellPresence = (online: boolean): void => {
    presence.set(online);
    feed.sendToAll({ type: 'bot', bot: world.bot, online });
  };
  const { ackTimeoutMs = 3_000, tokenLifetimeMs = 15 * 60_000, uploadLimit = 10 * 1024 * 1024 } = options;
  return {
    clock,
    newId,
    world,
    feed,
    messages,
    commands,
    attachments: new Attachments({ uploadLimit }, world.application.id, clock, newId, origin),
    interactions: new Interactions({ ackTimeoutMs, tokenLifetimeMs }, clock, feed),
    modals: new OpenModals(),
    payloads: new Payloads(world, messages, newId, uploadLimit),
    gateway: new Gateway({
      clock,
      newId,
      ready: (shard) => readyData(world, shard),
      url: () => origin().replace('http', 'ws').concat('/gateway'),
      onPresence: tellPresence,
      heartbeatIntervalMs: options.heartbeatIntervalMs ?? 41_250,
      resumeWindowMs: options.resumeWindowMs ?? 60_000,
    }),
    endpoint: new Endpoint({
      clock,
      newId,
      applicationId: world.application.id,
      signingKey: options.signingKey,
      timeoutMs: ackTimeoutMs,
      onChange: tellPresence,
    }),
    spec: await loadSpec(),
    presence,
    advice: { shards: options.shards ?? 1, maxConcurrency: options.maxConcurrency ?? 1 },
    origin,
  };
}

function readyData({ bot, application, guilds }: World, shard: Shard): { data: object; guilds: object[] } {
  const joined = [...guilds.values()].filter(({ id, hasBot }) => hasBot && serves(shard, id));
  return {
    data: {
      user: { ...bot, verified: true, mfa_enabled: false, email: null },
      application: { id: application.id, flags: 0 },
      guilds: joined.map(({ id }) => ({ id, unavailable: true })),
    },
    guilds: joined.map(createdGuild),
  };
}
