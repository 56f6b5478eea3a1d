import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../src/root.ts';

const read = (file: string) => readFileSync(join(packageRoot, file), 'utf8');

/** The rooms of ARCHITECTURE.md, each with the rooms that it may import. */
const ROOMS: ReadonlyMap<string, readonly string[]> = new Map(
  [...read('ARCHITECTURE.md').matchAll(/^\| `((?:src\/)?\w+)\/` \|.*\| ([^|]*) \|$/gm)].map(
    ([, room = '', may = '']) => [room, may === '–' ? [] : may.split(', ')],
  ),
);
const NAMES = [...ROOMS.keys()].map(nameOf);

/** "src/text" is called "text". */
function nameOf(folder: string): string {
  return folder.replace('src/', '');
}

function filesIn(folder: string): string[] {
  return readdirSync(join(packageRoot, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => normalize(join(entry.parentPath, entry.name)).slice(packageRoot.length + 1));
}

/** The rooms that a room's files import, those for types alone too. */
function importsOf(folder: string): string[] {
  const rooms = filesIn(folder).flatMap((file) =>
    [...read(file).matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, path = '']) =>
      roomOf(join(dirname(file), path)),
    ),
  );
  return [...new Set(rooms)].filter((room) => room !== undefined && room !== nameOf(folder)).sort() as string[];
}

function roomOf(file: string): string | undefined {
  return NAMES.find((name) => file.startsWith(`src/${name}/`) || file.startsWith(`${name}/`));
}

interface BiomeRule {
  readonly includes: readonly string[];
  readonly linter: {
    readonly rules: {
      readonly style?: {
        readonly noRestrictedImports?: {
          readonly options: { readonly patterns: readonly { readonly group: readonly string[] }[] };
        };
      };
    };
  };
}

describe('the house', () => {
  it('has each room in ARCHITECTURE.md once', () => {
    const listed = [...read('ARCHITECTURE.md').matchAll(/^\| `((?:src\/)?\w+)\/` \|/gm)].map(([, room]) => room);
    expect(listed).toEqual([...ROOMS.keys()]);
  });

  it('has in ARCHITECTURE.md every folder of src', () => {
    const folders = readdirSync(join(packageRoot, 'src'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    expect([...ROOMS.keys()].filter((room) => room.startsWith('src/')).sort()).toEqual(
      folders.map(({ name }) => `src/${name}`).sort(),
    );
  });

  it.each([...ROOMS])('imports into %s just what the table says', (folder, may) => {
    expect(importsOf(folder)).toEqual([...may].sort());
  });

  it.each([...ROOMS])('has a rule of the linter for %s that forbids all other rooms', (folder, may) => {
    const { overrides } = JSON.parse(read('biome.json')) as { readonly overrides: readonly BiomeRule[] };
    const rule = overrides.find(({ includes }) => includes.includes(`${folder}/**`) && includes.length === 1);
    const forbidden =
      rule?.linter.rules.style?.noRestrictedImports?.options.patterns.flatMap(({ group }) => group) ?? [];
    for (const other of NAMES.filter((name) => name !== nameOf(folder))) {
      expect(forbidden.includes(`**/${other}/**`), `${folder} and ${other}`).toBe(!may.includes(other));
    }
    // What is run beside the program is no part of it.
    for (const other of ['eval', 'scripts', 'tests']) expect(forbidden).toContain(`**/${other}/**`);
  });
});
