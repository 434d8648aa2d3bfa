/** Entry points whose chunks become one file, in the order in which they are loaded (join-chunks.js). */

const articles = ['list', 'read', 'search', 'next', 'mark', 'tag', 'open', 'copy', 'related', 'searches'];
const sources = ['add', 'remove', 'arrange', 'sources', 'refresh'];

const commands = [
  ...articles.map(name => `articles/${name}`),
  ...sources.map(name => `sources/${name}`),
  'program/completion',
];

const commandRoots = ['source/command-line/table.ts', ...commands.map(name => `source/commands/${name}.ts`)];
const library = ['source/library/file/open-library.ts'];

/** @type {import('./join-chunks.js').Group[]} */
export const GROUPS = [
  {name: 'run', roots: ['source/command-line/run.ts'], both: [library, commandRoots]},
  {name: 'library', roots: library},
  {name: 'reader', roots: ['source/reader/main.tsx'], isShared: true},
  {name: 'commands', roots: commandRoots},
  {
    name: 'disk',
    roots: [
      'source/ingest/near-sources.ts',
      'source/sources/place/open-path.ts',
      'source/sources/place/open-page-at.ts',
      'source/sources/place/with-settings.ts',
      'source/sources/folder/open-file.ts',
      'source/sources/folder/folder.ts',
    ],
  },
  {
    name: 'typesetter',
    roots: ['source/typeset/typesetter.ts', 'source/sources/text/body-to-markdown.ts'],
  },
];
