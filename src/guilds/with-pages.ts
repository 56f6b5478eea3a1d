import type { PageRead } from './types.ts';

type OnPage = (page: number, pages: number) => void;

/** Yields each page that a reader tells of, the last one where several come at once, and ends with what it read. */
export async function* withPages<T>(read: (onPage: OnPage) => Promise<T>): AsyncGenerator<PageRead, T> {
  let latest: PageRead | undefined;
  let isDone = false;
  let wake = () => {};
  const reading = read((page, pages) => {
    latest = { page, pages };
    wake();
  });
  const end = () => {
    isDone = true;
    wake();
  };
  reading.then(end, end);
  while (!isDone) {
    if (latest === undefined)
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    const told = latest;
    latest = undefined;
    if (told && !isDone) yield told;
  }
  return reading;
}
