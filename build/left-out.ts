import type {Plugin} from 'esbuild';

/*
 * Packages that are asked for on the way and are not needed: other copies of one package, parts of
 * marked-terminal, imapflow, rst-compiler and linkedom. Here whole packages are chosen or left out;
 * build/patches.ts changes what is inside of one.
 */

/**
 * Two of chalk and three of ansi-styles would be loaded before the first frame, since packages ask for
 * different versions, and each builds its table of styles. The newest of each has what the others have, and
 * serves all: 12 kB and a millisecond or two less. Ends when ink-text-input, wrap-ansi and ansi-tokenize ask
 * for the same versions as Ink.
 */
const ASKED_BY: Readonly<Record<string, RegExp>> = {
  chalk: /[\\/]ink-text-input[\\/]/,
  'ansi-styles': /[\\/](wrap-ansi|ansi-tokenize)[\\/]/,
};

/** From where the newest copy is found. */
const NEWEST: Readonly<Record<string, string>> = {chalk: 'node_modules/ink/build', 'ansi-styles': '.'};

const FOUND = Symbol('found');

export const oneCopy: Plugin = {
  name: 'one-copy',
  setup(build) {
    build.onResolve({filter: /^(chalk|ansi-styles)$/}, ({path, importer, kind, pluginData}) => {
      const resolveDir = NEWEST[path];
      return resolveDir !== undefined && pluginData !== FOUND && ASKED_BY[path]?.test(importer)
        ? build.resolve(path, {kind, resolveDir, pluginData: FOUND})
        : undefined;
    });
  },
};

/**
 * marked-terminal brings a highlighter (cli-highlight, with all languages of highlight.js), a table
 * (cli-table3) and names of emoji (node-emoji): 1.2 MB that take 60 ms and 70 MB to load. Inkwell asks it for
 * inline text alone, so they stay out of the bundle; a call of one of them fails loudly. Ends when
 * marked-terminal loads them on first use.
 */
const UNUSED: Readonly<Record<string, readonly string[]>> = {
  'cli-highlight': ['highlight'],
  'cli-table3': ['default'],
  // imapflow logs to standard output, speaks to proxies and decodes envelopes and parts; here postal-mime
  // decodes.
  pino: ['default'],
  socks: ['SocksClient'],
  libmime: ['default'],
  'encoding-japanese': ['default'],
  // rst-compiler sets formulas as HTML; here they stay as they were written.
  katex: ['default'],
  // linkedom reads style sheets for who asks a page for its styles; nobody does.
  'cssomnom/parse': ['parse'],
  'node-emoji': ['get', 'emojify', 'has', 'find', 'search', 'strip', 'unemojify', 'which', 'replace'],
};

export const leanTypesetter: Plugin = {
  name: 'lean-typesetter',
  setup(build) {
    build.onResolve(
      {filter: new RegExp(`^(?:${['shiki', ...Object.keys(UNUSED)].join('|')})$`)},
      ({path, importer}) =>
        /[\\/](?:marked-terminal|rst-compiler|imapflow|mailsplit|linkedom)[\\/]/.test(importer)
          ? {path, namespace: 'unused'}
          : undefined,
    );
    // encoding-sniffer asks for the names of encodings; Node itself decodes.
    build.onResolve({filter: /^@exodus\/bytes\/encoding\.js$/}, ({kind, resolveDir}) =>
      build.resolve('@exodus/bytes/encoding-lite.js', {kind, resolveDir}),
    );
    // Of iconv-lite imapflow asks for the names of folders alone, which need none of its 400 kB of tables.
    build.onResolve({filter: /^\.\/tables\/[\w-]+\.json$/}, ({importer}) =>
      /[\\/]iconv-lite[\\/]/.test(importer) ? {path: 'tables', namespace: 'unused'} : undefined,
    );
    build.onLoad({filter: /.*/, namespace: 'unused'}, ({path}) => ({contents: failing(path)}));
  },
};

/**
 * rst-compiler looks languages up in shiki's list, which would bring ten megabytes of grammars: the list is
 * empty.
 */
const NO_LANGUAGES = 'export const bundledLanguagesInfo = [];';

function failing(name: string): string {
  if (name === 'shiki') return NO_LANGUAGES;
  if (name === 'tables') return 'module.exports = [];';
  const lines = (UNUSED[name] ?? []).map(
    id => `${id === 'default' ? 'export default' : `export const ${id} =`} () => unused();`,
  );
  return `const unused = () => { throw new Error('${name} is not part of Inkwell'); };\n${lines.join('\n')}`;
}
