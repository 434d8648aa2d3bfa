import {withoutAttachments} from '../../domain/email/mailto.ts';
import type {Highlight, PageStyle} from '../../domain/page/page.ts';
import type {Role, Style} from '../../domain/theme/theme.ts';
import {cellsOf} from '../text/cells.ts';
import type {DotRow, Drawing} from '../text/drawing.ts';
import type {Line, Piece} from '../text/line.ts';
import type {Look} from '../text/look.ts';
import {directed} from './bidi.ts';
import {paintDots} from './dots.ts';
import {litPieces} from './highlighted-pieces.ts';
import type {Sgr} from '../../domain/text/sgr.ts';
import {sgrOf} from '../../domain/text/sgr.ts';

type Shown = Pick<PageStyle, 'theme' | 'colors' | 'hyperlinks' | 'bidi' | 'measure'>;

/** Indents and the like. */
const UNSTYLED: Sgr = {open: '', close: ''};

/**
 * Writes lines for a terminal: text, styles that are closed where they end, and hyperlinks where they are
 * wanted.
 */
export class Painter {
  readonly #style: Shown;
  readonly #known = new WeakMap<Look, Sgr>();
  readonly #painted = new WeakMap<DotRow, string>();
  readonly #byRoles = new Map<string, Sgr>();
  readonly #panel: Sgr | undefined;

  constructor(style: Shown) {
    this.#style = style;
    const {background} = style.theme.styles.codePanel;
    this.#panel =
      background !== undefined && style.colors > 0 ? sgrOf({background}, style.colors) : undefined;
  }

  paint(line: Line, lit: readonly Highlight[] = []): string {
    const {bidi, measure} = this.#style;
    const lighted = lit.length > 0 ? litPieces(line.pieces, lit) : line.pieces;
    const pieces = withoutBlanks(bidi ? directed(lighted, line, measure, bidi) : lighted);
    let text = '';
    for (const piece of pieces) text += this.#piece(piece);
    return this.#panel && line.fill !== undefined ? text + this.#rest(pieces, line.fill, this.#panel) : text;
  }

  /** The background of a panel behind the end of a line. */
  #rest(pieces: readonly Piece[], fill: number, {open, close}: Sgr): string {
    const free = fill - pieces.reduce((width, {text}) => width + cellsOf(text), 0);
    return free > 0 ? open + ' '.repeat(free) + close : '';
  }

  #piece({text, look}: Piece): string {
    if (look.drawing) return this.#drawing(text, look.drawing);
    const {open, close} = this.#sgrOf(look);
    const target = look.link?.target;
    const url = this.#style.hyperlinks && target?.kind === 'url' ? withoutAttachments(target.url) : undefined;
    if (url !== undefined) return `${open}\u001b]8;;${url}\u001b\\${text}\u001b]8;;\u001b\\${close}`;
    return open === '' ? text : open + text + close;
  }

  /** A picture has no colours but its own; where there are none no picture is set. */
  #drawing(text: string, drawing: Drawing): string {
    const {colors} = this.#style;
    if ('dots' in drawing) return colors === 0 ? text : this.#dots(drawing.dots, colors);
    const {id} = drawing;
    return `\u001b[38;2;${id >> 16};${(id >> 8) & 255};${id & 255}m${text}\u001b[39m`;
  }

  /** A row of a picture has a code for nearly every cell, and goes by line by line. */
  #dots(dots: DotRow, colors: 1 | 2 | 3): string {
    const known = this.#painted.get(dots);
    if (known !== undefined) return known;
    const painted = paintDots(dots, colors);
    this.#painted.set(dots, painted);
    return painted;
  }

  #sgrOf(look: Look): Sgr {
    if (look.isOurs && look.roles.length === 0) return UNSTYLED;
    const known = this.#known.get(look);
    if (known) return known;
    const key = look.roles.join(' ');
    const made = this.#byRoles.get(key) ?? sgrOf(this.#merged(look.roles), this.#style.colors);
    this.#byRoles.set(key, made);
    this.#known.set(look, made);
    return made;
  }

  /** The later role wins, switches add up; the text's own style is under all of them. */
  #merged(roles: readonly Role[]): Style {
    const {colors, theme} = this.#style;
    const shown = colors > 0 ? roles : roles.filter(role => role !== 'codePanel');
    return shown.reduce<Style>((style, role) => ({...style, ...theme.styles[role]}), theme.styles.text);
  }
}

/** The pieces of a line without the blanks at its end, however many pieces they are. */
function withoutBlanks(pieces: readonly Piece[]): readonly Piece[] {
  const last = pieces.findLastIndex(({text}) => text.trim() !== '');
  const piece = pieces[last];
  if (!piece) return [];
  const text = piece.text.trimEnd();
  if (last === pieces.length - 1 && text.length === piece.text.length) return pieces;
  return [...pieces.slice(0, last), {...piece, text}];
}
