import { setTimeout as sleep } from 'node:timers/promises';
import type { REST } from 'discord.js';
import { type APIGatewayBotInfo, type APIGatewaySessionStartLimit, Routes } from 'discord-api-types/v10';
import type { Logger } from '../logger.ts';

/** Milliseconds beyond the time that Discord names, for clocks that differ. */
const MARGIN_MS = 1_000;

/** Milliseconds for which an answer serves all shards: Discord answers this question only a few times a minute. */
const ANSWER_MS = 5_000;

/** Asks Discord for its gateway. */
export type AskGateway = () => Promise<APIGatewayBotInfo>;

/** Asks once for all who ask at about the same time. */
export function createAskGateway(rest: Pick<REST, 'get'>): AskGateway {
  let asked: Promise<APIGatewayBotInfo> | undefined;
  let until = 0;

  async function ask(): Promise<APIGatewayBotInfo> {
    until = Number.POSITIVE_INFINITY;
    try {
      const answer = (await rest.get(Routes.gatewayBot())) as APIGatewayBotInfo;
      const { remaining, reset_after } = answer.session_start_limit;
      until = performance.now() + (remaining > 0 ? ANSWER_MS : Math.min(ANSWER_MS, reset_after));
      return answer;
    } catch (error) {
      until = 0;
      throw error;
    }
  }

  return () => {
    if (asked === undefined || performance.now() >= until) asked = ask();
    return asked;
  };
}

/**
 * Waits where Discord lets the bot start fewer than `wanted` sessions: it has 1,000 starts in 24 hours, and loses its token
 * over one more. Resolves to whether it has waited, after which Discord must be asked again. Rejects where `signal` is
 * aborted.
 */
export async function waitForStarts(
  { remaining, total, reset_after }: APIGatewaySessionStartLimit,
  wanted: number,
  logger: Logger,
  signal?: AbortSignal,
): Promise<boolean> {
  if (remaining >= Math.min(wanted, total)) return false;
  const until = new Date(Date.now() + reset_after).toISOString();
  logger.error({ total, until }, 'Discord lets the bot start no more sessions for now; waiting until it does');
  await sleep(reset_after + MARGIN_MS, undefined, signal && { signal });
  return true;
}
