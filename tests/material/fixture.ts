import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A small collection that is right in every part; a test breaks one of them. */
const FILES: Record<string, string> = {
  'collection.yaml': 'title: Rivers\ndescription: Two short works on rivers.\n',
  'sources.json': JSON.stringify([
    {
      id: 'danube-1999',
      type: 'book',
      title: 'The Danube',
      author: [{ family: 'Ilić', given: 'Ana' }],
      publisher: 'River Press',
      issued: { 'date-parts': [[1999, 5]] },
      URL: 'https://example.org/danube',
    },
    { id: 'rivers-2004', type: 'book', title: 'Rivers', author: [{ literal: 'River Society' }], publisher: 'Delta' },
  ]),
  'articles/danube.md':
    '---\nsource: danube-1999\nkind: note\n---\n\n## Course\n\n[1] The Danube rises in the Black Forest.\n\n[caption 1] A boat near Vienna.\n\n[2] It is 2,850 km long and\nflows through ten countries.\n',
  'articles/rivers.md': '---\nsource: rivers-2004\nkind: quote\n---\n\n[1] The Danube is 2,860 km long.\n',
  'facts.csv':
    'subject,attribute,value,unit,as_of,passages,other_names,question\n' +
    'Danube,length,"2,850",km,,danube-1999#2,long; extent,How long is the Danube?\n' +
    'Danube,length,"2,860",km,,rivers-2004#1,long; extent,How long is the Danube?\n' +
    'Danube,source,Black Forest,,,danube-1999#1,rises; begins,Where does the Danube rise?\n',
  'terms.csv':
    'name,type,aliases,note\nDanube,place,Donau; Ister,A river of ten countries.\nVienna,place,Wien,A city on the Danube.\n',
};

/** Writes collections below a new folder, which goes when the test ends. A file given as undefined is left out. */
export function writeKnowledge(changes: Record<string, string | undefined> = {}, name = 'rivers'): string {
  const dir = mkdtempSync(join(tmpdir(), 'footnote-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  writeCollection(dir, name, changes);
  return dir;
}

export function writeCollection(dir: string, name: string, changes: Record<string, string | undefined> = {}): void {
  for (const [file, content] of Object.entries({ ...FILES, ...changes })) {
    if (content === undefined) continue;
    const path = join(dir, name, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}

/** A part of the fixture with one text replaced by another; the text must be there. */
export function edited(file: string, from: string, to: string): Record<string, string> {
  const content = FILES[file];
  if (!content?.includes(from)) throw new Error(`${file} does not hold ${from}`);
  return { [file]: content.replace(from, to) };
}
