import {createHash} from 'node:crypto';
import {lstatSync, readdirSync, realpathSync, statSync} from 'node:fs';
import type {Dirent} from 'node:fs';
import {join, sep} from 'node:path';
import {setImmediate} from 'node:timers/promises';
import type {Passed, Site} from './site/site.ts';

/** A file below the folder. */
export type Entry = Readonly<{
  /** Relative to the folder, with forward slashes. */
  path: string;
  bytes: number;
  /** Milliseconds since the epoch. */
  modified: number;
  /** It is an article only where it has a head. */
  needsHead?: true;
  /** The path as the system has it, where that is not UTF-8. */
  raw?: Buffer;
}>;

export type Walked = Readonly<{
  /** By path. */
  entries: readonly Entry[];
  /** Folders that were too deep to be entered. */
  tooDeep: number;
  /** Files, and folders with a final slash, that are no articles. */
  passed: readonly Readonly<{path: string; why: string}>[];
}>;

type Choice = Pick<Site, 'judge' | 'judgeFolder'> &
  Readonly<{depth: number; signal?: AbortSignal | undefined}>;

/**
 * Milliseconds for which the disk is asked before the interface gets its turn. Asking in slices takes a
 * seventh of what promises take.
 */
const SLICE = 8;

/**
 * The files of a folder that are wanted, found recursively. Links are followed where they lead to something
 * inside the folder that was not found by itself; pipes, sockets and devices are passed over, and what can't
 * be read is as if it weren't there.
 */
export async function walk(root: string, choice: Choice): Promise<Walked> {
  const found = new Map<string, Entry>();
  const links: string[] = [];
  const passed: {path: string; why: string}[] = [];
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
  const entries = [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return {entries, tooDeep, passed: passed.sort((a, b) => (a.path < b.path ? -1 : 1))};

  function take(
    path: string,
    entry: Pick<Dirent, 'isFile' | 'isDirectory' | 'isSymbolicLink'>,
    depth: number,
  ): void {
    if (entry.isSymbolicLink()) links.push(path);
    else if (entry.isDirectory()) {
      if (path.includes('\ufffd')) pass(`${path}/`, NAMELESS);
      else if (enters(path)) waiting.push({path, depth: depth + 1});
    } else if (entry.isFile() && isWanted(path)) {
      const stats = lstatSync(join(root, path), {throwIfNoEntry: false});
      if (stats?.isFile()) add(path, path, stats);
      else if (path.includes('\ufffd')) addNameless(path);
    }
  }

  function enters(path: string): boolean {
    const verdict = choice.judgeFolder(path);
    if (typeof verdict === 'object') pass(`${path}/`, verdict);
    return verdict === 'enter';
  }

  function isWanted(path: string): boolean {
    const verdict = choice.judge(path);
    if (typeof verdict === 'object') pass(path, verdict);
    return verdict === 'read' || verdict === 'if-headed';
  }

  function pass(path: string, {why}: Passed): void {
    passed.push({path, why});
  }

  function add(
    target: string,
    path: string,
    {size, mtimeMs}: Readonly<{size: number; mtimeMs: number}>,
    raw?: Buffer,
  ): void {
    found.set(target, {
      path,
      bytes: size,
      modified: mtimeMs,
      ...(choice.judge(path) === 'if-headed' && {needsHead: true}),
      ...(raw && {raw}),
    });
  }

  /**
   * A name in bytes that are no UTF-8: the folder is read once more, in bytes, and the name shown as Latin-1.
   */
  function addNameless(path: string): void {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    for (const name of bytesIn(join(root, folder))) {
      const shown = folder + name.toString('latin1');
      if (folder + name.toString() !== path || found.has(shown)) continue;
      const raw = Buffer.concat([Buffer.from(join(root, folder, '/')), name]);
      const stats = lstatSync(raw, {throwIfNoEntry: false});
      if (stats?.isFile()) add(shown, shown, stats, raw);
    }
  }

  /** After everything else, so that a link never hides what it leads to. */
  function follow(paths: readonly string[]): void {
    for (const path of paths) {
      const inside = insideOf(root, path);
      if (inside === undefined) continue;
      const {target, stats} = inside;
      if (stats.isDirectory() && !visited.has(target) && !isWithin(path, target) && enters(path)) {
        visited.add(target);
        waiting.push({path: target, depth: target.split('/').length});
      } else if (stats.isFile() && !found.has(target) && isWanted(path)) add(target, path, stats);
    }
  }
}

const NAMELESS = {why: 'have names that are not UTF-8'};

function bytesIn(folder: string): readonly Buffer[] {
  try {
    return readdirSync(folder, {encoding: 'buffer'});
  } catch {
    return [];
  }
}

function entriesOf(path: string): readonly Dirent[] {
  try {
    return readdirSync(path, {withFileTypes: true});
  } catch {
    return [];
  }
}

/** The target of a link, relative to the root; undefined where it leads out of it or nowhere. */
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

/** Changes with the name, the size and the time of any file, and with the way in which files are read. */
export function validatorOf(entries: readonly Entry[]): string {
  const hash = createHash('sha256').update(READING);
  for (const {path, bytes, modified} of entries) hash.update(`${path}\0${bytes}\0${modified}\n`);
  return hash.digest('base64url').slice(0, 22);
}

/** To be raised when the same files give other articles than before, so that folders are read once more. */
const READING = '2\n';
