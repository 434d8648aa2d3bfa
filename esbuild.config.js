/*
 * Builds dist/cli.js and its chunks. Everything is bundled, so the installed package has no dependencies; what is
 * loaded lazily in the source (`await import`) becomes a chunk of its own. The plugin below takes out of Ink's
 * start-up what measurements showed to be waste; docs/performance.md has the figures.
 */
import {readFile, readdir, rm, writeFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import {parseArgs} from 'node:util';
import {build} from 'esbuild';
import {helpPages} from './source/commands/help.ts';

const {
  values: {outdir},
} = parseArgs({options: {outdir: {type: 'string', default: 'dist'}}});
const {version} = JSON.parse(await readFile('package.json', 'utf8'));

/** Characters that are one grapheme each, one cell or none, and never an emoji: for them no Segmenter is needed. */
const PLAIN = String.raw`/^[\t\n\x20-\x7e\xa0-\xac\xae-\xff\u0400-\u0482\u048a-\u04ff\u2010-\u2027\u2190-\u2193\u2500-\u25fc\u25ff\u2605\u2606\u2713]*$/`;

const leanInk = {
  name: 'lean-ink',
  setup({onLoad}) {
    // Yoga as shipped fetches its WebAssembly from a data: URL, which loads Node's fetch (20 ms, 13 MB) and makes
    // every importer asynchronous. The same bytes are instantiated synchronously instead.
    onLoad({filter: /yoga-layout[\\/]dist[\\/]src[\\/]index\.js$/}, () => ({
      contents: `
        import loadYoga from '../binaries/yoga-wasm-base64-esm.js';
        import bytes from '../binaries/yoga-wasm-base64-esm.js?bytes';
        import wrapAssembly from './wrapAssembly.js';
        const yoga = {
          instantiateWasm(imports, done) {
            const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), imports);
            done(instance);
            return instance.exports;
          },
        };
        loadYoga(yoga);
        export default wrapAssembly(yoga);
        export * from './generated/YGEnums.js';`,
    }));
    onLoad({filter: /yoga-wasm-base64-esm\.js$/}, async ({path, suffix}) => {
      const text = await readFile(path, 'utf8');
      const data = /data:application\/octet-stream;base64,([\w+/=]+)/.exec(text);
      if (!data) throw new Error('yoga-layout has changed: its WebAssembly was not found');
      return suffix === '?bytes'
        ? {contents: Buffer.from(data[1], 'base64'), loader: 'binary'}
        : {contents: text.replace(data[0], '')};
    });
    // Creating a Segmenter and compiling the emoji expression costs 18 ms at start; most text needs neither.
    onLoad(
      {
        filter:
          /[\\/](string-width|wrap-ansi|cli-truncate)[\\/]index\.js$|ink[\\/]build[\\/]line-update\.js$/,
      },
      async ({path}) => ({
        contents: lazily(await readFile(path, 'utf8')),
      }),
    );
  },
};

function lazily(source) {
  return source
    .replaceAll(
      /^const (\w+) = (new Intl\.Segmenter\([^)]*\));/gm,
      `let $1Made; const $1 = {segment(text) {
        if (${PLAIN}.test(text)) return Array.from(text, (segment, index) => ({segment, index, input: text}));
        return ($1Made ??= $2).segment(text);
      }};`,
    )
    .replace(
      /^const rgiEmojiRegex = (.*);/m,
      `let rgiEmojiMade; const rgiEmojiRegex = {test: text => text.length === 1 && ${PLAIN}.test(text) ? false : (rgiEmojiMade ??= $1).test(text)};`,
    );
}

const result = await build({
  entryPoints: {cli: 'source/cli.ts', index: 'source/index.ts'},
  outdir,
  bundle: true,
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  format: 'esm',
  platform: 'node',
  target: 'node22.19',
  minify: true,
  legalComments: 'none',
  jsx: 'automatic',
  define: {
    'process.env.NODE_ENV': '"production"',
    'process.env.DEV': '"false"',
    INKWELL_VERSION: JSON.stringify(version),
    // Set once here: rendering it at each run would take as long as starting Node.
    INKWELL_HELP: JSON.stringify(helpPages()),
  },
  external: ['react-devtools-core'],
  banner: {
    js: `import {createRequire as nodeRequire} from 'node:module';const require = nodeRequire(import.meta.url);`,
  },
  plugins: [leanInk],
  metafile: true,
  logLevel: 'warning',
});

// What publishers import is one function, so its types are its signature and what it takes.
const [edition] = (await readFile('source/options-edition.ts', 'utf8')).split('\n\n');
const types = `${edition}

/** Opens one publication, or follows a command line about it; gives the exit code. */
export declare function open(edition: Edition, argv?: readonly string[]): Promise<number>;
`;
await writeFile(`${outdir}/index.d.ts`, types);

// What an earlier build left goes last, so that a program that is running never misses a chunk.
const written = new Set(
  [...Object.keys(result.metafile.outputs), `${outdir}/index.d.ts`].map(file => resolve(file)),
);
for (const file of await readdir(outdir, {recursive: true, withFileTypes: true})) {
  const path = resolve(file.parentPath, file.name);
  if (file.isFile() && !written.has(path)) await rm(path);
}
await writeFile(`${outdir}/meta.json`, JSON.stringify(result.metafile));
