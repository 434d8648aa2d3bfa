import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {isArticleFile, isArticleFolder, nameOf} from './choice.ts';
import {dateIn} from './article/names.ts';

/** Which part of a folder holds articles, where it is the whole site of a generator. */
export type Site = Readonly<{
  entersFolder(path: string): boolean;
  takesFile(path: string): boolean;
}>;

/** Folders beside the content that hold the site's looks and what was built from it. */
const BESIDE =
  /^(?:public|resources|themes|layouts|archetypes|static|assets|data|i18n|templates|sass|dist|build|out|src\/components|src\/layouts|src\/pages|docs\/_build)$/u;
/** By these a site of Hugo or Zola is known; the site's own words are in them too. */
export const HUGO_FILES = [
  'hugo.toml',
  'hugo.yaml',
  'hugo.yml',
  'hugo.json',
  'config.toml',
  'config.yaml',
  'config.yml',
  'zola.toml',
];

export function siteIn(root: string): Site {
  const has = (path: string) => existsSync(join(root, path));
  const isHugo = has('content') && HUGO_FILES.some(has);
  const isAstro = has('src/content');
  const isJekyll = has('_posts') && (has('_config.yml') || has('_config.yaml') || has('_config.toml'));
  const content = isHugo ? 'content' : isAstro ? 'src/content' : undefined;
  return {
    entersFolder: path =>
      isArticleFolder(path) &&
      !isPeople(path) &&
      (content === undefined || isOnTheWay(path, content)) &&
      !(isJekyll && BESIDE.test(path)),
    takesFile: path =>
      isArticleFile(path) &&
      (content === undefined || path.startsWith(`${content}/`)) &&
      (!isJekyll || isPost(path)),
  };
}

function isOnTheWay(path: string, content: string): boolean {
  return path === content || path.startsWith(`${content}/`) || content.startsWith(`${path}/`);
}

/** In a whole Jekyll site articles have their day in their name; the rest are its pages. */
function isPost(path: string): boolean {
  return /(?:^|\/)_[\w-]+\//u.test(path) || dateIn(nameOf(path)) !== undefined;
}

function isPeople(path: string): boolean {
  return /^(?:_authors|data\/authors|_data\/authors|content\/authors|authors)$/u.test(path);
}
