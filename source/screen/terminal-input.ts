import {ESCAPE, functionKey, kittyKey, otherKey} from './key-bytes.ts';

/*
 * A terminal sends keys, pastes, and answers: to questions that Inkwell, or a program before it, has asked.
 * Here only keys and pastes go on. An answer may come late, in pieces, without an end, or in megabytes: what
 * has begun as one is never taken for keys, and what never ends is not stored.
 */

const PASTE = {begin: '\x1b[200~', end: '\x1b[201~'} as const;
const ESC = '\x1b';

/** Begin strings: OSC, DCS, APC, PM, SOS. */
const STRINGS = ']P_^X';

const CSI = /^\x1b\[([<-?]*)([\d:;]*)([ -/]*)([@-~])/;
const PARTIAL_CSI = /^\x1b\[[<-?]*[\d:;]*[ -/]*$/;

/** A longer control sequence is no key; its end is waited for, the rest is not stored. */
const LONGEST = 200;

/** Bytes that follow a mouse report of X10. */
const X10 = 3;

/** One character for each byte comes in and goes out: a report of the mouse is no UTF-8. */
export class TerminalInput {
  /** A sequence that has begun. */
  #pending = '';
  #paste = false;
  #string: 'no' | 'open' | 'quiet' = 'no';
  /** Bytes of a mouse report that are still to come. */
  #mouse = 0;
  /** The last key was an Escape that may have been the first byte of something longer. */
  #wasEscape = false;

  /** Milliseconds to wait for the rest of what has begun; undefined when nothing has. */
  get patience(): number | undefined {
    if (this.#string === 'open') return 250;
    if (this.#pending === ESC || this.#pending === ESC + ESC) return 40;
    return this.#pending === `${ESC}O` || /^\x1b\[\d\$$/.test(this.#pending) ? 250 : undefined;
  }

  /** The keys and pastes in what was read. */
  push(read: string): string {
    const isTail = this.#wasEscape && /^(?:\[.|[\]P_^X][\dlLG>!=$+])/s.test(read);
    this.#wasEscape = false;
    if (this.#string === 'quiet') this.#resume(read);
    let rest = this.#pending + (isTail ? ESC : '') + read;
    this.#pending = '';
    let keys = '';
    // A single control character is a key, whatever is open: Ctrl-C, Enter.
    if (/^[\x00-\x06\x08-\x1a\x7f]$/.test(read) && (this.#string !== 'no' || this.#paste)) {
      if (this.#paste) keys = rest.slice(0, -1) + PASTE.end;
      this.#string = 'no';
      this.#paste = false;
      return keys + read;
    }
    while (rest !== '') {
      const [taken, found] = this.#take(rest);
      keys += found;
      if (taken === 0) {
        this.#pending = rest;
        break;
      }
      rest = rest.slice(taken);
    }
    if (this.#pending.length > LONGEST) this.#pending = '\x1b[?';
    return keys;
  }

  /** Nothing more has come in time. */
  settle(): string {
    if (this.#string !== 'no') this.#string = 'quiet';
    const pending = this.#pending;
    if (this.#string !== 'no' || this.patience === undefined) return '';
    this.#pending = '';
    if (pending !== ESC && pending !== ESC + ESC) return pending;
    this.#wasEscape = true;
    return pending.replaceAll(ESC, ESCAPE);
  }

  /** After a silence: the rest of the string ends it or is at least several characters, a key is one. */
  #resume(read: string): void {
    const isEnding =
      /^[^\x07\x1b]*(?:\x07|\x1b\\)/.test(read) || (this.#pending === ESC && read.startsWith('\\'));
    const isGoingOn = /^[ -~]{2,}$/.test(read) && !/^(.)\1*$/.test(read);
    this.#string = isEnding || isGoingOn ? 'open' : 'no';
    if (this.#string === 'no' && !/^[[O]/.test(read)) this.#pending = '';
  }

  /**
   * The length of the next part in characters, and the keys in it. Nothing is taken of a part that has only
   * begun.
   */
  #take(text: string): readonly [number, string] {
    if (this.#mouse > 0) {
      const taken = Math.min(this.#mouse, text.length);
      this.#mouse -= taken;
      return [taken, ''];
    }
    if (this.#paste) return this.#takePaste(text);
    if (this.#string !== 'no') return this.#takeString(text);
    const next = text.indexOf(ESC);
    if (next !== 0) return next < 0 ? [text.length, text] : [next, text.slice(0, next)];
    return this.#takeSequence(text);
  }

  #takePaste(text: string): readonly [number, string] {
    const end = text.indexOf(PASTE.end);
    if (end >= 0) {
      this.#paste = false;
      return [end + PASTE.end.length, text.slice(0, end + PASTE.end.length)];
    }
    const begun = text.lastIndexOf(ESC);
    const sure = begun >= 0 && PASTE.end.startsWith(text.slice(begun)) ? begun : text.length;
    return [sure, text.slice(0, sure)];
  }

  #takeString(text: string): readonly [number, string] {
    const end = text.search(/[\x07\x18\x1a\x1b]/);
    if (end < 0) return [text.length, ''];
    const isEscape = text[end] === ESC;
    if (isEscape && end + 1 === text.length) return [end, ''];
    this.#string = 'no';
    if (!isEscape) return [end + 1, ''];
    if (text[end + 1] === '\\') return [end + 2, ''];
    // An Escape that begins something else ends the string too.
    return end === 0 ? this.#takeSequence(text) : [end, ''];
  }

  #takeSequence(text: string): readonly [number, string] {
    const kind = text[1];
    if (kind === undefined) return [0, ''];
    if (kind === '[') return this.#takeControl(text);
    if (STRINGS.includes(kind)) {
      this.#string = 'open';
      return [2, ''];
    }
    if (kind === 'O') return takeKeypad(text);
    if (kind !== ESC) return [2, text.slice(0, 2)];
    // Some terminals send Alt with an arrow as Escape and the arrow.
    if (text.length === 2 || PARTIAL_CSI.test(text.slice(1))) return [0, ''];
    const arrow = /^\x1b\x1b(?:\[|O)[A-D]/.exec(text)?.[0];
    if (arrow !== undefined) return [arrow.length, `\x1b[1;3${arrow.at(-1) ?? ''}`];
    // Escape, pressed twice at once, comes glued to what follows.
    return /^\x1b\x1b[[\]OP_^X\x1b]/.test(text) ? [1, ESCAPE] : [2, ESCAPE + ESCAPE];
  }

  #takeControl(text: string): readonly [number, string] {
    if (/^\x1b\[\[./s.test(text)) return [4, ''];
    if (text === '\x1b[[' || PARTIAL_CSI.test(text)) return [0, ''];
    const [whole, mark = '', parameters = '', between = '', final = ''] = CSI.exec(text) ?? [];
    // Not a sequence after all: what breaks it off is read by itself.
    if (whole === undefined) return [Math.max(2, text.search(/[^\x1b[<-?\d:; -/]/)), ''];
    if (whole === PASTE.begin) this.#paste = true;
    if (whole === '\x1b[M') this.#mouse = X10;
    return [whole.length, mark === '' ? keyOf(whole, parameters, between, final) : ''];
  }
}

function takeKeypad(text: string): readonly [number, string] {
  const [whole, name = ''] = /^\x1bO\d*([A-Za-z])/.exec(text) ?? [];
  if (whole === undefined) return /^\x1bO\d*$/.test(text) ? [0, ''] : [2, ''];
  if (/[A-DFH]/.test(name)) return [whole.length, `\x1bO${name}`];
  if (name === 'M') return [whole.length, '\r'];
  // The keypad sends j for *, p for 0 and so on.
  return [whole.length, /[j-y]/.test(name) ? String.fromCharCode(name.charCodeAt(0) - 0x40) : ''];
}

function keyOf(whole: string, parameters: string, between: string, final: string): string {
  if (between !== '' || parameters.length > LONGEST) return '';
  const parts = parameters.split(';');
  if (final === 'u') return inBytes(kittyKey(parts));
  if (final === 'Z') return '\x1b[Z';
  if (/[A-DFH]/.test(final)) return /^1?(?:;[\d:]+)?$/.test(parameters) ? functionKey(parts, final) : '';
  if (final === '~') {
    if (whole === PASTE.begin) return whole;
    if (parts[0] === '27') return inBytes(otherKey(parts));
    return /^[1-8]$/.test(parts[0] ?? '') ? functionKey(parts, final) : '';
  }
  const isOfRxvt =
    (final === '^' && /^[1-8]$/.test(parameters)) || (/[a-d]/.test(final) && parameters === '');
  return isOfRxvt ? whole : '';
}

function inBytes(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}
