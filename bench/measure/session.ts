import {readFileSync, readdirSync} from 'node:fs';
import {setTimeout as wait} from 'node:timers/promises';
import pty from '@lydell/node-pty';
import xterm from '@xterm/headless';

/** A program as it is measured: what it shows when it is ready, and how it is left. */
export type Program = Readonly<{
  name: string;
  command: readonly [string, ...string[]];
  environment?: Readonly<Record<string, string>>;
  ready: string;
  quit: readonly string[];
  /** The terminal takes no more bits a second. */
  baud?: number;
}>;

export const SIZE = {columns: 100, rows: 30};

/** Programs that have not ended yet; a measurement that failed must not leave them behind. */
const running = new Set<pty.IPty>();

export function killAll(): void {
  for (const one of running) one.kill('SIGKILL');
}

/** Silence after which an answer counts as whole, in milliseconds. */
const SETTLED = 15;
const PATIENCE = 300_000;
const KEY_PATIENCE = 20_000;

/** One run of a program in a pseudo-terminal whose output a real terminal's parser reads. */
export class Session {
  readonly #emulator = new xterm.Terminal({cols: SIZE.columns, rows: SIZE.rows, allowProposedApi: true});
  readonly #process: pty.IPty;
  readonly #began = performance.now();
  #last = 0;
  #bytes = 0;
  #hasEnded = false;
  #wake: () => void = () => {};

  constructor({command: [file, ...words], environment, baud}: Program) {
    const kept = Object.entries(process.env).filter(
      ([name]) => !/^(?:CI|NO_COLOR|FORCE_COLOR|NODE_OPTIONS|INKWELL_.*)$/.test(name),
    );
    this.#process = pty.spawn(file, words, {
      cols: SIZE.columns,
      rows: SIZE.rows,
      env: {
        ...Object.fromEntries(kept),
        TERM: 'xterm-256color',
        COLORTERM: 'truecolor',
        LC_ALL: 'C.UTF-8',
        ...environment,
      },
    });
    this.#emulator.onData(reply => this.#process.write(reply));
    this.#process.onData(data => {
      this.#last = performance.now();
      this.#bytes += data.length;
      if (baud !== undefined) this.#pause((data.length * 10_000) / baud);
      this.#emulator.write(data, () => this.#wake());
    });
    running.add(this.#process);
    this.#process.onExit(() => {
      running.delete(this.#process);
      this.#hasEnded = true;
      this.#last = performance.now();
      this.#wake();
    });
  }

  /** A slow terminal reads on when it has shown what it has; meanwhile the kernel's queue fills. */
  #pause(milliseconds: number): void {
    this.#process.pause();
    setTimeout(() => {
      if (!this.#hasEnded) this.#process.resume();
    }, milliseconds);
  }

  screen(): string {
    const {active} = this.#emulator.buffer;
    return Array.from(
      {length: SIZE.rows},
      (_, row) => active.getLine(row)?.translateToString(true) ?? '',
    ).join('\n');
  }

  /** Milliseconds from the start of the program until the screen shows a text. */
  async shows(text: string): Promise<number> {
    await this.#until(() => this.screen().includes(text));
    return this.#last - this.#began;
  }

  /**
   * Milliseconds from a key to the first byte of its answer, or until a text is on the screen; until the last
   * byte of the answer; and the bytes of all of it.
   */
  async press(key: string, shown?: string): Promise<{first: number; last: number; bytes: number}> {
    const bytes = this.#bytes;
    const began = performance.now();
    this.#process.write(key);
    await this.#until(
      () => (shown === undefined ? this.#bytes > bytes : this.screen().includes(shown)),
      KEY_PATIENCE,
    );
    const first = this.#last - began;
    await this.quiet(SETTLED);
    return {first, last: this.#last - began, bytes: this.#bytes - bytes};
  }

  /** A key held down: milliseconds from the last press to the last byte. */
  async hold(key: string, times: number, perSecond: number): Promise<number> {
    const began = performance.now();
    for (let index = 0; index < times; index++) {
      this.#process.write(key);
      const next = perSecond > 0 ? began + ((index + 1) * 1000) / perSecond - performance.now() : 0;
      await wait(Math.max(0, next));
    }
    const pressed = performance.now();
    await this.quiet(150);
    return Math.max(0, this.#last - pressed);
  }

  /** Resident memory now and at its peak, in megabytes; undefined where /proc is missing. */
  memory(): {now: number; peak: number} | undefined {
    try {
      const status = readFileSync(`/proc/${this.#process.pid}/status`, 'utf8');
      const of = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
      return {now: of('VmRSS'), peak: of('VmHWM')};
    } catch {
      return undefined;
    }
  }

  /** Processor time of all its threads so far, in milliseconds; undefined where /proc is missing. */
  cpu(): number | undefined {
    try {
      const tasks = `/proc/${this.#process.pid}/task`;
      const spent = readdirSync(tasks).map(
        task => Number(readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[0]) / 1e6,
      );
      return spent.reduce((sum, one) => sum + one, 0);
    } catch {
      return undefined;
    }
  }

  /** Milliseconds from the start of the program to its end. */
  async ends(): Promise<number> {
    await this.#until(() => this.#hasEnded);
    this.#emulator.dispose();
    return this.#last - this.#began;
  }

  /** Milliseconds from the first key of leaving to the end. */
  async leave(keys: readonly string[]): Promise<number> {
    const began = performance.now();
    for (const [index, key] of keys.entries()) {
      if (!this.#hasEnded) this.#process.write(key);
      // A program killed before it has written its caches would begin more slowly the next time.
      const patience = index === keys.length - 1 ? KEY_PATIENCE : 300;
      await this.#until(() => this.#hasEnded, patience).catch(() => {});
    }
    if (!this.#hasEnded) this.#process.kill('SIGKILL');
    await this.#until(() => this.#hasEnded);
    this.#emulator.dispose();
    return this.#last - began;
  }

  async quiet(milliseconds: number): Promise<void> {
    let left = milliseconds;
    const began = performance.now();
    while (left > 0) {
      await wait(left);
      left = milliseconds - (performance.now() - Math.max(this.#last, began));
    }
  }

  async #until(isSo: () => boolean, patience = PATIENCE): Promise<void> {
    if (isSo()) return;
    await new Promise<void>((resolve, reject) => {
      const fail = (): void => reject(new Error(`Nothing came; the screen shows:\n${this.screen()}`));
      const timer = setTimeout(fail, patience);
      this.#wake = () => {
        if (!isSo() && !this.#hasEnded) return;
        clearTimeout(timer);
        if (isSo()) resolve();
        else fail();
      };
    });
  }
}
