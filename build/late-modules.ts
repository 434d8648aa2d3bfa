import {build as bundle, type BuildOptions, type Metafile, type Plugin} from 'esbuild';

/*
 * Packages that few texts ask for, and whose evaluation takes 5 to 18 ms each: tables of domains, entities,
 * encodings and line breaks, two parsers. Each becomes a CommonJS file of its own, which is required when one
 * of its functions is first called. A static import of them stays as it is in the source; only the bundle
 * differs. `import()` would not do: their callers are synchronous.
 */

type Late = Readonly<{
  /** As it is imported; a module of ours is matched by the end of its path. */
  module: RegExp;
  /** Its place, from the project's folder. */
  entry: string;
  /** Its exports: functions without state of their own, and classes that are only constructed. */
  functions?: readonly string[];
  classes?: readonly string[];
  /** Methods of what is exported as a whole. */
  methods?: readonly string[];
}>;

export const LATE: Readonly<Record<string, Late>> = {
  // Asked where the words of a link name a host.
  domains: {module: /^tldts$/, entry: 'tldts', functions: ['parse', 'getDomain', 'getDomainWithoutSuffix']},
  // Asked where a front matter is not of the simplest kind, and for a publication's settings.
  yaml: {module: /^yaml$/, entry: 'yaml', functions: ['parse', 'parseDocument']},
  // Asked for a text that is not UTF-8, and for pages.
  encodings: {module: /^encoding-sniffer$/, entry: 'encoding-sniffer', functions: ['getEncoding']},
  // Asked for text with scripts that break between letters.
  'line-breaks': {module: /^linebreak$/, entry: 'linebreak', classes: ['default']},
  // Asked for pages, newsletters' forms and feeds with inner bases.
  'markup-parser': {module: /^htmlparser2$/, entry: 'htmlparser2', classes: ['Parser']},
  // Asked where nothing matches a filter as typed.
  'fuzzy-search': {module: /^fuzzysort$/, entry: 'fuzzysort', methods: ['go']},
  // Asked where a text has a reference.
  entities: {
    module: /^entities$/,
    entry: 'entities',
    functions: ['decodeHTML', 'decodeHTMLStrict', 'decodeHTMLAttribute', 'decodeXML', 'escapeUTF8'],
  },
  // Asked for a pattern in a query, by library/search/pattern-engine.ts itself.
  patterns: {module: /^re2js$/, entry: 're2js', functions: ['RE2JS']},
  // Asked for bodies of HTML, and for blocks of it in Markdown.
  html: {
    module: /\/html\/html-to-markdown\.ts$/,
    entry: './source/html/html-to-markdown.ts',
    functions: ['htmlToMarkdown', 'htmlBlockToMarkdown'],
  },
};

/** Puts calls that load in place of the modules that our sources import. */
export const lateModules: Plugin = {
  name: 'late-modules',
  setup(build) {
    for (const [name, {module}] of Object.entries(LATE))
      build.onResolve({filter: module}, ({importer}) =>
        /[\\/]source[\\/](?!html[\\/])/.test(importer) ? {path: name, namespace: 'late-module'} : undefined,
      );
    build.onLoad({filter: /.*/, namespace: 'late-module'}, ({path}) => ({contents: calls(path)}));
  },
};

function calls(name: string): string {
  const {functions = [], classes = [], methods = []} = LATE[name] ?? {};
  return [
    "import {createRequire} from 'node:module';",
    'let loaded;',
    `const late = () => (loaded ??= createRequire(import.meta.url)('../late/${name}.cjs'));`,
    ...functions.map(id => `export const ${id} = (...given) => late().${id}(...given);`),
    ...(methods.length > 0
      ? [
          'const whole = () => late().default ?? late();',
          `export default {${methods.map(id => `${id}: (...given) => whole().${id}(...given)`).join()}};`,
        ]
      : []),
    ...classes.map(id => `${exported(id)} function (...given) { return new (late().${id})(...given); }`),
  ].join('\n');
}

const exported = (id: string): string => (id === 'default' ? 'export default' : `export const ${id} =`);

/** Writes the files that those calls load, and returns what they were made of. */
export async function buildLateModules(outdir: string, options: BuildOptions): Promise<Metafile> {
  const {metafile} = await bundle({
    ...options,
    entryPoints: Object.entries(LATE).map(([name, {entry}]) => ({in: entry, out: `late/${name}`})),
    outdir,
    splitting: false,
    format: 'cjs',
    outExtension: {'.js': '.cjs'},
    metafile: true,
  });
  return metafile;
}
