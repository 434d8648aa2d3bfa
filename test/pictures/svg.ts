import type {Cell} from '../helpers/terminal.ts';

export const CELL = {width: 8.4, height: 18, font: 14} as const;
export const PADDING = 14;
const INK = '#d8dee9';
const PAPER = '#1b1f27';

/** The terminal's sixteen colours, as the pictures show them. */
const PALETTE = [
  '#3b4252',
  '#e06c75',
  '#98c379',
  '#e5c07b',
  '#6cb6ff',
  '#c792ea',
  '#56b6c2',
  '#d8dee9',
  '#5c6370',
  '#ff7b86',
  '#b5e08f',
  '#ffd68a',
  '#8cc8ff',
  '#ddb6f2',
  '#7fd3de',
  '#ffffff',
] as const;

/** A screen as an SVG picture, in text that can be selected. */
export function svgOf(rows: readonly (readonly Cell[])[], title: string): string {
  return pictureOf(rows, title, rows.map((row, index) => rowOf(row, PADDING + index * CELL.height)).join(''));
}

/** The window around a screen of that size, with `body` drawn in it. */
export function pictureOf(rows: readonly (readonly Cell[])[], title: string, body: string): string {
  const columns = Math.max(...rows.map(row => row.length));
  const width = Math.ceil(columns * CELL.width + 2 * PADDING);
  const height = Math.ceil(rows.length * CELL.height + 2 * PADDING);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
<title>${escaped(title)}</title>
<rect width="100%" height="100%" rx="8" fill="${PAPER}"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="${CELL.font}" fill="${INK}">
${body}</g>
</svg>
`;
}

type Run = {text: string; column: number; cells: number; cell: Cell};

/** One row of a screen, its upper edge at `top`. */
export function rowOf(row: readonly Cell[], top: number): string {
  return runsOf(row)
    .map(({text, column, cells, cell}) => {
      const x = round(PADDING + column * CELL.width);
      const [ink, paper] = cell.isInverse
        ? [colorOf(cell.paper) ?? PAPER, colorOf(cell.ink) ?? INK]
        : [colorOf(cell.ink), colorOf(cell.paper)];
      const ground =
        paper === undefined
          ? ''
          : `<rect x="${x}" y="${round(top)}" width="${round(cells * CELL.width)}" height="${CELL.height}" fill="${paper}"/>`;
      if (text.trim() === '') return ground && `${ground}\n`;
      const look = [
        ink === undefined ? '' : ` fill="${ink}"`,
        cell.isBold ? ' font-weight="600"' : '',
        cell.isItalic ? ' font-style="italic"' : '',
        cell.isUnderlined ? ' text-decoration="underline"' : '',
        cell.isDim ? ' opacity="0.62"' : '',
      ].join('');
      return `${ground}<text x="${x}" y="${round(top + CELL.font)}" textLength="${round(cells * CELL.width)}" lengthAdjust="spacingAndGlyphs" xml:space="preserve"${look}>${escaped(text)}</text>\n`;
    })
    .join('');
}

/** Neighbouring cells of one look; blanks at a run's end are left out. */
function runsOf(row: readonly Cell[]): readonly Run[] {
  const runs: Run[] = [];
  row.forEach((cell, column) => {
    const last = runs.at(-1);
    if (cell.width === 0) return;
    const look = JSON.stringify({...cell, text: '', width: 0});
    if (last && look === JSON.stringify({...last.cell, text: '', width: 0})) {
      last.text += cell.text;
      last.cells += cell.width;
    } else runs.push({text: cell.text, column, cells: cell.width, cell});
  });
  return runs;
}

function colorOf(color: Cell['ink']): string | undefined {
  if (color === undefined) return undefined;
  if (typeof color === 'number' && color < 16) return PALETTE[color];
  return typeof color === 'string' ? color : INK;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}
