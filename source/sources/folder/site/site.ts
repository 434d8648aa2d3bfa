import {existsSync, readdirSync} from 'node:fs';
import {dirname, join, relative, sep} from 'node:path';
import {PEOPLE_FOLDERS} from '../about/publication.ts';
import {dateIn} from '../article/names.ts';
import {ABOUT_REPOSITORY, FOR_MACHINES, isText, isUnreadText, nameOf, PACKAGES, PLUMBING} from './choice.ts';
import {GENERATORS} from './generators.ts';
import type {Generator} from './generators.ts';

/**
 * A verdict on a file: it is read; it is read and passed over if it has no head; or the reason why it is
 * passed over.
 */
export type Verdict = 'read' | 'if-headed' | Passed;

/** Passed over; `why` is the rest of a sentence that begins with the names. */
export type Passed = Readonly<{why: string}>;

/** The parts of a folder that hold articles, where it is the whole site of a generator. */
export type Site = Readonly<{
  generator?: Generator;
  /** The generator's home: the folder itself, or one around it. */
  home: string;
  /** Undefined for a folder of a generator's or a package manager's own. */
  judgeFolder(path: string): 'enter' | Passed | undefined;
  /** Undefined for files that are no text at all, and for what a generator keeps beside its content. */
  judge(path: string): Verdict | undefined;
}>;

