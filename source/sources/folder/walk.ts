import {lstatSync, readdirSync, realpathSync, statSync} from 'node:fs';
import type {Dirent} from 'node:fs';
import {join, sep} from 'node:path';
import {setImmediate} from 'node:timers/promises';

/** A file below the folder. */
export type Entry = Readonly<{
  /** Relative to the folder, with forward slashes. */
  path: string;
  bytes: number;
  /** Milliseconds since the epoch. */
  modified: number;
}>;

export type Walked = Readonly<{
  /** By path. */
  entries: readonly Entry[];
  /** Folders that were too deep to be entered. */
  tooDeep: number;
}>;

type Choice = Readonly<{
  depth: number;
  entersFolder(path: string): boolean;
  takesFile(path: string): boolean;
  signal?: AbortSignal | undefined;
}>;

/** How long the disk is asked before the interface gets its turn. Asking in slices takes a seventh of what promises take. */
const SLICE = 8;

/**
 * The files of a folder that are wanted, found recursively. Links are followed where they lead to something inside the
 * folder that was not found by itself; pipes, sockets and devices are passed over, and what can't be read is as if it
 * weren't there.
 */
export async function walk(root: string, choice: Choice): Promise<Walked> {
  const found = new Map<string, Entry>();
  const links: string[] = [];
  const visited = new Set<string>();
  const waiting: {path: string; depth: number}[] = [{path: '', depth: 0}];
  let tooDeep = 0;
  let until = performance.now() + SLICE;
  for (let index = 0; index < waiting.length || links.length > 0; index++) {
    if (index >= waiting.length) {
      follow(links.splice(0));
      continue;
    }
    const {path, depth} = waiting[index] as (typeof waiting)[number];
    visited.add(path);
    if (depth > choice.depth) tooDeep++;
    else
      for (const entry of entriesOf(join(root, path))) {
        take(path === '' ? entry.name : `${path}/${entry.name}`, entry, depth);
        if (performance.now() < until) continue;
        await setImmediate();
        choice.signal?.throwIfAborted();
        until = performance.now() + SLICE;
      }
  }
  return {entries: [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1)), tooDeep};

  function take(
    path: string,
    entry: Pick<Dirent, 'isFile' | 'isDirectory' | 'isSymbolicLink'>,
    depth: number,
  ): void {
    if (entry.isSymbolicLink()) links.push(path);
    else if (entry.isDirectory()) {
      if (choice.entersFolder(path)) waiting.push({path, depth: depth + 1});
    } else if (entry.isFile() && choice.takesFile(path)) add(path);
  }

  function add(path: string): void {
    const stats = lstatSync(join(root, path), {throwIfNoEntry: false});
    if (stats?.isFile()) found.set(path, {path, bytes: stats.size, modified: stats.mtimeMs});
  }

  /** After everything else, so that a link never hides what it leads to. */
  function follow(paths: readonly string[]): void {
    for (const path of paths) {
      const inside = insideOf(root, path);
      if (inside === undefined) continue;
      const {target, stats} = inside;
      if (
        stats.isDirectory() &&
        choice.entersFolder(path) &&
        !visited.has(target) &&
        !isWithin(path, target)
      ) {
        visited.add(target);
        waiting.push({path: target, depth: target.split('/').length});
      } else if (stats.isFile() && choice.takesFile(path) && !found.has(target)) {
        found.set(target, {path, bytes: stats.size, modified: stats.mtimeMs});
      }
    }
  }
}

function entriesOf(path: string): readonly Dirent[] {
  try {
    return readdirSync(path, {withFileTypes: true});
  } catch {
    return [];
  }
}

/** Where a link leads, relative to the root; undefined where it leads out of it or nowhere. */
function insideOf(root: string, path: string) {
  try {
    const real = realpathSync(join(root, path));
    if (!real.startsWith(root.endsWith(sep) ? root : root + sep)) return undefined;
    return {
      target: real
        .slice(root.length + (root.endsWith(sep) ? 0 : 1))
        .split(sep)
        .join('/'),
      stats: statSync(real),
    };
  } catch {
    return undefined;
  }
}

function isWithin(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`);
}
