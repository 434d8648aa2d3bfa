/** The marks that a generator's Markdown has beside Markdown's own. */
export type Dialect = Readonly<{
  /** `{{< name >}}` and `{{% name %}}`, as Hugo has them. */
  shortcodes: boolean;
  /** `{% tag %}` and `{{ value }}`: Liquid, Nunjucks, Tera. */
  liquid: boolean;
  /** `:::note`, `!!! note`. */
  containers: boolean;
  /** Components and imports: MDX, Vue. */
  components: boolean;
  /** `[[page]]`: always, only where a file of that name is there, or never. */
  wiki: 'always' | 'if-there' | 'never';
  /** Logseq's outlines: properties, block references. */
  outline: boolean;
}>;

const NONE: Dialect = {
  shortcodes: false,
  liquid: false,
  containers: false,
  components: false,
  wiki: 'if-there',
  outline: false,
};
/** Nobody says who made the folder: a file with a head is taken for a generator's, whichever it is. */
export const ANY: Dialect = {
  ...NONE,
  shortcodes: true,
  liquid: true,
  containers: true,
  components: true,
  wiki: 'always',
};
/** A text without a head: templates in it are its author's words. */
export const PLAIN: Dialect = {...ANY, shortcodes: false, liquid: false};

export type Generator = Readonly<{
  name: string;
  /** Known by one of these paths; those in one list belong together. */
  signs: readonly (string | readonly string[])[];
  /** Folders that hold its texts; the whole folder where none of them is there. */
  content?: readonly string[];
  /** Folders that hold its looks, its data and what it built. */
  beside?: RegExp;
  /** Files and folders whose name begins with `_` are parts of others. */
  hidesUnderscored?: true;
  /** Dates that are still to come are held back. */
  hidesFuture?: true;
  dialect: Dialect;
}>;

const SCRIPTS = ['js', 'mjs', 'cjs', 'ts', 'mts'];
const scripts = (name: string): readonly string[] => SCRIPTS.map(ending => `${name}.${ending}`);

const LOOKS = 'themes|layouts|archetypes|static|assets|resources|templates|sass|i18n|scaffolds|node_modules';
const BUILT = 'public|dist|build|out|_site';
const beside = (...names: readonly string[]): RegExp =>
  new RegExp(`^(?:${[LOOKS, BUILT, 'data|_data', ...names].join('|')})$`, 'u');

/** By these a site of Hugo or Zola is known; the site's own words are in them too. */
export const HUGO_FILES = [
  'hugo.toml',
  'hugo.yaml',
  'hugo.yml',
  'hugo.json',
  'config/_default/hugo.toml',
  'config/_default/hugo.yaml',
  'config/_default/config.toml',
  'config/_default/config.yaml',
  'config.toml',
  'config.yaml',
  'config.yml',
  'config.json',
  'zola.toml',
];

/** Asked in this order. */
export const GENERATORS: readonly Generator[] = [
  {
    name: 'logseq',
    signs: ['logseq/config.edn', ['pages', 'journals']],
    beside: beside('logseq', 'draws'),
    dialect: {...NONE, wiki: 'always', outline: true},
  },
  {name: 'obsidian', signs: ['.obsidian', '.foam', 'dendron.yml'], dialect: {...NONE, wiki: 'always'}},
  {
    name: 'hexo',
    signs: ['source/_posts', 'scaffolds', '_config.landscape.yml'],
    content: ['source'],
    beside: beside('source/_data'),
    dialect: {...NONE, liquid: true},
  },
  {
    name: 'pelican',
    signs: ['pelicanconf.py'],
    content: ['content'],
    beside: beside('output', 'plugins'),
    dialect: {...NONE, liquid: true},
  },
  {
    name: 'nikola',
    signs: [['conf.py', 'posts']],
    content: ['posts', 'pages', 'stories'],
    beside: beside('output', 'cache'),
    dialect: {...NONE, shortcodes: true},
  },
  {
    name: 'zola',
    signs: ['zola.toml', ['config.toml', 'content', 'templates'], ['config.toml', 'content', 'sass']],
    content: ['content'],
    dialect: {...NONE, liquid: true},
  },
  {
    name: 'hugo',
    signs: HUGO_FILES.map(file => [file, 'content']),
    content: ['content'],
    hidesFuture: true,
    dialect: {...NONE, shortcodes: true},
  },
  {
    name: 'docusaurus',
    signs: scripts('docusaurus.config'),
    content: ['blog', 'docs', 'src/pages'],
    beside: beside(),
    hidesUnderscored: true,
    dialect: {...NONE, containers: true, components: true},
  },
  {
    name: 'vitepress',
    signs: ['.vitepress', 'docs/.vitepress'],
    beside: beside(),
    dialect: {...NONE, containers: true, components: true, liquid: true},
  },
  {
    name: 'vuepress',
    signs: ['.vuepress', 'docs/.vuepress'],
    beside: beside(),
    dialect: {...NONE, containers: true, components: true, liquid: true},
  },
  {
    name: 'gatsby',
    signs: scripts('gatsby-config'),
    beside: beside('src/components', 'src/templates'),
    dialect: {...NONE, components: true},
  },
  {
    name: 'eleventy',
    signs: [...scripts('.eleventy'), ...scripts('eleventy.config')],
    beside: beside('_includes', '_layouts'),
    dialect: {...NONE, liquid: true},
  },
  {
    name: 'astro',
    signs: [...scripts('astro.config'), 'src/content'],
    content: ['src/content', 'src/pages', 'src/data'],
    hidesUnderscored: true,
    dialect: {...NONE, components: true, containers: true},
  },
  {
    name: 'mkdocs',
    signs: ['mkdocs.yml'],
    content: ['docs'],
    beside: beside('site', 'overrides'),
    dialect: {...NONE, containers: true, liquid: true},
  },
  {name: 'mdbook', signs: ['book.toml'], content: ['src'], beside: beside('book'), dialect: NONE},
  {
    name: 'sphinx',
    signs: [
      ['conf.py', 'index.rst'],
      ['conf.py', 'index.md'],
      ['source/conf.py', 'source/index.rst'],
    ],
    beside: beside('_build', '_static', '_templates'),
    dialect: NONE,
  },
  {
    name: 'jekyll',
    signs: ['_posts', '_config.yml', '_config.yaml', '_config.toml'],
    beside: beside('_includes', '_layouts', '_sass'),
    hidesFuture: true,
    dialect: {...NONE, liquid: true},
  },
];
