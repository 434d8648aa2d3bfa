import xterm from '@xterm/headless';

const BESIDE = 24;
const BELOW = 12;

/**
 * A terminal that is larger than the program believes. What would be too wide or too tall for the window, and
 * would have wrapped or scrolled there, lands in the margin here, and is seen in whatever part of a frame it
 * comes.
 */
export class Margin {
  readonly #emulator: xterm.Terminal;
  #columns: number;
  #rows: number;
  #isWatched = true;
  #fault: string | undefined;

  constructor(columns: number, rows: number) {
    this.#columns = columns;
    this.#rows = rows;
    this.#emulator = new xterm.Terminal({
      cols: columns + BESIDE,
      rows: rows + BELOW,
      allowProposedApi: true,
      scrollback: 0,
    });
  }

  write(data: string): void {
    // The emulator does not join what is joined, and would give a family the cells of its members. A frame
    // that fills the window scrolls to its place from wherever the cursor was; here there is room below.
    const read = data
      .replaceAll(/\u200D\p{Extended_Pictographic}/gu, '')
      .replaceAll('\u001B[?1049h', '\u001B[?1049h\u001B[H');
    this.#emulator.write(read, () => {
      if (this.#isWatched) this.#fault ??= this.#look();
    });
  }

  /** What has been drawn outside of the window so far, if anything was. */
  async fault(): Promise<string | undefined> {
    await new Promise<void>(resolve => {
      this.#emulator.write('', resolve);
    });
    return this.#fault;
  }

  /** Whether a screen, drawn from its beginning, stays within the window. */
  async wouldHold(screen: string): Promise<boolean> {
    const other = new Margin(this.#columns, this.#rows);
    other.write(screen);
    const fault = await other.fault();
    other.dispose();
    return fault === undefined;
  }

  /** The window has another size: until `settle` a frame for the one before may come. */
  resize(columns: number, rows: number): void {
    [this.#columns, this.#rows] = [columns, rows];
    this.#isWatched = false;
  }

  get isWatched(): boolean {
    return this.#isWatched;
  }

  /**
   * The program has drawn for the size that the window has now. What the window cut off is gone. `screen` is
   * that drawing, for here it was put into a window of the size before, where wide lines were broken and
   * moved the rest.
   */
  settle(screen: string | undefined): void {
    this.#emulator.resize(this.#columns, this.#rows);
    this.#emulator.resize(this.#columns + BESIDE, this.#rows + BELOW);
    if (screen !== undefined) this.write(`\u001B[?1049l${screen}`);
    this.#isWatched = true;
  }

  dispose(): void {
    this.#isWatched = false;
    this.#emulator.dispose();
  }

  #look(): string | undefined {
    const {active} = this.#emulator.buffer;
    if (active.type !== 'alternate') return undefined;
    const row = (index: number, from: number) =>
      active.getLine(active.baseY + index)?.translateToString(true, from, this.#emulator.cols) ?? '';
    for (let index = 0; index < this.#emulator.rows; index++) {
      const outside = row(index, index < this.#rows ? this.#columns : 0);
      if (outside.trim() !== '')
        return `draws outside of ${this.#columns}×${this.#rows}, in row ${index + 1}: ${row(index, 0)}`;
    }
    return undefined;
  }
}
