/**
 * The same value with texts that every database can store: PostgreSQL takes no NUL character, and UTF-8 has no lone
 * surrogates. Each becomes U+FFFD, so that lengths stay and nothing joins that stood apart.
 */
export function storable<T>(value: T): T {
  return cleaned(value) as T;
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\0', '\uFFFD');
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cleaned(inner)]));
}
