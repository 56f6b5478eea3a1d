const HOUR_MS = 60 * 60 * 1000;
/** People whose files are remembered; beyond it, those who brought one first are forgotten. */
const MAX_PEOPLE = 10_000;

/**
 * Files that were brought within the last hour and refused, by guild and person: reading them cost as much as if they
 * had been added. In memory alone, since nothing of them is stored.
 */
export class RefusedFiles {
  private readonly times = new Map<string, number[]>();

  /** `now` is in milliseconds since 1970. */
  add(guild: string, person: string, now: number): void {
    const key = keyOf(guild, person);
    const recent = [...this.recent(key, now), now];
    this.times.delete(key);
    this.times.set(key, recent);
    const [oldest] = this.times.keys();
    if (this.times.size > MAX_PEOPLE && oldest !== undefined) this.times.delete(oldest);
  }

  count(guild: string, person: string, now: number): number {
    return this.recent(keyOf(guild, person), now).length;
  }

  private recent(key: string, now: number): number[] {
    return (this.times.get(key) ?? []).filter((time) => time > now - HOUR_MS);
  }
}

const keyOf = (guild: string, person: string): string => `${guild}:${person}`;
