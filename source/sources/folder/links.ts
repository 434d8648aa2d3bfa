import {posix} from 'node:path';
import {namedBy} from './article/names.ts';

/** The targets of a generator's own references within the folder. */
export type Links = Readonly<{
  /** The file that is meant, as a path of the folder; undefined where there is none. */
  find(reference: string): string | undefined;
  /** Its address as a link of the article from which it is asked. */
  addressOf(path: string): string;
  titleOf(path: string): string;
}>;

export const NO_LINKS: Links = {
  find: () => undefined,
  addressOf: path => path,
  titleOf: path => namedBy(path).title,
};

/**
 * An index of the files of a folder by all the names by which texts call them. `titleOf` reads one when
 * asked.
 */
export function linksAmong(
  paths: readonly string[],
  titleOf: (path: string) => string | undefined = () => undefined,
): (from: string) => Links {
  let byName: ReadonlyMap<string, readonly string[]> | undefined;
  return from => ({
    find(reference) {
      byName ??= indexOf(paths);
      const [written = ''] = reference.trim().split(/[#?|^]/u, 1);
      if (written.trim() === '') return undefined;
      const bare = plain(written);
      const near = posix.join(posix.dirname(plain(from)), bare);
      const found = [near, bare, bare.replace(ROOTS, ''), posix.basename(bare)].flatMap(
        name => byName?.get(name) ?? [],
      );
      // Of several that are called alike: the one of that ending, else one of the ending of the text that
      // refers to it.
      const endings = [posix.extname(written.trim()), posix.extname(from)].filter(Boolean);
      const first = byName.get(near) ?? byName.get(bare) ?? found;
      return endings.map(ending => first.find(path => path.endsWith(ending))).find(Boolean) ?? first[0];
    },
    addressOf: path => encoded(posix.relative(posix.dirname(from), path)),
    titleOf: path => titleOf(path) ?? namedBy(path).title,
  });
}

/** Folders that generators leave out of references. */
const ROOTS = /^(?:content|source|src|docs|_posts|_pages|pages)\//u;

function indexOf(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const byName = new Map<string, string[]>();
  for (const path of paths) {
    for (const name of namesOf(plain(path))) {
      const called = byName.get(name);
      if (!called) byName.set(name, [path]);
      else if (called.length < MOST_ALIKE) called.push(path);
    }
  }
  return byName;
}

const MOST_ALIKE = 20;

/** From the whole path to the last word of it; a day in front of a name is often left out. */
function namesOf(path: string): readonly string[] {
  const index = path.replace(/\/(?:_?index|readme)$/u, '');
  const names = [path, index].flatMap(name => {
    const base = posix.basename(name);
    const undated = base.replace(/^\d{4}-\d{1,2}-\d{1,2}-(?=.)/u, '');
    const folder = posix.dirname(name) === '.' ? '' : `${posix.dirname(name)}/`;
    return [name, name.replace(ROOTS, ''), name.replace(/^[^/]+\//u, ''), folder + undated, base, undated];
  });
  return [...new Set(names)];
}

/** Without the slash in front, the ending, and what only some spell: case, and dashes for spaces. */
function plain(path: string): string {
  return path
    .trim()
    .replace(/^["']|["']$/gu, '')
    .replace(/^(?:@site\/|@\/|~\/|\.?\/)+/u, '')
    .replace(/\/+$/u, '')
    .replace(/\.(?:md|mdx|markdown|html?|rst|adoc|org|txt)$/iu, '')
    .replaceAll(/%2f|___/giu, '/')
    .replaceAll('%20', ' ')
    .normalize()
    .toLowerCase();
}

function encoded(path: string): string {
  return encodeURI(path).replaceAll(/[()#?]/gu, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
