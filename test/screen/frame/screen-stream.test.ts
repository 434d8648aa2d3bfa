import xterm from '@xterm/headless';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {ScreenStream} from '../../../source/screen/frame/screen-stream.ts';

const SIZE = {columns: 16, rows: 9};

/** A terminal, and what it was sent. */
class Shown {
  readonly terminal = new xterm.Terminal({
    cols: SIZE.columns,
    rows: SIZE.rows,
    convertEol: true,
    allowProposedApi: true,
  });
  #done = Promise.resolve();
  bytes = '';

  readonly write = (bytes: string): void => {
    this.bytes += bytes;
    this.#done = new Promise(resolve => {
      this.terminal.write(bytes, resolve);
    });
  };

  /** All that can be seen. */
  async cells(): Promise<unknown> {
    await this.#done;
    const {active} = this.terminal.buffer;
    return Array.from({length: this.terminal.rows}, (_, row) =>
      Array.from({length: this.terminal.cols}, (_unused, column) => {
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
  }
}

/** A screen that shows one frame after another. */
class Screen extends Shown {
  readonly stream: ScreenStream;

  constructor(size: {columns: number; rows: number} = SIZE) {
    super();
    this.stream = new ScreenStream({...size, write: this.write});
    this.stream.write('\u001B[?1049h');
  }

  show(rows: readonly string[]): void {
    this.bytes = '';
    this.stream.write(rows.join('\n'));
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

test('one frame after another shows what the last frame shows alone', async () => {
  await fc.assert(
    fc.asyncProperty(
      frame,
      fc.array(fc.array(change, {maxLength: 3}), {maxLength: 5}),
      async (first, steps) => {
        const screen = new Screen();
        let rows: readonly string[] = first;
        for (const changes of [[], ...steps]) {
          rows = changes.reduce(changed, rows);
          screen.show(rows);
          const alone = new Screen();
          alone.show(rows);
          expect(await screen.cells()).toEqual(await alone.cells());
        }
      },
    ),
    {numRuns: 200},
  );
});

test('a frame alone shows the rows as they are', async () => {
  await fc.assert(
    fc.asyncProperty(frame, async rows => {
      const [screen, terminal] = [new Screen(), new Shown()];
      screen.show(rows);
      terminal.write(rows.join('\n'));
      expect(await screen.cells()).toEqual(await terminal.cells());
    }),
    {numRuns: 200},
  );
});

test('moving the selection writes the cells that differ, and a list that moves is moved by the terminal', () => {
  const screen = new Screen();
  screen.show(rows(10, 12));
  screen.show(rows(10, 13));
  expect(screen.bytes).toBe('\u001B[4H \n\u001B[36m▌\u001B[9;2H\u001B[m4');
  screen.show(rows(11, 17));
  screen.show(rows(12, 18));
  expect(screen.bytes).toContain('\u001B[2H\u001B[1M\u001B[8H\u001B[1L');
  expect(screen.bytes).not.toContain('Article 17');
  screen.show(rows(11, 11));
  screen.show(rows(10, 10));
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

test('the same frame again is not written', () => {
  const screen = new Screen();
  screen.show(rows(0, 1));
  screen.show(rows(0, 1));
  expect(screen.bytes).toBe('');
});

test('a frame has as many rows as the window, whatever Ink gives', async () => {
  const screen = new Screen();
  screen.show(rows(0, 1));
  screen.show(['short']);
  const alone = new Screen();
  alone.show(['short', ...Array.from({length: 8}, () => '')]);
  expect(await screen.cells()).toEqual(await alone.cells());
  screen.show([...rows(0, 1), 'one too many']);
  alone.show(rows(0, 1));
  expect(await screen.cells()).toEqual(await alone.cells());
});

test('rows do not wrap while the screen is ours, and do again when it is given back', () => {
  const screen = new Screen();
  expect(screen.bytes).toBe('\u001B[?1049h\u001B[?7l\u001B[?25l');
  screen.bytes = '';
  screen.stream.write('\u001B[?1049l');
  expect(screen.bytes).toBe('\u001B[?7h\u001B[?1049l');
  screen.show(rows(0, 1));
  expect(screen.bytes).toBe('');
});

test('a screen that was lent is drawn whole again', () => {
  const screen = new Screen();
  screen.show(rows(0, 1));
  screen.stream.write('\u001B[?1049l');
  screen.stream.write('\u001B[?1049h');
  screen.show(rows(0, 1));
  expect(screen.bytes).toContain('Article 6');
});

test('after a change of size the last frame of the turn alone is drawn, whole', async () => {
  const size = {...SIZE};
  const shown = new Shown();
  const stream = new ScreenStream({
    get columns() {
      return size.columns;
    },
    get rows() {
      return size.rows;
    },
    write: shown.write,
  });
  stream.write('\u001B[?1049h');
  stream.write(rows(0, 1).join('\n'));
  shown.bytes = '';
  size.rows = 4;
  shown.terminal.resize(size.columns, size.rows);
  let told = 0;
  stream.on('resize', () => told++);
  stream.resized();
  stream.write('the old frame\n\n\n');
  stream.write('the new frame\n\n\nend');
  expect(shown.bytes).toBe('');
  await new Promise(setImmediate);
  expect(told).toBe(1);
  expect(shown.bytes).not.toContain('old');
  expect(JSON.stringify(await shown.cells())).toContain('"n"');
  expect(shown.bytes.split('\u001B[K')).toHaveLength(5);
});

test('the caret is shown in its cell, follows, and is hidden when there is none', () => {
  const screen = new Screen();
  screen.show(rows(0, 1));
  screen.stream.setCaret({x: 3, y: 8});
  screen.show(rows(0, 1));
  expect(screen.bytes).toBe('\u001B[9;4H\u001B[?25h');
  screen.stream.setCaret({x: 4, y: 8});
  screen.show(rows(0, 1));
  expect(screen.bytes).toBe('\u001B[9;5H');
  screen.show(rows(0, 2));
  expect(screen.bytes).toMatch(/^\u001B\[\?25l.*\u001B\[9;5H\u001B\[\?25h$/s);
  screen.stream.setCaret(undefined);
  screen.show(rows(0, 2));
  expect(screen.bytes).toBe('\u001B[?25l');
});

test.each([
  ['after an emoji', 'a 👍🏽 b', 'a 👍🏽\u001B[5G b'],
  ['after letters of a joined script at the next gap alone', 'क्षत्र एक  9 min', 'क्षत्र एक\u001B[GAP  9 min'],
  ['never after letters that all terminals see alike', '漢字 かな é', '漢字 かな é'],
])('the cursor is placed again %s', (_, row, placed) => {
  const screen = new Screen();
  screen.show([row]);
  const [first = ''] = screen.bytes.split('\n');
  const written = first.replace(/^.*?\u001B\[H/s, '');
  expect(written.replace(/(?<=एक)\u001B\[\d+G/, '\u001B[GAP')).toBe(placed);
});
