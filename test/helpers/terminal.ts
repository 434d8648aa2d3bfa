import {join} from 'node:path';
import pty from '@lydell/node-pty';
import xterm from '@xterm/headless';
import {DEFAULT_KEYMAP} from '../../source/app/keys/keymap.ts';
import type {Act} from '../../source/app/keys/keymap.ts';
import {PATIENCE} from './patience.ts';

/*
 * The program as its reader has it: in a real pseudo-terminal, its output read by a real terminal's parser.
 * Nothing here waits for time: a story waits until the screen shows what it should, or fails with the screen
 * as it was.
 */

/** Another build than `dist` can be named for a run. */
export const ENTRY = join(import.meta.dirname, '../..', process.env['DIST'] ?? 'dist', 'cli.js');

const BYTES: Readonly<Record<string, string>> = {
  enter: '\r',
  esc: '\u001B',
  tab: '\t',
  'shift+tab': '\u001B[Z',
  space: ' ',
  backspace: '\u007F',
  delete: '\u001B[3~',
  up: '\u001B[A',
  down: '\u001B[B',
  right: '\u001B[C',
  left: '\u001B[D',
  home: '\u001B[H',
  end: '\u001B[F',
  pageup: '\u001B[5~',
  pagedown: '\u001B[6~',
};

/** One cell of the screen; a colour is a number of the palette, or `#rrggbb`. */
export type Cell = Readonly<{
  text: string;
  /** 0: the second half of a wide character. */
  width: number;
  ink: number | string | undefined;
  paper: number | string | undefined;
  isBold: boolean;
  isDim: boolean;
  isItalic: boolean;
  isUnderlined: boolean;
  isInverse: boolean;
}>;

export type Exit = Readonly<{code: number; signal: number | undefined}>;

export type TerminalOptions = Readonly<{
  arguments?: readonly string[];
  columns?: number;
  rows?: number;
  environment?: Readonly<Record<string, string | undefined>>;
  cwd?: string;
  /** Another program than Inkwell. */
  command?: readonly [string, ...string[]];
}>;

export class Terminal {
  readonly #emulator: xterm.Terminal;
  readonly #process: pty.IPty;
  readonly #exited: Promise<Exit>;
  #output = '';
  #exit: Exit | undefined;
  #listeners = new Set<() => void>();
  #pending = 0;
  readonly #titles: string[] = [];
  #readers = new Set<(data: string) => void>();

