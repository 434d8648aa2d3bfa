import type {Terminal} from './terminal.ts';

/** Signs that are drawn, and that no one wants to hear: rules, boxes, arrows, bars, bullets. */
export const DRAWING = /[\u2190-\u21ff\u2500-\u25ff\u2022\u00b7\u2023\u2043\u2219\u2713\u2717]/u;

/** All that was said, without the modes of the terminal that no screen reader says. */
export function saidIn(output: string): string {
  return output.replaceAll(/\u001B\[\?(?:2004|25)[hl]/g, '').replaceAll('\r\n', '\n');
}

/** A session by ear, step by step: what was done, and what was said then. */
export class Transcript {
  readonly #terminal: Terminal;
  readonly #hidden: readonly (readonly [string, string])[];
  #steps = '';
  #heard = 0;

  constructor(terminal: Terminal, hidden: readonly (readonly [string, string])[] = []) {
    this.#terminal = terminal;
    this.#hidden = hidden;
  }

  /** Does something and waits until its answer has come, to its last words. */
  async step(name: string, press: () => void, last: RegExp | string): Promise<string> {
    const isThere = (text: string): boolean =>
      typeof last === 'string' ? text.trimEnd().endsWith(last) : last.test(text.trimEnd());
    press();
    await this.#terminal.until(() => isThere(this.#since()));
    const said = this.#since();
    this.#heard += said.length;
    // The end of its last line may come with the next answer.
    this.#steps += `--- ${name}\n${said.replaceAll(/^\n+|\n+$/g, '')}\n`;
    return said;
  }

  get text(): string {
    return this.#hidden.reduce((text, [from, to]) => text.replaceAll(from, to), this.#steps);
  }

  #since(): string {
    return saidIn(this.#terminal.output).slice(this.#heard);
  }
}
