import { setTimeout as sleep } from 'node:timers/promises';
import type { REST } from 'discord.js';
import { type APIGatewayBotInfo, type APIGatewaySessionStartLimit, Routes } from 'discord-api-types/v10';
import type { Logger } from '../logger.ts';

/** Milliseconds beyond the time that Discord names, for clocks that differ. */
const MARGIN_MS = 1_000;

export const askGateway = async (rest: REST): Promise<APIGatewayBotInfo> =>
  (await rest.get(Routes.gatewayBot())) as APIGatewayBotInfo;

/**
 * Waits where Discord lets the bot start no more sessions: it has 1,000 starts in 24 hours, and loses its token over one
 * more. Resolves to whether it has waited, after which Discord must be asked again. Rejects where `signal` is aborted.
 */
export async function waitForStarts(
  { remaining, total, reset_after }: APIGatewaySessionStartLimit,
  logger: Logger,
  signal?: AbortSignal,
): Promise<boolean> {
  if (remaining > 0) return false;
  const until = new Date(Date.now() + reset_after).toISOString();
  logger.error({ total, until }, 'Discord lets the bot start no more sessions for now; waiting until it does');
  await sleep(reset_after + MARGIN_MS, undefined, signal && { signal });
  return true;
}
