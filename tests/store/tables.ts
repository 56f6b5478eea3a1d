/** Every table but Kysely's own. */
export const TABLES = [
  'servers',
  'works',
  'passages',
  'facts',
  'additions',
  'snapshots',
  'snapshot_parts',
  'version_floor',
] as const;
