import {isAbsolute, join, relative, resolve} from 'node:path';
import {realpath} from 'node:fs/promises';
import {isFetchable, isOnTheWeb} from '../domain/publication/location.ts';
import {ProblemError} from '../domain/problem.ts';
import type {Reach} from '../http/http.ts';

/** The place of the article that names a picture. */
export type Origin = Readonly<{
  /** The publication's: an address, a folder or a file. */
  location: string;
  /** The publication was at a private address when it was added. */
  isPrivate?: boolean;
  /** The article's own address. */
  url?: string;
  /** An article of a folder: its path relative to it. */
  path?: string;
}>;

/** The source of a picture. */
export type Whereabouts =
  | Readonly<{kind: 'web'; url: string; reach: Reach}>
  | Readonly<{kind: 'file'; folder: string; candidates: readonly string[]}>
  | Readonly<{kind: 'data'; bytes: Uint8Array}>;

/**
 * The source of a picture that an article names. An article from the web may name what is public, or on its
 * publication's own host; one of a folder what lies in that folder, or is public.
 */
export function whereaboutsOf(src: string, origin: Origin): Whereabouts {
  const {location, url, path} = origin;
  const data = /^data:image\/[\w.+-]+(?:;[\w-]+=[\w-]+)*;base64,/i.exec(src);
  if (data) return {kind: 'data', bytes: Buffer.from(src.slice(data[0].length), 'base64')};
  const isOfWeb = isOnTheWeb({location});
  const named = URL.parse(src.startsWith('//') ? `https:${src}` : src);
  if (named?.protocol.startsWith('http')) return {kind: 'web', url: named.href, reach: reachOf(origin)};
  if (named && !isWindowsPath(src)) throw unreadable();
  if (isOfWeb) {
    const address = URL.parse(src, url ?? location);
    if (!address?.protocol.startsWith('http')) throw unreadable();
    return {kind: 'web', url: address.href, reach: reachOf(origin)};
  }
  if (!isFetchable({location})) throw unreadable();
  return {kind: 'file', folder: location, candidates: candidatesFor(src, path ?? '')};
}

/** A file of a folder, whatever links it is reached by; undefined for what is not below it. */
export async function fileWithin(folder: string, candidate: string): Promise<string | undefined> {
  try {
    const [root, file] = await Promise.all([realpath(folder), realpath(resolve(folder, candidate))]);
    const below = relative(root, file);
    return below === '' || below.startsWith('..') || isAbsolute(below) ? undefined : file;
  } catch {
    return undefined;
  }
}

/** Narrower than for what a feed names itself: a picture has no business on a neighbour of the host. */
function reachOf({location, isPrivate = false}: Origin): Reach {
  const host = URL.parse(location)?.hostname;
  return isPrivate && host !== undefined && isOnTheWeb({location}) ? {publicOr: host} : 'public-only';
}

/**
 * The places that site builders mean by a path: beside the article, from the root, or from the folder of what
 * is served as it is.
 */
function candidatesFor(src: string, path: string): readonly string[] {
  const plain = decoded(src.split(/[?#]/)[0] ?? '');
  if (!plain.startsWith('/')) return [join(path, '..', plain)];
  return ['', 'static', 'public', 'assets', 'source'].map(root => join(root, `.${plain}`));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function isWindowsPath(src: string): boolean {
  return /^[a-z]:[\\/]/i.test(src);
}

function unreadable(): ProblemError {
  return new ProblemError({kind: 'unsafe', message: 'Its address is none of http or https.'});
}
