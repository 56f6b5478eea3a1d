import type { Draft, Source } from '../material/types.ts';
import type { AboutWork, FileLink } from './types.ts';

/** What cites a work: as the person says, else as the file says of itself; the file's name stands in for a title. */
export function citable(read: Draft['about'], said: AboutWork, file: Pick<FileLink, 'name'>): Omit<Source, 'id'> {
  const about = { ...read, ...said };
  const { authors = [], publisher = '', issued, url } = about;
  return {
    title: about.title ?? file.name.replace(/\.[^.]*$/, ''),
    authors,
    publisher,
    ...(issued === undefined ? {} : { issued }),
    ...(url === undefined ? {} : { url }),
  };
}
