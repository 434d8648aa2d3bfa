/**
 * Names that authors write behind a fence, by the highlighter's name for the same, or for a language that
 * looks like it.
 */
const NAMES = {
  js: 'javascript jsx mjs cjs node',
  ts: 'typescript tsx mts',
  py: 'python python3',
  rs: 'rust',
  go: 'golang',
  bash: 'sh shell zsh fish console',
  c: 'c++ cpp h hpp',
  java: 'cs csharp c# kotlin kt scala swift dart',
  yaml: 'yml',
  md: 'markdown mdx',
  docker: 'dockerfile',
  make: 'makefile',
  pl: 'perl',
  xml: 'svg',
  html: 'vue svelte',
  css: 'scss less',
  json: 'json5 jsonc',
  diff: 'patch',
  sql: 'psql postgresql mysql',
  ini: 'properties',
};

export const ALIASES: ReadonlyMap<string, string> = new Map(
  Object.entries(NAMES).flatMap(([name, aliases]) =>
    aliases.split(' ').map((alias): [string, string] => [alias, name]),
  ),
);
