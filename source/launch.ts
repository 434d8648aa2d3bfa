/*
 * The launch image: the bytes that Ink is going to draw first, kept when the reader is left and put on the
 * screen before Ink is loaded. It is shown only if all that the first frame is made of is as it was: the
 * files (library, preferences, program), the terminal, the environment, the day. What is typed meanwhile
 * stays in the terminal's own queue, since raw mode is on with the image, and Ink reads it when it listens.
 * Loaded before everything else, so nothing is imported here.
 */

export type Launch = Readonly<{
  /**
   * The states that the first frame depends on besides the terminal: a text for each file that changes when
   * the file does.
   */
  statesOf(files: readonly string[]): string;
  /** Keeps what the next launch is to show while `files` stay as they are. */
  keep(image: string, files: readonly string[]): void;
}>;

type Kept = {key: string; files: readonly string[]; states: string; image: string};

/** Shows the image that is kept in a folder, for the sources that were named, if it is still exact. */
export function launchFrom(folder: string, words: readonly string[]): Launch {
  const path = process.getBuiltinModule('node:path').join(folder, nameFor(words));
  const kept = read(path);
  if (kept?.key === key(words) && kept.states === statesOf(kept.files)) show(kept.image);
  return {
    statesOf,
    keep(image, files) {
      const {writeFileSync, renameSync} = process.getBuiltinModule('node:fs');
      const all = [import.meta.filename, ...files];
      const next: Kept = {key: key(words), files: all, states: statesOf(all), image};
      try {
        writeFileSync(`${path}.${process.pid}`, JSON.stringify(next), {mode: 0o600});
        renameSync(`${path}.${process.pid}`, path);
        if (words.length > 0) forgetOldest(folder);
      } catch {
        // Without an image the next launch is a little slower, and that is all.
      }
    },
  };
}

function read(path: string): Kept | undefined {
  try {
    return JSON.parse(process.getBuiltinModule('node:fs').readFileSync(path, 'utf8')) as Kept;
  } catch {
    return undefined;
  }
}

const HEARD =
  /^(?:INKWELL_|XDG_|LC_|LANG$|HOME$|TERM|COLORTERM$|VTE_|WT_|KITTY_|KONSOLE_|TMUX$|STY$|NO_COLOR$|FORCE_COLOR$|NODE_DISABLE_COLORS$|CI$|TZ$|INK_|ACCESSIBLE$)/;

/** Named sources have an image of their own. */
function nameFor(words: readonly string[]): string {
  if (words.length === 0) return 'launch.json';
  let hash = 0;
  for (const unit of JSON.stringify([process.cwd(), words])) hash = (hash * 31 + unit.charCodeAt(0)) | 0;
  return `launch-${(hash >>> 0).toString(36)}.json`;
}

/** Images of named sources that are kept. */
const MOST_NAMED = 16;

function forgetOldest(folder: string): void {
  const files = process.getBuiltinModule('node:fs');
  const path = process.getBuiltinModule('node:path');
  const names = files.readdirSync(folder).filter(name => /^launch-\w+\.json$/.test(name));
  if (names.length <= MOST_NAMED) return;
  const dated = names.map(name => ({name, at: files.statSync(path.join(folder, name)).mtimeMs}));
  for (const {name} of dated.sort((one, other) => other.at - one.at).slice(MOST_NAMED))
    files.rmSync(path.join(folder, name), {force: true});
}

function key(words: readonly string[]): string {
  const {columns, rows} = process.stdout;
  const heard = Object.entries(process.env).filter(([name]) => HEARD.test(name));
  const day = new Date().toISOString().slice(0, 10);
  return JSON.stringify([words, process.cwd(), columns, rows, day, process.version, heard]);
}

function statesOf(files: readonly string[]): string {
  const {statSync} = process.getBuiltinModule('node:fs');
  const states = files.map(file => {
    const found = statSync(file, {throwIfNoEntry: false, bigint: true});
    return found ? `${found.ino} ${found.size} ${found.mtimeNs}` : 'none';
  });
  return states.join('\n');
}

const MODES_ALONE = /^(?:\u001B\[\?\d+[hlrs])+$/;
const ENTER = '\u001B[?1049h';
const CLEAR = '\u001B[H\u001B[2J';
const ENDS = ['SIGTERM', 'SIGHUP', 'SIGINT'] as const;
const LEAVE = '\u001B[?2026l\u001B[?7h\u001B[?1049l\u001B[?25h';

/**
 * Until Ink has drawn the same bytes once more nothing of them reaches the terminal, so that no cell is set
 * twice. If what it draws differs after all, the screen is cleared and drawn; if something else must be said
 * first, the screen is left.
 */
function show(image: string): void {
  const {stdin, stdout, stderr} = process;
  const write = stdout.write.bind(stdout);
  const complain = stderr.write.bind(stderr);
  let taken = 0;
  const release = (): void => {
    stdout.write = write;
    stderr.write = complain;
    process.off('exit', leave);
    for (const signal of ENDS) process.off(signal, end);
  };
  const leave = (): void => {
    release();
    stdin.setRawMode(false);
    write(LEAVE);
  };
  /** Until Ink listens to signals itself. */
  const end = (signal: NodeJS.Signals): void => {
    leave();
    process.kill(process.pid, signal);
  };
  for (const signal of ENDS) process.on(signal, end);
  stdin.setRawMode(true);
  write(image);
  stdout.write = (chunk: string | Uint8Array, ...rest: readonly unknown[]) => {
    const text = String(chunk);
    const isSame = typeof chunk === 'string' && image.startsWith(text, taken);
    if (isSame) taken += text.length;
    else if (taken === 0 && MODES_ALONE.test(text)) return write(text);
    if (taken === image.length || !isSame) release();
    if (!isSame) write(CLEAR + image.slice(0, taken).replace(ENTER, '') + text.replace(ENTER, ''));
    const done = rest.at(-1);
    if (typeof done === 'function') queueMicrotask(() => Reflect.apply(done, undefined, []));
    return true;
  };
  stderr.write = ((...given: Parameters<typeof complain>) => {
    leave();
    return complain(...given);
  }) as typeof complain;
  process.on('exit', leave);
}
