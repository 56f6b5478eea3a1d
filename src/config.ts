import { resolve } from 'node:path';
import { config as loadDotenv } from 'dotenv';
import { z } from 'zod';
import { packageRoot } from './root.ts';
import type { Quota } from './store/types.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const MB = 1_000_000;

const portHelp = 'is no port: put a whole number from 0 (any free port) to 65535, such as 4600';

/** An empty value in `.env` means the same as none. */
const unset = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value);

const host = (standard: string) => z.preprocess(unset, z.string().trim().default(standard));

const port = z.coerce
  .number<number>({ error: portHelp })
  .int({ error: portHelp })
  .min(0, { error: portHelp })
  .max(65_535, { error: portHelp });

/** A whole number of something, at least `least` and at most `most`. */
const amount = (least: number, standard: number, what: string, most = Number.MAX_SAFE_INTEGER) => {
  const range = most === Number.MAX_SAFE_INTEGER ? `from ${least}` : `from ${least} to ${most}`;
  const error = `is no whole number of ${what} ${range}: put one, such as ${standard}`;
  const number = z.coerce.number<number>({ error }).int({ error }).min(least, { error }).max(most, { error });
  return z.preprocess(unset, number.default(standard));
};

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
  DISCORD_PUBLIC_KEY: z.preprocess(
    unset,
    z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[0-9a-f]{64}$/, {
        error: 'is not a public key: copy the 64 characters from "General Information" in the Developer Portal',
      })
      .optional(),
  ),
  HTTP_PORT: z.preprocess(unset, port.optional()),
  HTTP_HOST: host('0.0.0.0'),
  SHARDS: z.preprocess(
    unset,
    z
      .string()
      .regex(/^(?:auto|[1-9]\d{0,4})$/, { error: 'is no number of shards: put a whole number from 1, or auto' })
      .transform((shards) => (shards === 'auto' ? shards : Number(shards)))
      .optional(),
  ),
  OPS_PORT: z.preprocess(unset, port.optional()),
  OPS_HOST: host('127.0.0.1'),
  KNOWLEDGE_DIR: z.preprocess(
    unset,
    z
      .string()
      .default('knowledge')
      .transform((dir) => resolve(packageRoot, dir)),
  ),
  DATA_DIR: z.preprocess(
    unset,
    z
      .string()
      .default('data')
      .transform((dir) => resolve(packageRoot, dir)),
  ),
  DATABASE_URL: z.preprocess(
    unset,
    z
      .url({
        protocol: /^postgres(ql)?$/,
        error:
          'is no PostgreSQL address: put postgres://user:password@host:5432/database, or leave it empty for SQLite',
      })
      .optional(),
  ),
  DATABASE_CA_FILE: z.preprocess(
    unset,
    z
      .string()
      .transform((file) => resolve(packageRoot, file))
      .optional(),
  ),
  DATABASE_POOL_SIZE: amount(1, 10, 'connections'),
  INDEX_MEMORY_MB: amount(16, 256, 'megabytes'),
  // The reader takes no larger ones.
  FILE_MB: amount(1, 25, 'megabytes', 100),
  QUOTA_WORKS: amount(1, 200, 'works'),
  QUOTA_PASSAGES: amount(1, 20_000, 'passages'),
  QUOTA_TEXT_MB: amount(1, 20, 'megabytes'),
  QUOTA_ADDITIONS_PER_HOUR: amount(1, 30, 'additions'),
  SANDBOX_PORT: z.preprocess(unset, port.default(4600)),
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
  /** Interactions come by HTTP; none: over the gateway. */
  readonly http: HttpConfig | undefined;
  /** Of the gateway, shared with the other processes on the same store; none: all of them in this process. */
  readonly shards: number | 'auto' | undefined;
  /** Where health and metrics are served; none: nowhere. */
  readonly ops: Listening | undefined;
  /** An absolute path: the folder that holds the collections. */
  readonly knowledgeDir: string;
  /** An absolute path: the folder of the SQLite file; unused where there is a `databaseUrl`. */
  readonly dataDir: string;
  /** PostgreSQL, with the password. None: SQLite. */
  readonly databaseUrl: string | undefined;
  /** An absolute path: a PEM file of the authorities that sign PostgreSQL's certificate. */
  readonly databaseCaFile: string | undefined;
  /** Connections to PostgreSQL at once. */
  readonly databasePoolSize: number;
  /** Bytes that the servers' indexes may take in memory. */
  readonly indexMemory: number;
  /** Bytes of an attached file that is read. */
  readonly fileSize: number;
  readonly quota: Quota;
  /** 0: any free port. */
  readonly sandboxPort: number;
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

export interface HttpConfig extends Listening {
  /** Ed25519, as 64 hexadecimal characters. */
  readonly publicKey: string;
}

export interface Listening {
  /** 0: any free port. */
  readonly port: number;
  /** The address to listen on. */
  readonly host: string;
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
  const { data } = checked;
  return {
    token: data.DISCORD_TOKEN,
    api: data.DISCORD_API,
    http: httpOf(data),
    shards: data.SHARDS,
    ops: data.OPS_PORT === undefined ? undefined : { port: data.OPS_PORT, host: data.OPS_HOST },
    knowledgeDir: data.KNOWLEDGE_DIR,
    dataDir: data.DATA_DIR,
    databaseUrl: data.DATABASE_URL,
    databaseCaFile: data.DATABASE_CA_FILE,
    databasePoolSize: data.DATABASE_POOL_SIZE,
    indexMemory: data.INDEX_MEMORY_MB * MB,
    fileSize: data.FILE_MB * MB,
    quota: {
      works: data.QUOTA_WORKS,
      passages: data.QUOTA_PASSAGES,
      bytes: data.QUOTA_TEXT_MB * MB,
      additionsPerHour: data.QUOTA_ADDITIONS_PER_HOUR,
    },
    sandboxPort: data.SANDBOX_PORT,
    logLevel: data.LOG_LEVEL,
  };
}

/** What no line of the log may show: the token, and the database's password as the address has it and as it is. */
export function secretsOf({ token = '', databaseUrl }: Pick<Config, 'token' | 'databaseUrl'>): string[] {
  if (databaseUrl === undefined) return [token];
  const { password, searchParams } = new URL(databaseUrl);
  return [token, password, decoded(password), searchParams.get('password') ?? ''];
}

/** A "%" that begins no byte stands for itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Interactions over HTTP take three settings together. */
function httpOf(data: z.infer<typeof settings>): HttpConfig | undefined {
  const { DISCORD_PUBLIC_KEY: publicKey, HTTP_PORT: port, HTTP_HOST: host, DISCORD_TOKEN: token } = data;
  if (publicKey === undefined && port === undefined) return undefined;
  if (data.SHARDS !== undefined) {
    throw new ConfigError('SHARDS divides the gateway, which HTTP_PORT takes the place of: leave one of them empty');
  }
  if (publicKey === undefined) {
    throw new ConfigError(
      'DISCORD_PUBLIC_KEY is missing, which HTTP_PORT needs: copy it from "General Information" in the Developer Portal',
    );
  }
  if (port === undefined) {
    throw new ConfigError(
      'HTTP_PORT is missing, which DISCORD_PUBLIC_KEY needs: put the port to listen on, such as 8080',
    );
  }
  if (token === undefined) {
    throw new ConfigError(
      'DISCORD_TOKEN is missing, which HTTP_PORT needs: copy it from "Bot" in the Developer Portal',
    );
  }
  return { publicKey, port, host };
}
