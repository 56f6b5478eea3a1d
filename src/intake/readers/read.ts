import { openFile } from '../detect/open.ts';
import { Unreadable } from '../failure.ts';
import type { ReportPage } from '../scan/scans.ts';
import type { BroughtFile } from '../types.ts';
import { finish } from './finish.ts';
import type { Works } from './reader.ts';
import { READERS } from './registry.ts';

/** Reads a file as what its bytes are; `report` is called for each page that takes long. Throws `Unreadable` where that cannot be done. */
export async function readWorks(brought: BroughtFile, report: ReportPage = () => {}): Promise<Works> {
  const file = await openFile(brought);
  const reader = READERS.find(({ detect }) => detect(file));
  if (!reader) throw new Unreadable(file.kind === 'text' ? 'noProse' : 'unknownFormat');
  const read = await reader.read(file, report);
  return 'works' in read ? read : { works: [finish(read, reader.name)] };
}
