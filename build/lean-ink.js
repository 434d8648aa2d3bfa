/*
 * Takes out of Ink's start-up what measurements showed to be waste. Nothing in node_modules is edited: the changes are
 * made while bundling, and each fails the build when the package is no longer as it was. docs/performance.md has the
 * figures.
 */
import {readFile} from 'node:fs/promises';
import {dirname} from 'node:path';
import {rememberTexts, rememberWidths} from './lean-text.js';
import {rememberRows} from './row-memory.js';

/** Characters that are one grapheme each, one cell or none, and never an emoji: for them no Segmenter is needed. */
export const PLAIN = String.raw`/^[\x00-\x0c\x0e-\x7e\xa0-\xac\xae-\u024f\u0400-\u0482\u048a-\u04ff\u2010-\u2027\u20ac\u2190-\u2193\u2500-\u25fc\u25ff\u2605\u2606\u2713]*$/`;

export const leanInk = {
  name: 'lean-ink',
  setup({onLoad}) {
    // Yoga as shipped fetches its WebAssembly from a data: URL, which loads Node's fetch (20 ms, 13 MB) and makes
    // every importer asynchronous. The same bytes are instantiated synchronously instead.
    onLoad({filter: /yoga-layout[\\/]dist[\\/]src[\\/]index\.js$/}, () => ({contents: SYNCHRONOUS_YOGA}));
    onLoad({filter: /yoga-wasm-base64-esm\.js$/}, async ({path, suffix}) => {
      const text = await readFile(path, 'utf8');
      const data = /data:application\/octet-stream;base64,([\w+/=]+)/.exec(text);
      if (!data) throw new Error('yoga-layout has changed: its WebAssembly was not found');
      return suffix === '?bytes'
        ? {contents: Buffer.from(data[1], 'base64'), loader: 'binary'}
        : {contents: text.replace(data[0], '')};
    });
    onLoad({filter: /ink[\\/]build[\\/]output\.js$/}, async ({path}) => ({
      contents: rememberRows(await readFile(path, 'utf8')),
    }));
    onLoad({filter: /ink[\\/]build[\\/]squash-text-nodes\.js$/}, async ({path}) => ({
      contents: rememberTexts(await readFile(path, 'utf8')),
      resolveDir: dirname(path),
    }));
    onLoad({filter: /ink[\\/]build[\\/]render-node-to-output\.js$/}, async ({path}) => ({
      contents: rememberWidths(await readFile(path, 'utf8')),
      resolveDir: dirname(path),
    }));
    // Creating a Segmenter and compiling the emoji expression costs 18 ms at start; most text needs neither.
    onLoad({filter: /[\\/]cli-truncate[\\/]index\.js$/}, async ({path}) => ({
      contents: oneSegmenter(await readFile(path, 'utf8'), path),
    }));
    onLoad({filter: MAKES_SEGMENTER}, async ({path}) =>
      isOldCopy(path) ? undefined : {contents: lazily(await readFile(path, 'utf8'), path)},
    );
  },
};

const MAKES_SEGMENTER =
  /[\\/](string-width|wrap-ansi)[\\/]index\.js$|slice-ansi[\\/]tokenize-ansi\.js$|ansi-tokenize[\\/]build[\\/]tokenize\.js$|ink[\\/]build[\\/]line-update\.js$/;

/** What marked-terminal brings for itself is older, and is not loaded at the start. */
function isOldCopy(path) {
  return path.split('node_modules').length > 2;
}

const SYNCHRONOUS_YOGA = `
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
  export * from './generated/YGEnums.js';`;

/** cli-truncate makes a Segmenter for each text that it cuts; this gives it one, made when it is needed. */
function oneSegmenter(source, path) {
  const line = 'const truncateSegmenter = new Intl.Segmenter();\n';
  return lazily(`${line}${source.replace('new Intl.Segmenter().', 'truncateSegmenter.')}`, path);
}

/** The source of a module with its Segmenters and its emoji expression made when the first text needs them. */
export function lazily(source, path) {
  const changed = source
    .replaceAll(
      /^const (\w+) = (new Intl\.Segmenter\([^)]*\));/gm,
      `let $1Made; const $1 = {segment(text) {
        if (${PLAIN}.test(text)) {
          const all = Array.from(text, (segment, index) => ({segment, index, input: text}));
          all.containing = index => all[index ?? 0];
          return all;
        }
        return ($1Made ??= $2).segment(text);
      }};`,
    )
    .replace(
      /^const rgiEmojiRegex = (.*);/m,
      `let rgiEmojiMade; const rgiEmojiRegex = {test: text => text.length === 1 && ${PLAIN}.test(text) ? false : (rgiEmojiMade ??= $1).test(text)};`,
    );
  if (changed === source) throw new Error(`${path} has changed: it makes no Segmenter at its start any more`);
  return changed;
}
