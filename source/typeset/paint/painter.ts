import type {Highlight, PageStyle} from '../../domain/page.ts';
import type {Role, Style} from '../../domain/theme.ts';
import type {Line, Piece} from '../text/line.ts';
import type {Look} from '../text/look.ts';
import {litPieces} from './lit-pieces.ts';
import type {Sgr} from './sgr.ts';
import {sgrOf} from './sgr.ts';

/** Indents and the like. */
const UNSTYLED: Sgr = {open: '', close: ''};

/** Writes lines for a terminal: text, styles that are closed where they end, and hyperlinks where they are wanted. */
export class Painter {
  readonly #style: Pick<PageStyle, 'theme' | 'colors' | 'hyperlinks'>;
  readonly #known = new WeakMap<Look, Sgr>();
  readonly #byRoles = new Map<string, Sgr>();
  readonly #panel: Sgr | undefined;

  constructor(style: Pick<PageStyle, 'theme' | 'colors' | 'hyperlinks'>) {
    this.#style = style;
    const {background} = style.theme.styles.codePanel;
    this.#panel =
      background !== undefined && style.colors > 0 ? sgrOf({background}, style.colors) : undefined;
  }

  paint(line: Line, lit: readonly Highlight[] = []): string {
    const pieces = lit.length > 0 ? litPieces(line.pieces, lit) : line.pieces;
    let text = '';
    for (const [index, piece] of pieces.entries()) text += this.#piece(piece, index === pieces.length - 1);
    const free = line.fill === undefined || !this.#panel ? 0 : line.fill - line.width;
    return free > 0 && this.#panel ? text + this.#panel.open + ' '.repeat(free) + this.#panel.close : text;
  }

  #piece({text, look}: Piece, isLast: boolean): string {
    const {open, close} = this.#sgrOf(look);
    const shown = isLast && open === '' ? text.trimEnd() : text;
    const target = look.link?.target;
    const url = this.#style.hyperlinks && target?.kind === 'url' ? target.url : undefined;
    if (url !== undefined) return `${open}\u001b]8;;${url}\u001b\\${shown}\u001b]8;;\u001b\\${close}`;
    return open === '' ? shown : open + shown + close;
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
