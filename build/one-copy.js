/*
 * On the way to the first frame stand two of chalk and three of ansi-styles, since packages ask for different versions.
 * Each builds its table of styles when it is loaded. The newest of each has what the others have, and serves all.
 */

/** Whom each package is asked of, by a part of the asking file's path. */
const ASKED_BY_INK = {
  chalk: /[\\/]ink-text-input[\\/]/,
  'ansi-styles': /[\\/](wrap-ansi|ansi-tokenize)[\\/]/,
};

/** From where the newest copy is found. */
const NEWEST = {chalk: 'node_modules/ink/build', 'ansi-styles': '.'};

export const oneCopy = {
  name: 'one-copy',
  setup({onResolve, resolve}) {
    onResolve({filter: /^(chalk|ansi-styles)$/}, ({path, importer, kind, pluginData}) =>
      pluginData !== FOUND && ASKED_BY_INK[path].test(importer)
        ? resolve(path, {kind, resolveDir: NEWEST[path], pluginData: FOUND})
        : undefined,
    );
  },
};

const FOUND = Symbol('found');
