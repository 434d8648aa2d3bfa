import {readFileSync, readdirSync} from 'node:fs';
import {dirname, join, relative} from 'node:path';
import {expect, test} from 'vitest';

const SOURCE = join(import.meta.dirname, '../../source');

/** The table of ARCHITECTURE.md: the folders that each folder may import. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Array.from(
    readFileSync(join(SOURCE, '../ARCHITECTURE.md'), 'utf8').matchAll(/^\| `([\w-]+)` \|([^|]*)\|[^|]*\|$/gm),
    ([, folder = '', allowed = '']) => [
      folder,
      Array.from(allowed.matchAll(/`([\w-]+)`/g), match => match[1] ?? ''),
    ],
  ),
);

/** The third column of that table: the packages that a folder never imports. */
const NEVER: Readonly<Record<string, RegExp>> = {
  domain: /^(?:node:(?!crypto$)|ink|react|undici|marked|conf|feedsmith)/,
  app: /^(?:node:|ink|react)/,
  ports: /^(?:node:|ink|react)/,
  effects: /^(?:ink|react)/,
};

const files = readdirSync(SOURCE, {recursive: true, encoding: 'utf8'})
  .filter(file => /\.tsx?$/.test(file))
  .map(file => join(SOURCE, file));

const importsOf = new Map(
  files.map(file => [
    file,
    Array.from(
      readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g),
      match => match[1] ?? '',
    ),
  ]),
);

test('imports go the way of the table', () => {
  const wrong = files.flatMap(file => {
    const folder = folderOf(file);
    const allowed = MAY_IMPORT[folder];
    if (!allowed) return [`${relative(SOURCE, file)} is in a folder that the table does not name`];
    return localImports(file)
      .filter(target => folderOf(target) !== folder && !allowed.includes(folderOf(target)))
      .map(target => `${relative(SOURCE, file)} imports ${relative(SOURCE, target)}`);
  });
  expect(wrong).toEqual([]);
});

test('every folder has a row in the table, and every row a folder', () => {
  expect(Object.keys(MAY_IMPORT).sort()).toEqual([...new Set(files.map(folderOf))].sort());
});

test('pure folders import nothing that acts', () => {
  const wrong = files.flatMap(file => {
    const never = NEVER[folderOf(file)];
    return (importsOf.get(file) ?? [])
      .filter(name => never?.test(name))
      .map(name => `${relative(SOURCE, file)} imports ${name}`);
  });
  expect(wrong).toEqual([]);
});

test('no file imports itself by way of others', () => {
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file))
      cycles.push([...path.slice(path.indexOf(file)), file].map(one => relative(SOURCE, one)).join(' → '));
    if (path.includes(file) || done.has(file)) return;
    for (const target of localImports(file)) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  expect(cycles).toEqual([]);
});

test('one file enters the network and one opens the database', () => {
  expect(filesImporting('node:sqlite')).toHaveLength(1);
  expect(filesMatching(/^import (?!type).* from 'undici/m).filter(file => !file.startsWith('http/'))).toEqual(
    [],
  );
  const sending =
    /import \{[^}]*\b(?:request|fetch|stream|pipeline)\b[^}]*\} from 'undici'|from 'undici\/lib\/api\/|(?<![.\w])fetch\(|'node:(?:https?|tls)'/;
  expect(filesMatching(sending)).toEqual(['http/transport.ts']);
});

test('files are small', () => {
  const lengths = files.map(file => ({
    file: relative(SOURCE, file),
    lines: readFileSync(file, 'utf8').split('\n').length - 1,
  }));
  expect(lengths.filter(({lines}) => lines > 250)).toEqual([]);
});

test('a folder is a room, not a drawer', () => {
  const rooms = Map.groupBy(
    files.map(file => relative(SOURCE, file)),
    dirname,
  );
  const full = [...rooms].filter(([, held]) => held.length > 18);
  expect(full.map(([room, held]) => `${room}: ${held.length}`)).toEqual([]);
});

test('no file is named for nothing in particular', () => {
  expect(
    files.filter(file =>
      /(?:^|[/-])(?:utils?|helpers?|misc|common|manager)[./]/.test(relative(SOURCE, file)),
    ),
  ).toEqual([]);
});

function folderOf(file: string): string {
  const path = relative(SOURCE, file);
  return path.includes('/') ? (path.split('/')[0] ?? '') : 'root';
}

function localImports(file: string): string[] {
  return (importsOf.get(file) ?? [])
    .filter(name => name.startsWith('.'))
    .map(name => join(dirname(file), name));
}

function filesImporting(name: string): string[] {
  return files.filter(file => hasValueImport(file, name)).map(file => relative(SOURCE, file));
}

function filesMatching(pattern: RegExp): string[] {
  return files.filter(file => pattern.test(readFileSync(file, 'utf8'))).map(file => relative(SOURCE, file));
}

/** Whether a package is named otherwise than for its types. */
function hasValueImport(file: string, name: string): boolean {
  return readFileSync(file, 'utf8')
    .split('\n')
    .some(line => line.includes(`'${name}'`) && !/^\s*(?:import|export) type|typeof import\(/.test(line));
}

/** Folders of tests that belong to no room of the source. */
const OTHER =
  /^(?:architecture|build|docs|fuzz|journal|newsroom|servers|package|pictures|sinks|start|stories|trust|with-shared)(?:\/|$)/;

test('tests lie in the rooms of what they test', () => {
  const folders = readdirSync(join(SOURCE, '../test'), {recursive: true, encoding: 'utf8'})
    .filter(file => /\.test\.tsx?$/.test(file))
    .map(file => dirname(file));
  expect(folders.length).toBeGreaterThan(100);
  const rooms = new Set(files.map(file => dirname(relative(SOURCE, file))));
  expect([...new Set(folders)].filter(folder => !OTHER.test(folder) && !rooms.has(folder))).toEqual([]);
});
