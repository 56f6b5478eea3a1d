import type { Draft, Source } from '../material/types.ts';
import { cleanAbout } from './clean-about.ts';
import type { AboutWork, FileLink } from './types.ts';

/** What cites a work: as the person says, else as the file says of itself; the file's name stands in for a title. */
export function citable(read: Draft['about'], said: AboutWork, file: Pick<FileLink, 'name'>): Omit<Source, 'id'> {
  const about = { ...read, ...said };
  const { authors = [], publisher = '', issued, url, reference } = about;
  const name = file.name.replace(/\.[^.]*$/, '');
  const { title = name } = about;
  return cleanAbout(
    {
      ...{ title, authors, publisher, ...dated(issued) },
      ...(url === undefined ? {} : { url }),
      ...(reference === undefined ? {} : { reference }),
    },
    [name],
  );
}

const dated = (issued: Source['issued']) => (issued === undefined ? {} : { issued });
