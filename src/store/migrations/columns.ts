import type { ColumnDataType } from 'kysely';

export type Dialect = 'sqlite' | 'postgres';

/** What the two databases call by different names. */
export interface ColumnTypes {
  readonly bigint: ColumnDataType;
  readonly blob: ColumnDataType;
}

export function columnTypes(dialect: Dialect): ColumnTypes {
  return dialect === 'sqlite' ? { bigint: 'integer', blob: 'blob' } : { bigint: 'bigint', blob: 'bytea' };
}
