import type { getDocumentProxy } from 'unpdf';

export type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;

/** What is drawn on a page, in order: operators and their arguments. */
export function operatorsOf(page: Page): ReturnType<Page['getOperatorList']> {
  // pdf.js packs each font with it, and breaks off where it is missing, as in Node 20: a copy does as well.
  if (!('transferToFixedLength' in ArrayBuffer.prototype)) {
    const value = function (this: ArrayBuffer, length: number): ArrayBuffer {
      return this.slice(0, length);
    };
    Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', { value, configurable: true });
  }
  return page.getOperatorList();
}
