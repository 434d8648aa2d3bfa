import {watch} from 'node:fs';
import type {FSWatcher} from 'node:fs';
import {lstat, readdir} from 'node:fs/promises';
import {join, sep} from 'node:path';

/** The system has only so many watches for all programs together. */
const MOST_FOLDERS = 4000;

/**
 * Watches a folder and each one below it, those included that are made later; one after the other, between
 * keys.
 */
export function watchEach(
  root: string,
  unwanted: RegExp,
  changed: (name: string | null) => void,
): () => void {
  const watchers = new Map<string, FSWatcher>();
  let hasEnded = false;

  const leave = (folder: string): void => {
    for (const [path, watcher] of watchers) {
      if (path !== folder && !path.startsWith(folder + sep)) continue;
      watcher.close();
      watchers.delete(path);
    }
  };

  const enter = async (folder: string): Promise<void> => {
    const waiting = [folder];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (hasEnded) return;
      if (watchers.has(next) || watchers.size >= MOST_FOLDERS) continue;
      if (next !== root && !(await isFolder(next))) continue;
      // Watched first: what comes between looking and watching would never be heard of.
      if (hasEnded || !begin(next)) continue;
      const found = await foldersIn(next);
      waiting.push(...found.filter(name => !unwanted.test(name)).map(name => join(next, name)));
    }
  };

  const begin = (folder: string): boolean => {
    try {
      const watcher = watch(folder, {persistent: false}, (event, name) => {
        changed(name);
        // It may be a folder that has come, or one that has gone.
        if (event !== 'rename' || name === null || unwanted.test(name)) return;
        leave(join(folder, name));
        void enter(join(folder, name));
      });
      watcher.on('error', () => leave(folder));
      watchers.set(folder, watcher);
      return true;
    } catch {
      return false;
    }
  };

  void enter(root);
  return () => {
    hasEnded = true;
    for (const watcher of watchers.values()) watcher.close();
    watchers.clear();
  };
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** None where it can't be looked into. */
async function foldersIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, {withFileTypes: true});
    return entries.filter(entry => entry.isDirectory()).map(({name}) => name);
  } catch {
    return [];
  }
}
