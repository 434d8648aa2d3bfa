/*
 * marked-terminal brings a highlighter (cli-highlight, with all languages of highlight.js), a table (cli-table3) and
 * names of emoji (node-emoji): 1.2 MB that take 60 ms and 70 MB to load. Inkwell asks it for what is inline alone; its
 * blocks, code and tables are laid out by Inkwell's own layout, and its emoji are turned off. So they stay out of the
 * bundle; what should call one of them after all fails loudly. rst-compiler brings a highlighter (shiki, 14 MB) and a
 * typesetter of formulas (katex) for its own HTML; Inkwell asks it for the parsed text alone.
 */

const UNUSED = {
  'cli-highlight': ['highlight'],
  'cli-table3': ['default'],
  katex: ['default'],
  shiki: ['bundledLanguagesInfo'],
  'node-emoji': ['get', 'emojify', 'has', 'find', 'search', 'strip', 'unemojify', 'which', 'replace'],
};

export const leanTypesetter = {
  name: 'lean-typesetter',
  setup({onResolve, onLoad}) {
    onResolve({filter: /^(?:cli-highlight|cli-table3|node-emoji|katex|shiki)$/}, ({path, importer}) =>
      /[\\/](?:marked-terminal|rst-compiler)[\\/]/.test(importer) ? {path, namespace: 'unused'} : undefined,
    );
    onLoad({filter: /.*/, namespace: 'unused'}, ({path}) => ({contents: failing(path)}));
  },
};

function failing(name) {
  const lines = UNUSED[name].map(
    id => `${id === 'default' ? 'export default' : `export const ${id} =`} () => unused();`,
  );
  return `const unused = () => { throw new Error('${name} is not part of Inkwell'); };\n${lines.join('\n')}`;
}
