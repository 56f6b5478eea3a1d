import { afterAll, vi } from 'vitest';

/** Sets this process's clock forward by so many milliseconds at each call, until the suite that asks for it ends. */
export function clockAhead(ms: number): () => void {
  const { now } = Date;
  let ahead = 0;
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => now() + ahead);
  afterAll(() => clock.mockRestore());
  return () => {
    ahead += ms;
  };
}
