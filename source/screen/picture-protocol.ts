import type {PictureProtocol} from '../domain/page/picture-protocol.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The protocol by which this terminal shows pictures, by its own word; undefined where it can't: without
 * colours, or without block characters. Asking it would need an answer, which comes too late or, on other
 * terminals, as keys.
 *
 * Within a page only kitty's placeholders will do, which are text and scroll with it. Pictures of iTerm2 and
 * sixel lie over the cells and would have to be drawn anew with each line that goes by, so they are for one
 * picture alone.
 */
export function pictureProtocol(
  environment: Environment,
  {colors, isAscii}: Readonly<{colors: number; isAscii: boolean}>,
): PictureProtocol | undefined {
  if (colors === 0 || isAscii) return undefined;
  const {
    TERM = '',
    TERM_PROGRAM = '',
    TMUX,
    KITTY_WINDOW_ID,
    GHOSTTY_RESOURCES_DIR,
    LC_TERMINAL,
  } = environment;
  // The question for sixel is asked when a picture is to be drawn; then nobody is typing. A multiplexer draws
  // the screen itself, and passes nothing on unless it is told to.
  if (TMUX || /^(?:tmux|screen)/.test(TERM)) return BLOCKS;
  if (KITTY_WINDOW_ID || GHOSTTY_RESOURCES_DIR || /kitty|ghostty/.test(TERM) || TERM_PROGRAM === 'ghostty')
    return {inline: 'kitty', alone: 'kitty'};
  if (['iTerm.app', 'WezTerm', 'mintty'].includes(TERM_PROGRAM) || LC_TERMINAL === 'iTerm2')
    return {inline: 'blocks', alone: 'iterm'};
  return /foot|mlterm|contour|sixel|vt340|yaft/.test(TERM) || TERM_PROGRAM === 'mlterm'
    ? {inline: 'blocks', alone: 'sixel'}
    : BLOCKS;
}

const BLOCKS: PictureProtocol = {inline: 'blocks', alone: 'blocks'};
