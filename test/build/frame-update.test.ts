import xterm from '@xterm/headless';
import fc from 'fast-check';
import {beforeAll, expect, test} from 'vitest';
import {built} from './built.ts';

type Log = (frame: string) => boolean;
type LogUpdate = {default: {create: (stream: unknown, options: {incremental: boolean}) => Log}};

const LOG = '../../node_modules/ink/build/log-update.js';
const SIZE = {columns: 16, rows: 9};
let lean: LogUpdate;
let real: LogUpdate;

beforeAll(async () => {
  lean = await built<LogUpdate>(`export {default} from '${LOG}';`);
  real = (await import(LOG)) as LogUpdate;
});

/** A terminal to which one of the logs writes, and what it was sent. */
class Screen {
  readonly #terminal = new xterm.Terminal({
    cols: SIZE.columns,
    rows: SIZE.rows,
    convertEol: true,
    allowProposedApi: true,
  });
  readonly #log: Log;
  bytes = '';

  constructor({default: {create}}: LogUpdate) {
    const write = (text: string): void => {
      this.bytes += text;
    };
    this.#log = create({...SIZE, isTTY: true, write}, {incremental: true});
  }

  async show(rows: readonly string[]): Promise<void> {
    this.bytes = '';
    this.#log(rows.join('\n'));
    await new Promise<void>(resolve => {
      this.#terminal.write(this.bytes, resolve);
    });
  }

  /** All that can be seen, the cursor's row, and the look that the next character would have. */
  async cells(): Promise<unknown> {
    const {active} = this.#terminal.buffer;
    const place = active.cursorY;
    const cells = Array.from({length: SIZE.rows}, (_, row) =>
      Array.from({length: SIZE.columns}, (_unused, column) => {
        const cell = active.getLine(active.baseY + row)?.getCell(column);
        if (!cell) return undefined;
        const look = [cell.getBgColorMode(), cell.getBgColor(), cell.isInverse(), cell.isUnderline()];
        const letters = [
          cell.getFgColorMode(),
          cell.getFgColor(),
          cell.isBold(),
          cell.isDim(),
          cell.isItalic(),
        ];
        const isBlank = cell.getChars().trim() === '' && !cell.isInverse() && !cell.isUnderline();
        return [cell.getChars() || ' ', cell.getWidth(), ...look, ...(isBlank ? [] : letters)];
      }),
    );
    return {place, cells};
  }
}

const LOOKS = ['1', '2', '3', '4', '7', '31', '36', '38;5;99', '38;2;1;2;3', '41', '48;5;17', '1;32', '0;35'];
const ENDS = ['0', '', '39', '49', '22', '24', '27', '22;39'];
const piece = fc.oneof(
  {weight: 6, arbitrary: fc.constantFrom('a', 'b', 'word', 'Ё', '│', ' ', '   ', 'é')},
  {weight: 3, arbitrary: fc.constantFrom(...LOOKS, ...ENDS).map(code => `\u001B[${code}m`)},
  {weight: 1, arbitrary: fc.constantFrom('日', '👩‍💻', 'e\u0301', '⚠')},
  {weight: 1, arbitrary: fc.constant('\u001B]8;;https://example.org\u0007link\u001B]8;;\u0007')},
);
/** Rows as Ink gives them: no wider than the screen, and all looks ended. */
const row = fc.array(piece, {maxLength: 7}).map(pieces => {
  let width = 0;
  const kept = pieces.filter(one => {
    const cells = one.startsWith('\u001B[')
      ? 0
      : one.includes('link')
        ? 4
        : /[日👩⚠]/u.test(one)
          ? 2
          : one.length;
    width += cells;
    return cells === 0 || width <= SIZE.columns;
  });
  return `${kept.join('')}\u001B[0m`;
});
const place = fc.integer({min: 0, max: SIZE.rows});
const change = fc.oneof(
  fc.record({kind: fc.constant('set' as const), at: place, row}),
  fc.record({
    kind: fc.constant('move' as const),
    from: place,
    to: place,
    by: fc.integer({min: -4, max: 4}),
    row,
  }),
);
const frame = fc.array(row, {minLength: SIZE.rows, maxLength: SIZE.rows});

type Change = Readonly<
  {kind: 'set'; at: number; row: string} | {kind: 'move'; from: number; to: number; by: number; row: string}
>;

function changed(rows: readonly string[], change: Change): readonly string[] {
  if (change.kind === 'set') return rows.map((old, index) => (index === change.at ? change.row : old));
  const {from, to, by} = change;
  return rows.map((old, index) => (index >= from && index < to ? (rows[index + by] ?? change.row) : old));
}

test('a screen comes to show what Ink’s own way makes it show', async () => {
  await fc.assert(
    fc.asyncProperty(
      frame,
      fc.array(fc.array(change, {maxLength: 3}), {maxLength: 5}),
      async (first, steps) => {
        const screens = [new Screen(lean), new Screen(real)] as const;
        let rows: readonly string[] = first;
        for (const changes of [[], ...steps]) {
          rows = changes.reduce(changed, rows);
          for (const screen of screens) await screen.show(rows);
          expect(await screens[0].cells()).toEqual(await screens[1].cells());
        }
      },
    ),
    {numRuns: 250},
  );
});

test('moving the selection writes the cells that differ, and a list that moves is moved by the terminal', async () => {
  const screen = new Screen(lean);
  await screen.show(rows(10, 12));
  await screen.show(rows(10, 13));
  expect(screen.bytes).toBe('\u001B[4H \n\u001B[36m▌\u001B[9;2H\u001B[m4');
  await screen.show(rows(11, 17));
  await screen.show(rows(12, 18));
  expect(screen.bytes).toContain('\u001B[2H\u001B[1M\u001B[8H\u001B[1L');
  expect(screen.bytes).not.toContain('Article 17');
  await screen.show(rows(11, 11));
  await screen.show(rows(10, 10));
  expect(screen.bytes).toContain('\u001B[8H\u001B[1M\u001B[2H\u001B[1L');
  expect(screen.bytes).not.toContain('Article 16');
});

function rows(top: number, selected: number): readonly string[] {
  return [
    'A list',
    ...Array.from({length: 7}, (_, index) => {
      const bar = top + index === selected ? '\u001B[36m▌\u001B[39m' : ' ';
      return `${bar} \u001B[1mArticle ${top + index}\u001B[22m`;
    }),
    `${selected + 1} of 40`,
  ];
}
