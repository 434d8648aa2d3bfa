import styles from 'ansi-styles';
import type {Color, Style} from '../theme/theme.ts';

/** Sequences before and after a text. */
export type Sgr = Readonly<{open: string; close: string}>;

type Colors = 0 | 1 | 2 | 3;

const SWITCHES = ['bold', 'dim', 'italic', 'underline', 'strikethrough', 'inverse'] as const;

/**
 * A style for a terminal with so many colours. What opens closes; nothing is ever reset that was not ours.
 */
export function sgrOf(style: Style, colors: Colors): Sgr {
  let open = '';
  let close = '';
  const add = (on: string, off: string): void => {
    open += on;
    if (!close.includes(off)) close = off + close;
  };
  for (const name of SWITCHES) if (style[name]) add(styles[name].open, styles[name].close);
  const [color, background] = [codeOf(style.color, colors, 0), codeOf(style.background, colors, 10)];
  if (color !== undefined) add(color, styles.color.close);
  if (background !== undefined) add(background, styles.bgColor.close);
  // A panel or a badge without colours still has to be told from the text around it.
  if (
    background === undefined &&
    style.background !== undefined &&
    style.color !== undefined &&
    !style.inverse
  )
    add(styles.inverse.open, styles.inverse.close);
  return {open, close};
}

/** Foreground of the palette by name; a background's code is ten more. */
function codeOf(color: Color | undefined, colors: Colors, offset: 0 | 10): string | undefined {
  if (color === undefined || colors === 0) return undefined;
  const palette = PALETTE.get(color);
  if (palette !== undefined) return `\u001b[${palette + offset}m`;
  if (!color.startsWith('#')) return undefined;
  const target = offset === 0 ? styles.color : styles.bgColor;
  if (colors === 3) return target.ansi16m(...styles.hexToRgb(color));
  return colors === 2 ? target.ansi256(styles.hexToAnsi256(color)) : target.ansi(styles.hexToAnsi(color));
}

const NAMES = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'];

const PALETTE: ReadonlyMap<string, number> = new Map([
  ...NAMES.map((name, index): [string, number] => [name, 30 + index]),
  ...NAMES.map((name, index): [string, number] => [`${name}Bright`, 90 + index]),
  ['gray', 90],
]);
