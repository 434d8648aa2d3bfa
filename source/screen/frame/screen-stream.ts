import {Writable} from 'node:stream';
import type {Caret} from './caret.ts';
import {frameUpdate} from './frame-update.ts';
import {LineSpeed} from './line-speed.ts';
import {placedRow} from './placed-row.ts';

/** The terminal below the screen: bytes go out, its size comes in. */
export type TerminalOutput = Readonly<{columns: number; rows: number; write: (bytes: string) => unknown}>;

const ENTER = '\x1b[?1049h';
const LEAVE = '\x1b[?1049l';
const MODES = /^(?:\x1b\[\?\d+[hl])+$/;
const CURSOR = {show: '\x1b[?25h', hide: '\x1b[?25l'} as const;

/** A row that a terminal sees wider than Inkwell must not wrap into the next. */
const WRAP = {on: '\x1b[?7h', off: '\x1b[?7l'} as const;

/** Begin and end of a synchronised update. */
const SYNC = {begin: '\x1b[?2026h', end: '\x1b[?2026l'} as const;

/** An update of fewer bytes arrives in one piece anyway. */
const SHORT = 1000;

/**
 * The stream that Ink takes for its terminal. With `debug: true` Ink writes one whole frame a commit; this
 * stream compares it with the screen and writes what differs, in one write, with the caret.
 */
export class ScreenStream extends Writable {
  readonly isTTY = true;
  columns: number;
  rows: number;
  readonly #terminal: TerminalOutput;
  #isEntered = false;
  /** The rows that the terminal shows; undefined when that is not certain. */
  #shown: readonly string[] | undefined;
  #shownCaret: Caret | undefined;
  #caret: Caret | undefined;
  #late: string | undefined;
  readonly #speed = new LineSpeed();

  constructor(terminal: TerminalOutput) {
    super({decodeStrings: false});
    this.#terminal = terminal;
    this.columns = terminal.columns || 80;
    this.rows = terminal.rows || 24;
  }

  readonly setCaret = (caret: Caret | undefined): void => {
    this.#caret = caret;
  };

  /** Milliseconds from one frame to the next: longer where the line is slow. */
  readonly frameTime = (): number => this.#speed.frameTime(performance.now());

  /** The window has another size. */
  readonly resized = (): void => {
    const {columns, rows} = this.#terminal;
    if (columns === this.columns && rows === this.rows) return;
    this.columns = columns || 80;
    this.rows = rows || 24;
    // Ink first sends the old frame in the new size: only the last frame of this turn is drawn.
    if (this.#isEntered && this.#late === undefined) {
      this.#late = '';
      setImmediate(() => this.#drawLate());
    }
    this.emit('resize');
  };

  override _write(chunk: string | Buffer, _encoding: string, done: () => void): void {
    const text = String(chunk);
    if (MODES.test(text)) this.#setModes(text);
    else if (text !== '' && this.#isEntered) {
      if (this.#late === undefined) this.#draw(text, false);
      else this.#late = text;
    }
    done();
  }

  #setModes(modes: string): void {
    if (modes.includes(ENTER)) {
      this.#isEntered = true;
      this.#forget();
      this.#terminal.write(modes + WRAP.off + CURSOR.hide);
    } else if (modes.includes(LEAVE)) {
      this.#isEntered = false;
      this.#forget();
      this.#terminal.write(WRAP.on + modes);
    } else if (modes !== CURSOR.hide) this.#terminal.write(modes);
  }

  #forget(): void {
    this.#shown = undefined;
    this.#shownCaret = undefined;
  }

  #drawLate(): void {
    const frame = this.#late;
    this.#late = undefined;
    if (frame !== undefined && frame !== '' && this.#isEntered) this.#draw(frame, true);
  }

  #draw(frame: string, isResized: boolean): void {
    const lines = frame.split('\n');
    const rows = Array.from({length: this.rows}, (_, row) => lines[row] ?? '');
    const shown = isResized ? undefined : this.#shown;
    const update = shown ? frameUpdate(shown, rows, this.columns) : whole(rows, isResized);
    const bytes = this.#withCaret(update);
    this.#shown = rows;
    if (bytes === '') return;
    const isShort = shown !== undefined && bytes.length < SHORT;
    const [began, holdUps] = [performance.now(), timesHeldUp()];
    this.#terminal.write(isShort ? bytes : SYNC.begin + bytes + SYNC.end);
    this.#speed.wrote(bytes.length, began, performance.now(), timesHeldUp() > holdUps);
  }

  /** The cursor is hidden while it draws, and shown again in its cell. */
  #withCaret(update: string): string {
    const [caret, before] = [this.#caret, this.#shownCaret];
    const isSame = caret?.x === before?.x && caret?.y === before?.y;
    this.#shownCaret = caret;
    if (isSame && (update === '' || !caret)) return update;
    const hide = before && (update !== '' || !caret) ? CURSOR.hide : '';
    const show = caret && (update !== '' || !before) ? CURSOR.show : '';
    return hide + update + (caret ? `\x1b[${caret.y + 1};${caret.x + 1}H` : '') + show;
  }
}

/** All rows. On a screen that is not empty each is erased first. */
function whole(rows: readonly string[], isErasing: boolean): string {
  const erase = isErasing ? '\x1b[m\x1b[K' : '';
  return `\x1b[H${rows.map(row => erase + placedRow(row)).join('\n')}`;
}

/** The times that the system took the processor away while there was something to do. */
const timesHeldUp = (): number => process.resourceUsage().involuntaryContextSwitches;
