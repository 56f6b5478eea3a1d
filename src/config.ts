import { resolve } from 'node:path';
import { config as loadDotenv } from 'dotenv';
import { z } from 'zod';
import { packageRoot } from './root.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const portHelp = 'is no port: put a whole number from 0 (any free port) to 65535, such as 4600';

/** An empty value in `.env` means the same as none. */
const unset = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value);

const settings = z.object({
  DISCORD_TOKEN: z.preprocess(
    unset,
    z
      .string()
      .trim()
      .regex(/^\S+$/, {
        error:
          'holds white space: copy the token alone from "Bot" in the Developer Portal, or leave it empty for the sandbox',
      })
      .optional(),
  ),
  DISCORD_API: z.preprocess(
    unset,
    z
      .url({ protocol: /^https?$/, error: 'is no web address: put https://discord.com/api, or leave it empty' })
      .transform((url) => url.replace(/\/+$/, ''))
      .default('https://discord.com/api'),
  ),
  KNOWLEDGE_DIR: z.preprocess(
    unset,
    z
      .string()
      .default('knowledge')
      .transform((dir) => resolve(packageRoot, dir)),
  ),
  SANDBOX_PORT: z.preprocess(
    unset,
    z.coerce
      .number<number>({ error: portHelp })
      .int({ error: portHelp })
      .min(0, { error: portHelp })
      .max(65_535, { error: portHelp })
      .default(4600),
  ),
  LOG_LEVEL: z.preprocess(
    unset,
    z.enum(LOG_LEVELS, { error: `is no level: put one of ${LOG_LEVELS.join(', ')}` }).default('info'),
  ),
});

export interface Config {
  /** None: the sandbox is used. */
  readonly token: string | undefined;
  /** Discord's REST API, without the version and without a slash at the end. */
  readonly api: string;
  /** An absolute path: the folder that holds the collections. */
  readonly knowledgeDir: string;
  /** 0: any free port. */
  readonly sandboxPort: number;
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

/** A setting that cannot be used; the message names it, says what is wrong and what to put. */
export class ConfigError extends Error {}

/** Settings from the environment, and from `.env` in the package's folder for those it lacks. */
export function readConfig(): Config {
  loadDotenv({ path: resolve(packageRoot, '.env'), quiet: true });
  return parseConfig(process.env);
}

/** Throws a ConfigError with one line for the first setting that cannot be used. The value itself is not repeated: it may be a secret. */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const checked = settings.safeParse(environment);
  if (!checked.success) {
    const issue = checked.error.issues[0];
    throw new ConfigError(`${issue?.path.join('.')} ${issue?.message}`);
  }
  const { DISCORD_TOKEN, DISCORD_API, KNOWLEDGE_DIR, SANDBOX_PORT, LOG_LEVEL } = checked.data;
  return {
    token: DISCORD_TOKEN,
    api: DISCORD_API,
    knowledgeDir: KNOWLEDGE_DIR,
    sandboxPort: SANDBOX_PORT,
    logLevel: LOG_LEVEL,
  };
}
