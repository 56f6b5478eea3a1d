import { readFileSync } from 'node:fs';
import type { ConnectionOptions } from 'node:tls';
import { StoreUnusable } from './types.ts';

/** Where a PostgreSQL is and how it is connected to. */
export interface Address {
  /** Without what TLS is told by `ssl`. */
  readonly url: string;
  readonly ssl: ConnectionOptions | false;
  /** What messages call it: host and database alone, since an address holds a password. */
  readonly place: string;
}

const TLS_MODES = ['disable', 'prefer', 'require', 'verify-ca', 'verify-full'] as const;
type TlsMode = (typeof TLS_MODES)[number];

/**
 * Reads an address with libpq's `sslmode` and `sslrootcert`. As there, `require` encrypts without asking who answers,
 * unless there is a file of authorities; and `prefer`, which encrypts at the server's pleasure, does not encrypt.
 * Throws a `StoreUnusable` where it is none.
 */
export function parseAddress(text: string, caFile?: string): Address {
  const url = parseUrl(text);
  const mode = tlsMode(url.searchParams.get('sslmode'), caFile !== undefined);
  const authorities = caFile ?? url.searchParams.get('sslrootcert') ?? undefined;
  for (const name of ['sslmode', 'sslrootcert']) url.searchParams.delete(name);
  const port = url.port === '' ? '' : `:${url.port}`;
  return {
    url: url.href,
    ssl: tlsOptions(mode, authorities),
    place: `The PostgreSQL database ${url.hostname}${port}${url.pathname}`,
  };
}

function parseUrl(text: string): URL {
  try {
    const url = new URL(text);
    if (url.protocol === 'postgres:' || url.protocol === 'postgresql:') return url;
  } catch {
    // The same advice as for another kind of address.
  }
  throw new StoreUnusable(
    'The database address is none of PostgreSQL: write postgres://user:password@host:5432/database',
  );
}

/** With a file of authorities and no mode, the safest. */
function tlsMode(given: string | null, hasAuthorities: boolean): TlsMode {
  const mode = TLS_MODES.find((each) => each === (given ?? (hasAuthorities ? 'verify-full' : 'disable')));
  if (mode === undefined) throw new StoreUnusable(`sslmode in DATABASE_URL must be one of ${TLS_MODES.join(', ')}`);
  return mode;
}

function tlsOptions(mode: TlsMode, authorities: string | undefined): ConnectionOptions | false {
  if (mode === 'disable' || mode === 'prefer') return false;
  const ca = authorities === undefined ? {} : { ca: readAuthorities(authorities) };
  if (mode === 'verify-full') return { ...ca, rejectUnauthorized: true };
  if (mode === 'require' && authorities === undefined) return { rejectUnauthorized: false };
  return { ...ca, rejectUnauthorized: true, checkServerIdentity: () => undefined };
}

function readAuthorities(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error;
    throw new StoreUnusable(`The certificate file ${file} cannot be read (${code}): correct DATABASE_CA_FILE`);
  }
}
