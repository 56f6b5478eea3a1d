import type { Draft, Source } from '../material/types.ts';
import type { AboutWork, FileLink } from './types.ts';

/**
 * What cites a work: as the person says, else as the file says of itself. A title and a publisher there must be: the
 * file's name stands in for the one, and whatever tells the work apart for the other.
 */
export function citable(read: Draft['about'], said: AboutWork, file: Pick<FileLink, 'name'>): Omit<Source, 'id'> {
  const about = { ...read, ...said };
  const { authors = [], issued, url } = about;
  const publisher = about.publisher ?? (authors.length > 0 ? authors.join(', ') : (hostOf(url) ?? file.name));
  return {
    title: about.title ?? file.name.replace(/\.[^.]*$/, ''),
    authors,
    publisher,
    ...(issued === undefined ? {} : { issued }),
    ...(url === undefined ? {} : { url }),
  };
}

function hostOf(url: string | undefined): string | undefined {
  return url === undefined ? undefined : new URL(url).hostname.replace(/^www\./, '');
}
