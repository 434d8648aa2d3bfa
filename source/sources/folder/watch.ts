import {watch} from 'node:fs';
import type {FSWatcher} from 'node:fs';

/** Editors write in several steps, and a checkout in thousands. */
const QUIET = 300;

/**
 * Calls `onChange` a moment after the last of a run of changes below a folder. Returns what ends the
 * watching. Where the system can't watch (too many folders, a network drive) nothing is called: the next
 * refresh finds the change.
 */
export function watchBelow(path: string, onChange: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const changed = (name: string | null): void => {
    if (name !== null && UNWANTED.test(name)) return;
    clearTimeout(timer);
    timer = setTimeout(onChange, QUIET);
  };
  // On a system that can't do it at once Node would watch each single file, and hold all keys while it
  // begins.
  const end = WHOLE.has(process.platform) ? watchWhole(path, changed) : watchFolders(path, changed);
  return () => {
    clearTimeout(timer);
    end();
  };
}

const UNWANTED = /(?:^|[/\\])(?:\.git|node_modules)(?:[/\\]|$)/u;
const WHOLE: ReadonlySet<string> = new Set(['darwin', 'win32']);

function watchWhole(path: string, changed: (name: string | null) => void): () => void {
  let watcher: FSWatcher | undefined;
  const end = (): void => {
    watcher?.close();
    watcher = undefined;
  };
  try {
    watcher = watch(path, {recursive: true, persistent: false}, (_event, name) => changed(name));
    watcher.on('error', end);
  } catch {
    end();
  }
  return end;
}

/** Loaded when there is something to watch, which is after the first frame. */
function watchFolders(path: string, changed: (name: string | null) => void): () => void {
  let end: (() => void) | undefined;
  let hasEnded = false;
  const begin = async (): Promise<void> => {
    const {watchEach} = await import('./watch-each.ts');
    if (!hasEnded) end = watchEach(path, UNWANTED, changed);
  };
  void begin();
  return () => {
    hasEnded = true;
    end?.();
  };
}
