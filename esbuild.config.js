/*
 * Builds dist/cli.js and its chunks. Everything is bundled, so the installed package has no dependencies;
 * what is loaded lazily in the source (`await import`) becomes a chunk of its own. What `build/` adds keeps
 * the way to the first frame short; docs/performance.md has the figures.
 */
import {copyFile, readFile, readdir, rm, writeFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import {parseArgs} from 'node:util';
import {build} from 'esbuild';
import {joinChunks} from './build/join-chunks.js';
import {buildLateModules, lateModules} from './build/late-modules.ts';
import {lazyBuiltins} from './build/lazy-builtins.js';
import {leanTypesetter, oneCopy} from './build/left-out.ts';
import {GROUPS} from './build/groups.js';
import {licences} from './build/licences.js';
import {patches} from './build/patches.ts';
import {plainBuiltins} from './build/plain-builtins.js';
import {TARGET} from './build/target.ts';
import {helpPages} from './source/command-line/help.ts';
import {COMMAND_NAMES} from './source/command-line/table.ts';

const {
  values: {outdir},
} = parseArgs({options: {outdir: {type: 'string', default: 'dist'}}});
const {version} = JSON.parse(await readFile('package.json', 'utf8'));

const CLI = 'source/cli.ts';

const common = {
  bundle: true,
  ...TARGET,
  minify: true,
  legalComments: 'none',
  define: {
    'process.env.NODE_ENV': '"production"',
    'process.env.DEV': '"false"',
    INKWELL_VERSION: JSON.stringify(version),
    // Set once here: rendering it at each run would take as long as starting Node.
    INKWELL_PATTERN_ENGINE: JSON.stringify('../late/patterns.cjs'),
    INKWELL_COMMANDS: JSON.stringify(['help', ...COMMAND_NAMES]),
    INKWELL_HELP: JSON.stringify(JSON.stringify(helpPages())),
  },
  logLevel: 'warning',
};
const plugins = [oneCopy, patches, leanTypesetter, lazyBuiltins];

const result = await build({
  ...common,
  entryPoints: {
    cli: CLI,
    index: 'source/index.ts',
    worker: 'source/worker.ts',
    'image-worker': 'source/images/decode/worker.ts',
  },
  outdir,
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  format: 'esm',
  jsx: 'automatic',
  external: ['react-devtools-core'],
  plugins: [...plugins, lateModules],
  metafile: true,
});

const late = await buildLateModules(outdir, {...common, plugins});
Object.assign(result.metafile.outputs, late.outputs);

// What publishers import is one function, so its types are its signature and what it takes.
const [edition] = (await readFile('source/options/edition.ts', 'utf8')).split('\n\n');
const types = `${edition}

/** Opens one publication, or follows a command line about it; gives the exit code. */
export declare function open(edition: Edition, argv?: readonly string[]): Promise<number>;
`;
await writeFile(`${outdir}/index.d.ts`, types);
await writeFile(`${outdir}/licences.txt`, await licences(result.metafile));

const WEBP = `${outdir}/webp.wasm`;
await copyFile('node_modules/@jsquash/webp/codec/dec/webp_dec.wasm', WEBP);

const {outputs} = result.metafile;
await joinChunks(result.metafile, outdir, GROUPS);

await plainBuiltins(
  Object.keys(outputs).filter(file => file.endsWith('.js') && outputs[file].entryPoint !== CLI),
);

// What an earlier build left goes last, so that a program that is running never misses a chunk.
const written = new Set(
  [...Object.keys(outputs), `${outdir}/index.d.ts`, `${outdir}/licences.txt`, WEBP].map(file =>
    resolve(file),
  ),
);
for (const file of await readdir(outdir, {recursive: true, withFileTypes: true})) {
  const path = resolve(file.parentPath, file.name);
  if (file.isFile() && !written.has(path)) await rm(path);
}
await writeFile(`${outdir}/meta.json`, JSON.stringify(result.metafile));
