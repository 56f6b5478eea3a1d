import type { Refusal } from '../store/types.ts';

const HOUR_MS = 60 * 60 * 1000;
/** People whose files are remembered; beyond it, those who brought one first are forgotten. */
const MAX_PEOPLE = 10_000;

/** One file that somebody may bring: it counts until its end, and for an hour from then on where it was refused. */
export interface Allowance {
  /** Only the first call matters. */
  end(how?: 'refused'): void;
}

export interface RefusedFilesOptions {
  readonly now?: () => number;
  readonly onTooMany?: (() => void) | undefined;
}

/**
 * Files that are being read, and those that were brought within the last hour and refused, by guild and person: reading
 * them costs as much as if they had been added. In memory alone, since nothing of them is stored.
 */
export class RefusedFiles {
  private readonly times = new Map<string, number[]>();
  private readonly underWay = new Map<string, number>();
  private readonly now: () => number;
  private readonly onTooMany: () => void;

  /** `now` is in milliseconds that only grow; `onTooMany` is called for each file that may not be brought. */
  constructor({ now = () => performance.now(), onTooMany = () => {} }: RefusedFilesOptions = {}) {
    this.now = now;
    this.onTooMany = onTooMany;
  }

  /** Counts one more file, beside `added` that are counted elsewhere, unless that would be more than `most` an hour. */
  begin(guild: string, person: string, { added, most }: { added: number; most: number }): Allowance | Refusal {
    const key = `${guild}:${person}`;
    const running = this.underWay.get(key) ?? 0;
    const wanted = added + this.recent(key).length + running + 1;
    if (wanted > most) {
      this.onTooMany();
      return { ok: false, reason: 'additionsPerHour', most, wanted };
    }
    this.underWay.set(key, running + 1);
    let isOver = false;
    return {
      end: (how) => {
        if (isOver) return;
        isOver = true;
        const left = (this.underWay.get(key) ?? 1) - 1;
        if (left === 0) this.underWay.delete(key);
        else this.underWay.set(key, left);
        if (how === 'refused') this.remember(key);
      },
    };
  }

  private remember(key: string): void {
    const recent = [...this.recent(key), this.now()];
    this.times.delete(key);
    this.times.set(key, recent);
    const [oldest] = this.times.keys();
    if (this.times.size > MAX_PEOPLE && oldest !== undefined) this.times.delete(oldest);
  }

  private recent(key: string): number[] {
    return (this.times.get(key) ?? []).filter((time) => time > this.now() - HOUR_MS);
  }
}
