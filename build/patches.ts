import {readFile} from 'node:fs/promises';
import {dirname} from 'node:path';
import type {Plugin} from 'esbuild';
import {lateSegmenters, oneSegmenter, plainWidths} from './late-segmenters.ts';
import {rememberRows} from './row-memory.ts';
import {rememberTexts, rememberWidths} from './text-memory.ts';

/*
 * All that Inkwell changes in the packages that it bundles. Nothing in node_modules is edited: a change is
 * made while the bundle or a unit test loads the file, and fails when the package is no longer as it was.
 * Each package is pinned to its exact version in package.json.
 */

export type Patch = Readonly<{
  /** The package and the version that the patch was written for. */
  of: readonly [name: string, version: string];
  /** Files of the package. */
  file: RegExp;
  reason: string;
  /** Measured with and without it; docs/performance.md has the conditions. */
  figures: string;
  /** The part of the package that it relies on. */
  dependsOn: string;
  /** The upstream change that would end it. */
  endsWhen: string;
  change: (source: string, path: string) => string;
}>;

const SEGMENTERS = {
  reason: 'Segmenters and the emoji expression are made when the first text needs them, not at start.',
  figures: 'First frame of a list in Ink 95.6 → 77.2 ms; the first text with an emoji pays it.',
  endsWhen: 'The package makes its Segmenter on first use.',
} as const;

export const PATCHES: readonly Patch[] = [
  {
    of: ['yoga-layout', '3.2.1'],
    file: /yoga-layout[\\/]dist[\\/]src[\\/]index\.js$/,
    reason:
      'Yoga fetches its WebAssembly from a data: address, which loads Node’s fetch and makes importers wait.',
    figures: 'First frame 118 → 98 ms, 13 MB less.',
    dependsOn: 'loadYoga, wrapAssembly and instantiateWasm of Emscripten’s output.',
    endsWhen: 'yoga-layout has an entry that instantiates synchronously from bytes.',
    change: () => SYNCHRONOUS_YOGA,
  },
  {
    of: ['yoga-layout', '3.2.1'],
    file: /yoga-wasm-base64-esm\.js$/,
    reason: 'The bytes are exported, for the patch above.',
    figures: 'See above.',
    dependsOn: 'One data: address in the file.',
    endsWhen: 'See above.',
    change: exportBytes,
  },
  {
    of: ['ink', '8.0.0'],
    file: /ink[\\/]build[\\/]output\.js$/,
    reason: 'Ink reads every row of a frame into cells and back, changed or not; here rows are remembered.',
    figures: 'Setting a frame after a move 4.8 → 0.1 ms at 100×30.',
    dependsOn: 'The class Output: operations, caches, sliceLineToColumns, and three functions of the module.',
    endsWhen: 'Ink remembers rows between frames.',
    change: rememberRows,
  },
  {
    of: ['ink', '8.0.0'],
    file: /ink[\\/]build[\\/]squash-text-nodes\.js$/,
    reason: 'Ink joins and cleans the text of each <Text> twice a frame; here the result is remembered.',
    figures: 'A `j` 6.5–7.0 → 4.7–5.1 ms of processor time, with the next one.',
    dependsOn: 'The function squashTextNodes and the shape of its nodes.',
    endsWhen: 'Ink remembers the text of an unchanged <Text>.',
    change: rememberTexts,
  },
  {
    of: ['ink', '8.0.0'],
    file: /ink[\\/]build[\\/]render-node-to-output\.js$/,
    reason: 'Widths are measured by Ink’s own function that remembers them.',
    figures: 'See above.',
    dependsOn: 'The import of widest-line, called once.',
    endsWhen: 'Ink calls measureText there.',
    change: rememberWidths,
  },
  {
    of: ['cli-truncate', '6.2.0'],
    file: /[\\/]cli-truncate[\\/]index\.js$/,
    ...SEGMENTERS,
    dependsOn: 'One `new Intl.Segmenter()` for each text.',
    change: oneSegmenter,
  },
  {
    of: ['string-width', '8.3.0'],
    file: /[\\/]string-width[\\/]index\.js$/,
    reason: `${SEGMENTERS.reason} A text of characters of one cell each is as wide as it is long.`,
    figures: 'With the row memory’s runs: a page of rows 41.7 → 19.3 ms of processor time, 25 MB less.',
    dependsOn: 'The constants at the head of the module, and its short way for ASCII.',
    endsWhen: 'The package asks less of characters that are one cell each.',
    change: plainWidths,
  },
  {
    of: ['postal-mime', '4.0.0'],
    file: /postal-mime[\\/]dist[\\/]esm[\\/](?:pass-through|base64|qp)-decoder\.js$/,
    reason: 'The lines of each part go through a Blob and its message channel; here they are joined at once.',
    figures: '5,000 letters of 27 kB, read and stored: 21.7 → 18.9 s of processor time on a busy machine.',
    dependsOn: 'One `new Blob(this.chunks, …)` in each of three decoders.',
    endsWhen: 'postal-mime joins the bytes itself.',
    change: joinBytes,
  },
  ...(
    [
      ['wrap-ansi', '10.0.2', /[\\/]wrap-ansi[\\/]index\.js$/],
      ['slice-ansi', '10.0.1', /slice-ansi[\\/]tokenize-ansi\.js$/],
      ['@alcalzone/ansi-tokenize', '0.3.2', /ansi-tokenize[\\/]build[\\/]tokenize\.js$/],
      ['ink', '8.0.0', /ink[\\/]build[\\/]line-update\.js$/],
    ] as const
  ).map(([name, version, file]): Patch => ({
    of: [name, version],
    file,
    ...SEGMENTERS,
    dependsOn: 'Constants at the head of the module that hold a Segmenter or `rgiEmojiRegex`.',
    change: lateSegmenters,
  })),
  {
    of: ['meow', '14.1.0'],
    file: /meow[\\/]build[\\/]dependencies\.js$/,
    reason: 'meow brings what finds and normalizes a package.json; Inkwell gives it one.',
    figures: 'Taking flags apart loads 36 kB instead of 130.',
    dependsOn: 'Three statements: requireLib$1(), requireNormalize(), promisify(execFile).',
    endsWhen: 'meow loads them when they are needed.',
    change: withoutPackages,
  },
];

