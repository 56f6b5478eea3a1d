import type { ColumnDataType } from 'kysely';

export type Dialect = 'sqlite' | 'postgres';

/** What the two databases call by different names. */
export interface ColumnTypes {
  readonly bigint: ColumnDataType;
  readonly blob: ColumnDataType;
  /** An SQL expression for an id that is given no second time. */
  readonly randomId: string;
}

export function columnTypes(dialect: Dialect): ColumnTypes {
  return dialect === 'sqlite'
    ? { bigint: 'integer', blob: 'blob', randomId: 'lower(hex(randomblob(16)))' }
    : { bigint: 'bigint', blob: 'bytea', randomId: 'gen_random_uuid()::text' };
}