  constructor({
    arguments: words = [],
    columns = 80,
    rows = 24,
    environment = {},
    cwd,
    command,
  }: TerminalOptions = {}) {
    this.#emulator = new xterm.Terminal({cols: columns, rows, allowProposedApi: true, scrollback: 200});
    const [file, ...before] = command ?? [process.execPath, ENTRY];
    this.#process = pty.spawn(file, [...before, ...words], {
      name: environment['TERM'] ?? 'xterm-256color',
      cols: columns,
      rows,
      cwd: cwd ?? process.cwd(),
      env: terminalEnvironment(environment),
    });
    this.#emulator.onTitleChange(title => this.#titles.push(title));
    this.#emulator.onData(reply => this.#process.write(reply));
    this.#process.onData(data => {
      this.#output += data;
      for (const read of this.#readers) read(data);
      this.#pending++;
      this.#emulator.write(data, () => {
        this.#pending--;
        for (const listener of this.#listeners) listener();
      });
    });
    this.#exited = new Promise(resolve => {
      this.#process.onExit(({exitCode, signal}) => {
        this.#exit = {code: exitCode, signal: signal || undefined};
        resolve(this.#exit);
        for (const listener of this.#listeners) listener();
      });
    });
  }

  get pid(): number {
    return this.#process.pid;
  }

  /** The titles that the window was given. */
  titles(): readonly string[] {
    return this.#titles;
  }

  /** All bytes that the program has written. */
  get output(): string {
    return this.#output;
  }

  /** Whoever wants to read along, from now on. */
  onOutput(read: (data: string) => void): void {
    this.#readers.add(read);
  }

  get isAlternate(): boolean {
    return this.#emulator.buffer.active.type === 'alternate';
  }

  /** The screen as its reader sees it, trailing blanks left out. */
  lines(): string[] {
    const buffer = this.#emulator.buffer.active;
    return Array.from({length: this.#emulator.rows}, (_, row) =>
      (
        buffer.getLine(buffer.viewportY + row)?.translateToString(true, 0, this.#emulator.cols) ?? ''
      ).trimEnd(),
    );
  }

  /** The screen cell by cell, with its looks. */
  cells(): Cell[][] {
    const buffer = this.#emulator.buffer.active;
    return Array.from({length: this.#emulator.rows}, (_, row) => {
      const line = buffer.getLine(buffer.viewportY + row);
      return Array.from({length: this.#emulator.cols}, (__, column) => cellOf(line?.getCell(column)));
    });
  }

  screen(): string {
    return this.lines().join('\n').trimEnd();
  }

  cursor(): {x: number; y: number} {
    const {cursorX, cursorY} = this.#emulator.buffer.active;
    return {x: cursorX, y: cursorY};
  }

  /** Presses keys by their names: "j", "enter", "ctrl+o". */
  press(...keys: readonly string[]): void {
    for (const key of keys) this.#process.write(bytesOf(key));
  }

  /** Presses the first key of an act, as the keymap has it. */
  act(...acts: readonly Act[]): void {
    for (const act of acts) this.press(DEFAULT_KEYMAP[act][0] ?? '');
  }

  type(text: string): void {
    this.#process.write(text);
  }

  paste(text: string): void {
    this.#process.write(`\u001B[200~${text}\u001B[201~`);
  }

  resize(columns: number, rows: number): void {
    this.#emulator.resize(columns, rows);
    this.#process.resize(columns, rows);
  }

  kill(signal: NodeJS.Signals): void {
    process.kill(this.pid, signal);
  }

  /** Closes the window: the program is told, and nothing that it writes can be written any more. */
  hangUp(): void {
    (this.#process as pty.IPty & {destroy: () => void}).destroy();
  }

  /** Waits until the screen holds a text or fulfils a condition. */
  async until(wanted: string | RegExp | ((terminal: Terminal) => boolean)): Promise<this> {
    const isThere = (): boolean => {
      if (this.#pending > 0) return false;
      if (typeof wanted === 'function') return wanted(this);
      return typeof wanted === 'string' ? this.screen().includes(wanted) : wanted.test(this.screen());
    };
    if (isThere()) return this;
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#listeners.delete(check);
        reject(new Error(`The screen never showed ${String(wanted)}. It shows:\n${this.screen()}`));
      }, PATIENCE);
      const check = (): void => {
        if (!isThere()) return;
        clearTimeout(timer);
        this.#listeners.delete(check);
        resolve();
      };
      this.#listeners.add(check);
    });
    return this;
  }

  /**
   * Waits until the program has had nothing to say for a while: what holds of every frame can be looked at
   * now.
   */
  async untilQuiet(): Promise<void> {
    for (let known = -1; known !== this.#output.length || this.#pending > 0;) {
      known = this.#output.length;
      await new Promise(resolve => setTimeout(resolve, 60));
    }
  }

  /** How the program has ended, if it has. */
  get ended(): Exit | undefined {
    return this.#exit;
  }

  get columns(): number {
    return this.#emulator.cols;
  }

  async exit(): Promise<Exit> {
    const exit = await this.#exited;
    await this.until(() => true);
    return exit;
  }

  /** Ends the program whatever it does. */
  close(): void {
    try {
      this.#process.kill('SIGKILL');
    } catch {
      // It has ended already.
    }
    this.#emulator.dispose();
  }
}

function cellOf(cell: xterm.IBufferCell | undefined): Cell {
  return {
    text: cell?.getChars() || ' ',
    width: cell?.getWidth() ?? 1,
    ink: cell && colorOf(cell.isFgDefault(), cell.isFgRGB(), cell.getFgColor()),
    paper: cell && colorOf(cell.isBgDefault(), cell.isBgRGB(), cell.getBgColor()),
    isBold: Boolean(cell?.isBold()),
    isDim: Boolean(cell?.isDim()),
    isItalic: Boolean(cell?.isItalic()),
    isUnderlined: Boolean(cell?.isUnderline()),
    isInverse: Boolean(cell?.isInverse()),
  };
}

function colorOf(isDefault: boolean, isRgb: boolean, color: number): Cell['ink'] {
  if (isDefault) return undefined;
  return isRgb ? `#${color.toString(16).padStart(6, '0')}` : color;
}

export function bytesOf(key: string): string {
  const alt = /^alt\+(.)$/.exec(key);
  if (alt) return `\u001B${alt[1] ?? ''}`;
  const control = /^ctrl\+(.)$/.exec(key);
  if (control) return String.fromCharCode((control[1] ?? '').toUpperCase().charCodeAt(0) & 31);
  return BYTES[key] ?? key;
}

/** The surroundings of a test must not colour what the program does. */
function terminalEnvironment(more: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const dropped =
    /^(?:CI|CONTINUOUS_INTEGRATION|NO_COLOR|FORCE_COLOR|TMUX|TERM_PROGRAM|VITEST.*|NODE_ENV|NODE_OPTIONS|INK_.*|INKWELL_.*|EDITOR|VISUAL|PAGER)$/;
  const kept = Object.entries(process.env).filter(([name]) => !dropped.test(name));
  const merged = {
    ...Object.fromEntries(kept),
    TERM: 'xterm-256color',
    COLORTERM: 'truecolor',
    LANG: 'C.UTF-8',
    LC_ALL: 'C.UTF-8',
    ...more,
  };
  return Object.fromEntries(
    Object.entries(merged).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
