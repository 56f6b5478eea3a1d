import type { APIInteraction } from 'discord-api-types/v10';

const SNOWFLAKE = /^\d{1,20}$/;

/**
 * Whether a payload has what every interaction needs to be answered at all; the rest is read by those who need it, and
 * may be missing. Discord sends nothing else, but a bot must outlive the day it does.
 */
export function isInteraction(payload: unknown): payload is APIInteraction {
  if (typeof payload !== 'object' || payload === null) return false;
  const { id, application_id, token, type } = payload as Partial<Record<keyof APIInteraction, unknown>>;
  return (
    typeof id === 'string' &&
    SNOWFLAKE.test(id) &&
    typeof application_id === 'string' &&
    SNOWFLAKE.test(application_id) &&
    typeof token === 'string' &&
    typeof type === 'number'
  );
}
