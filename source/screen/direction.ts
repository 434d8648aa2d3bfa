import type {Options} from '../options/options.ts';

/**
 * The one that puts right-to-left text in order: the terminal or Inkwell. VTE (GNOME), Konsole, Apple's
 * Terminal, mlterm and mintty do it; most others (kitty, Alacritty, WezTerm, foot, Ghostty, xterm, Windows
 * Terminal, Visual Studio Code) show what they are given.
 */
export function directionOf(
  {bidi}: Pick<Options, 'bidi'>,
  environment: Readonly<Record<string, string | undefined>>,
): 'terminal' | 'page' {
  if (bidi !== 'auto') return bidi;
  const {VTE_VERSION, KONSOLE_VERSION, TERM_PROGRAM = '', TERM = ''} = environment;
  const isKnown =
    Number(VTE_VERSION) >= 5800 ||
    KONSOLE_VERSION !== undefined ||
    /^(?:Apple_Terminal|mintty)$/.test(TERM_PROGRAM) ||
    TERM.startsWith('mlterm');
  return isKnown ? 'terminal' : 'page';
}
