import {watch} from 'node:fs';
import type {FSWatcher} from 'node:fs';

/** Editors write in several steps, and a checkout in thousands. */
const QUIET = 300;

/**
 * Calls `onChange` a moment after the last of a run of changes below a folder. Returns what ends the watching. Where the
 * system can't watch (too many folders, a network drive) nothing is called: the next refresh finds the change.
 */
export function watchBelow(path: string, onChange: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  let watcher: FSWatcher | undefined;
  const end = () => {
    clearTimeout(timer);
    watcher?.close();
    watcher = undefined;
  };
  try {
    watcher = watch(path, {recursive: true, persistent: false}, (_event, name) => {
      if (name !== null && /(?:^|[/\\])(?:\.git|node_modules)(?:[/\\]|$)/u.test(name)) return;
      clearTimeout(timer);
      timer = setTimeout(onChange, QUIET);
    });
    watcher.on('error', end);
  } catch {
    end();
  }
  return end;
}
