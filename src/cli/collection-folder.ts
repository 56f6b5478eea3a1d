import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { BroughtCollection, ReadWork } from '../intake/index.ts';
import { loadCollection } from '../material/collection.ts';
import { passageId } from '../material/places.ts';
import type { Checked } from '../material/problems.ts';
import { freeId, idFor } from '../material/source-id.ts';
import type { Article, Collection } from '../material/types.ts';
import { writeCollection } from '../material/write.ts';

/** A collection's folder to which works are added. What is there stays as it was written; new files never replace one. */
export class CollectionFolder {
  /** A line for each work that was taken. */
  readonly added: string[] = [];
  private readonly dir: string;
  private readonly there: Collection;
  private readonly articles: Article[] = [];
  private tables: Pick<Collection, 'facts' | 'terms'> = { facts: [], terms: [] };
  private about: Pick<Collection, 'title' | 'description'> | undefined;

  private constructor(dir: string, there: Collection) {
    this.dir = dir;
    this.there = there;
  }

  /** A folder that is not there, or is empty, becomes a new collection. */
  static open(dir: string): Checked<CollectionFolder> {
    const none: Collection = {
      id: basename(dir),
      title: basename(dir),
      description: '',
      articles: [],
      facts: [],
      terms: [],
    };
    const empty = new CollectionFolder(dir, none);
    if (!existsSync(dir)) return { value: empty, problems: [] };
    if (!statSync(dir).isDirectory()) return { value: empty, problems: [{ file: dir, reason: 'notAFolder' }] };
    if (readdirSync(dir).length === 0) return { value: empty, problems: [] };
    const { value, problems } = loadCollection(dir);
    return { value: new CollectionFolder(dir, value), problems };
  }

  /** Takes a work in; returns what stands in the way. */
  addWork(work: ReadWork, note: string): string | undefined {
    const { title = '', authors = [], publisher = '', issued, url } = work.about;
    const id = work.id ?? freeId(idFor(title, issued), (taken) => this.has(taken));
    if (this.has(id))
      return `a work with the id "${id}" is there already: remove it first, or change "source:" in the file`;
    const twin = [...this.there.articles, ...this.articles].find((article) => sameText(article, work));
    if (twin) return `is there already, as "${twin.source.title}" (${twin.source.id})`;
    const source = {
      id,
      title,
      authors,
      publisher,
      ...(issued === undefined ? {} : { issued }),
      ...(url === undefined ? {} : { url }),
    };
    this.articles.push({
      source,
      passages: work.passages.map((passage) => ({ id: passageId(id, passage), source: id, ...passage })),
    });
    this.added.push(`articles/${id}.md: “${title}”, ${note}`);
    return undefined;
  }

  /** Takes what came with an archive's works; returns what stands in the way. */
  addTables({ title, description, facts, terms }: BroughtCollection): string | undefined {
    const { there, tables } = this;
    const clash = (['facts', 'terms'] as const).some(
      (table) => there[table].length + tables[table].length > 0 && { facts, terms }[table].length > 0,
    );
    if (clash)
      return 'its tables cannot be joined with those that are there: bring the archive into a folder of its own';
    this.tables = { facts: [...tables.facts, ...facts], terms: [...tables.terms, ...terms] };
    if (there.articles.length === 0) this.about ??= { title, description };
    return undefined;
  }

  /** Writes what was added. The list of works comes last: until then the articles are not part of the collection. */
  save(): void {
    const files = writeCollection({ ...this.there, ...this.about, articles: this.articles, ...this.tables });
    const sources = files.get('sources.json') ?? '[]';
    files.delete('sources.json');
    if (existsSync(join(this.dir, 'collection.yaml'))) files.delete('collection.yaml');
    for (const [path, text] of files) {
      mkdirSync(dirname(join(this.dir, path)), { recursive: true });
      // "wx": a file that is there is somebody's work.
      writeFileSync(join(this.dir, path), text, { flag: 'wx' });
    }
    writeFileSync(join(this.dir, 'sources.json'), this.joinSources(sources));
  }

  /** The works that are there keep the fields that are other tools' business. */
  private joinSources(added: string): string {
    const file = join(this.dir, 'sources.json');
    if (!existsSync(file)) return added;
    const there = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')) as unknown[];
    return `${JSON.stringify([...there, ...(JSON.parse(added) as unknown[])], null, 2)}\n`;
  }

  private has(id: string): boolean {
    return (
      [...this.there.articles, ...this.articles].some(({ source }) => source.id === id) ||
      existsSync(join(this.dir, 'articles', `${id}.md`))
    );
  }
}

function sameText({ passages }: Article, work: ReadWork): boolean {
  return passages.length === work.passages.length && passages.every(({ text }, i) => text === work.passages[i]?.text);
}