const SYNCHRONOUS_YOGA = `
  import loadYoga, {bytes} from '../binaries/yoga-wasm-base64-esm.js';
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
  export * from './generated/YGEnums.js';`;

function exportBytes(source: string): string {
  const [whole, base64] = /data:application\/octet-stream;base64,([\w+/=]+)/.exec(source) ?? [];
  if (whole === undefined) throw new Error('yoga-layout has changed: its WebAssembly was not found');
  return `${source.replace(whole, '')}\nexport const bytes = Buffer.from('${base64}', 'base64');\n`;
}

function withoutPackages(source: string): string {
  const unneeded = ['= requireLib$1();', '= requireNormalize();', 'promisify(execFile);'];
  return unneeded.reduce((text, statement) => {
    const [before, after, ...more] = text.split(`${statement}\n`);
    if (after === undefined || more.length > 0)
      throw new Error(`meow has changed: it has no single "${statement}"`);
    return `${before}${statement.startsWith('=') ? '= {};' : ''}\n${after}`;
  }, source);
}

function joinBytes(source: string): string {
  const [whole] = /blobToArrayBuffer\(new Blob\(this\.chunks, \{[^}]*\}\)\)/.exec(source) ?? [];
  if (whole === undefined) throw new Error('postal-mime has changed: its decoders have no Blob');
  const bytes = 'Buffer.concat(this.chunks.map(chunk => Buffer.from(chunk)))';
  return source.replace(whole, `Uint8Array.from(${bytes}).buffer`);
}

/** The patch of a file; copies that another package brings for itself stay as they are. */
function patchOf(path: string): Patch | undefined {
  const isOwn = path.split('node_modules').length === 2;
  return isOwn ? PATCHES.find(({file}) => file.test(path)) : undefined;
}

/** The patched text of a file; undefined for one that stays as it is. */
export function patched(source: string, path: string): string | undefined {
  return patchOf(path)?.change(source, path);
}

/** Makes the patches in a bundle. */
export const patches: Plugin = {
  name: 'patches',
  setup(build) {
    for (const {file} of PATCHES)
      build.onLoad({filter: file}, async ({path}) => {
        const contents = patched(await readFile(path, 'utf8'), path);
        return contents === undefined ? undefined : {contents, resolveDir: dirname(path)};
      });
  },
};
