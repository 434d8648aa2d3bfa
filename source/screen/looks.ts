import type {Options} from '../options/options.ts';
import type {PictureProtocol} from '../domain/page/picture-protocol.ts';
import {toProblem} from '../domain/problem.ts';
import type {Problem} from '../domain/problem.ts';
import type {Theme} from '../domain/theme/theme.ts';
import {openTheme} from '../options/theme-file.ts';
import {ASCII, UNICODE} from './glyphs.ts';
import type {Look} from './look.ts';
import {directionOf} from './direction.ts';
import {pictureProtocol} from './picture-protocol.ts';

/** The looks of everything in this terminal. */
export type Looks = Readonly<{
  colors: 0 | 1 | 2 | 3;
  hyperlinks: boolean;
  isAscii: boolean;
  bidi: 'terminal' | 'page';
  /** Absent where none can be shown. */
  pictures?: PictureProtocol;
  of: (themeName: string) => Look;
  /** Why a theme can't be used that was asked for; the terminal's own stands in for it. */
  faults: readonly Problem[];
}>;

export function createLook(options: Options): Looks {
  const colors = options.color === 'never' ? 0 : colorLevel(options.color === 'always');
  const isAscii = options.glyphs === 'ascii' || (options.glyphs === 'auto' && !isUnicode());
  const bidi = directionOf(options, process.env);
  const glyphs = isAscii ? ASCII : UNICODE;
  const made = new Map<string, Look>();
  const faults: Problem[] = [];
  const themeOr = (name: string): Theme => {
    try {
      return openTheme(name);
    } catch (error) {
      faults.push(toProblem(error));
      return openTheme('terminal');
    }
  };
  const pictures = options.screenReader ? undefined : pictureProtocol(process.env, {colors, isAscii});
  return {
    ...(pictures && {pictures}),
    colors,
    hyperlinks:
      colors > 0 && (options.hyperlinks === 'always' || (options.hyperlinks === 'auto' && mayHyperlink())),
    isAscii,
    bidi,
    faults,
    of(themeName) {
      const name = colors === 0 ? 'monochrome' : themeName;
      const known = made.get(name) ?? {theme: themeOr(name), glyphs, colors, isOrdering: bidi === 'page'};
      made.set(name, known);
      return known;
    },
  };
}

/** The colours by the terminal's own word; NO_COLOR and FORCE_COLOR are heard by getColorDepth. */
function colorLevel(isForced: boolean): Looks['colors'] {
  const depth = process.stdout.isTTY ? process.stdout.getColorDepth() : 1;
  if (depth >= 24) return 3;
  if (depth >= 8) return 2;
  return depth >= 4 || isForced ? 1 : 0;
}

function isUnicode(): boolean {
  const {LC_ALL, LC_CTYPE, LANG, TERM} = process.env;
  if (TERM === 'linux' || TERM === 'dumb') return false;
  const locale = LC_ALL || LC_CTYPE || LANG || '';
  return (
    locale === '' || process.platform === 'win32' || process.platform === 'darwin' || /utf-?8/i.test(locale)
  );
}

/** Terminals known to make links of OSC 8; others show the numbers alone. */
function mayHyperlink(): boolean {
  const {TERM_PROGRAM, VTE_VERSION, WT_SESSION, KITTY_WINDOW_ID, TERM = '', KONSOLE_VERSION} = process.env;
  if (TERM_PROGRAM === 'Apple_Terminal') return false;
  if (WT_SESSION || KITTY_WINDOW_ID || KONSOLE_VERSION || Number(VTE_VERSION) >= 5000) return true;
  return (
    ['iTerm.app', 'WezTerm', 'vscode', 'ghostty', 'Hyper'].includes(TERM_PROGRAM ?? '') ||
    /kitty|alacritty|foot|ghostty/.test(TERM)
  );
}
