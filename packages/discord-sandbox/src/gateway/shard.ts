import { GatewayCloseCodes } from 'discord-api-types/v10';
import { Refusal } from './refusal.ts';

/** One of a bot's connections, and how many there are of them. */
export type Shard = readonly [id: number, count: number];

/** What a bot identifies as; without a shard it is the only one. */
export function readShard(asked: unknown): Shard {
  if (asked === undefined || asked === null) return [0, 1];
  const [id, count]: unknown[] = Array.isArray(asked) ? asked : [];
  if (!Number.isInteger(id) || !Number.isInteger(count)) throw new Refusal(GatewayCloseCodes.InvalidShard);
  const shard = [Number(id), Number(count)] as const;
  if (shard[0] < 0 || shard[0] >= shard[1]) throw new Refusal(GatewayCloseCodes.InvalidShard);
  return shard;
}

/** Whether events of a server go to the shard; those of none (direct messages) go to the first. */
export function serves([id, count]: Shard, guildId: string | null): boolean {
  return id === (guildId === null ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(count)));
}

export function sameShard([id, count]: Shard, [otherId, otherCount]: Shard): boolean {
  return id === otherId && count === otherCount;
}
