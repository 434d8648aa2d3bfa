import {Readable} from 'node:stream';
import {StringDecoder} from 'node:string_decoder';
import {TerminalInput} from './terminal-input.ts';

/** The part of `process.stdin` that is needed here. */
export type TerminalKeys = Pick<
  NodeJS.ReadStream,
  'isTTY' | 'setRawMode' | 'ref' | 'unref' | 'on' | 'off' | 'resume' | 'pause'
>;

/** The stream that Ink takes for standard input: its keys and pastes, without the answers of the terminal. */
export class Keyboard extends Readable {
  readonly isTTY: boolean;
  readonly #terminal: TerminalKeys;
  readonly #input = new TerminalInput();
  readonly #decoder = new StringDecoder('utf8');
  #timer: NodeJS.Timeout | undefined;

  constructor(terminal: TerminalKeys) {
    super({objectMode: true});
    this.#terminal = terminal;
    this.isTTY = terminal.isTTY;
  }

  /** Ink turns raw mode on where it begins to listen, and off where it stops. */
  setRawMode(isRaw: boolean): this {
    this.#terminal.setRawMode(isRaw);
    this.#terminal.off('data', this.#hear);
    if (isRaw) this.#terminal.on('data', this.#hear).resume();
    else this.#terminal.pause();
    return this;
  }

  ref(): this {
    this.#terminal.ref();
    return this;
  }

  unref(): this {
    this.#terminal.unref();
    return this;
  }

  override _read(): void {
    // Keys are pushed when they come.
  }

  readonly #hear = (read: Buffer | string): void => {
    clearTimeout(this.#timer);
    this.#give(
      this.#input.push(
        typeof read === 'string' ? Buffer.from(read).toString('latin1') : read.toString('latin1'),
      ),
    );
    const {patience} = this.#input;
    if (patience === undefined) return;
    this.#timer = setTimeout(() => this.#give(this.#input.settle()), patience);
  };

  #give(keys: string): void {
    const text = this.#decoder.write(Buffer.from(keys, 'latin1'));
    if (text !== '') this.push(text);
  }
}