export function siteIn(root: string): Site {
  const names = namesIn(root);
  const {generator, home} = generatorAround(root);
  const isWhole = home === root && generator !== undefined;
  const content = isWhole ? contentOf(root, generator) : [];
  const isHeldByPosts = isWhole && /^(?:jekyll|hexo)$/u.test(generator.name) && hasPosts(root, content);
  const isBesideManifest = names.some(name =>
    /^(?:Gemfile|composer\.json|go\.mod|package\.json|Cargo\.toml)$/u.test(name),
  );
  return {
    home,
    ...(generator && {generator}),
    judgeFolder(path) {
      const name = nameOf(path);
      if (name.startsWith('.') || PACKAGES.test(name)) return undefined;
      if (/^vendor$/iu.test(name))
        return (isBesideManifest && path === name) || isVendored(join(root, path)) ? VENDORED : 'enter';
      if (isPeople(path)) return generator ? undefined : PEOPLE;
      if (PLUMBING.test(name)) return generator ? undefined : ASIDE;
      if (!isWhole) return 'enter';
      if (generator.hidesUnderscored && name.startsWith('_')) return undefined;
      const isWanted =
        content.length > 0
          ? content.some(folder => isOnTheWay(path, folder))
          : !(generator.beside?.test(path) ?? false);
      return isWanted ? 'enter' : undefined;
    },
    judge(path) {
      const name = nameOf(path);
      if (name.startsWith('.')) return undefined;
      if (content.length > 0 && !content.some(folder => path.startsWith(`${folder}/`)))
        return isText(path) && path.includes('/') ? undefined : rootFile(path, names);
      if (!isText(path)) return isUnreadText(path) ? UNREAD : undefined;
      if (isWhole && generator.hidesUnderscored && name.startsWith('_')) return PART;
      if (/^_index\.\w+$/u.test(name)) return isWhole ? undefined : SECTION;
      if (FOR_MACHINES.test(name)) return MACHINES;
      if (isHeldByPosts && !isPost(path))
        return path.includes('/') || /\.html?$/iu.test(path) || isPage(name) ? PAGE : REPOSITORY;
      if (generator?.name === 'pelican' && isWhole && /^[^/]+\/pages\//u.test(path)) return PAGE;
      return isAboutRepository(path, names) ? 'if-headed' : 'read';
    },
  };
}

const VENDORED = {why: 'hold packages of other people'};
const PEOPLE = {why: 'describe authors'};
const ASIDE = {why: 'hold templates, data or drafts, by their names'};
const UNREAD = {why: 'are in a format that Inkwell does not read'};
const PART = {why: 'are parts of other pages, by the first sign of their names'};
const SECTION = {why: 'introduce sections'};
const MACHINES = {why: 'are meant for machines'};
const PAGE = {why: 'are pages of the site, not posts'};
/** Said of a file without a head that a repository has. */
export const REPOSITORY = {why: 'are about the repository'};

/** Beside the content stand only the repository's own papers. */
function rootFile(path: string, names: readonly string[]): Verdict | undefined {
  return isText(path) && isAboutRepository(path, names) ? REPOSITORY : undefined;
}

/**
 * At the top of a folder, and in one that itself looks like a repository's: elsewhere the name is a subject.
 */
function isAboutRepository(path: string, names: readonly string[]): boolean {
  if (path.includes('/')) return /(?:^|\/)\.github\//u.test(path);
  const bare = path.replace(/\.\w+$/u, '');
  if (!ABOUT_REPOSITORY.test(bare)) return false;
  return (
    /^(?:readme|licen[cs]e|copying|contributing|code[-_]of)/iu.test(bare) ||
    names.some(name =>
      /^(?:\.git|\.github|package\.json|readme(?:\.\w+)?|licen[cs]e(?:\.\w+)?)$/iu.test(name),
    )
  );
}

function isPage(name: string): boolean {
  return !ABOUT_REPOSITORY.test(name.replace(/\.\w+$/u, ''));
}

/**
 * The generator of a folder, or of one around it: an article is written alike wherever in its site the reader
 * opens it. The search ends at a repository's root.
 */
export function generatorAround(path: string): {generator?: Generator; home: string} {
  let folder = path;
  for (let level = 0; level < FURTHEST; level++) {
    const generator = generatorAt(
      folder,
      level > 0 ? relative(folder, path).split(sep).join('/') : undefined,
    );
    if (generator) return {generator, home: folder};
    const parent = dirname(folder);
    if (parent === folder || existsSync(join(folder, '.git'))) break;
    folder = parent;
  }
  return {home: path};
}

const FURTHEST = 8;

/**
 * `below`: the part of it that was opened. A folder called `posts` or `_posts` alone says nothing of those
 * around it.
 */
function generatorAt(root: string, below: string | undefined): Generator | undefined {
  const names = new Set(namesIn(root));
  const has = (sign: string) => (sign.includes('/') ? existsSync(join(root, sign)) : names.has(sign));
  return GENERATORS.find(({signs, content}) => {
    const isHere = signs.some(sign => (typeof sign === 'string' ? has(sign) : sign.every(has)));
    if (!isHere || below === undefined) return isHere;
    return (
      content === undefined || content.some(folder => below === folder || below.startsWith(`${folder}/`))
    );
  });
}

function namesIn(root: string): readonly string[] {
  try {
    return readdirSync(root);
  } catch {
    return [];
  }
}

/** The folder of texts, or another one that the settings name; see publication.ts for what else they say. */
function contentOf(root: string, {content = []}: Generator): readonly string[] {
  return content.filter(folder => existsSync(join(root, folder)));
}

function hasPosts(root: string, content: readonly string[]): boolean {
  return ['', ...content].some(folder => existsSync(join(root, folder, '_posts')));
}

/** True for a folder with the marks of a package manager. */
function isVendored(path: string): boolean {
  return ['bundle', 'modules.txt', 'autoload.php', 'cache', 'gems', 'node_modules'].some(name =>
    existsSync(join(path, name)),
  );
}

function isOnTheWay(path: string, content: string): boolean {
  return path === content || path.startsWith(`${content}/`) || content.startsWith(`${path}/`);
}

/** Articles have their day in their name, or lie in a collection; the rest are the site's pages. */
function isPost(path: string): boolean {
  return /(?:^|\/)_[\w-]+\//u.test(path) || dateIn(nameOf(path)) !== undefined;
}

function isPeople(path: string): boolean {
  return PEOPLE_FOLDERS.includes(path);
}
