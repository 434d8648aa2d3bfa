import type {Article} from '../article/article.ts';
import type {Pictured} from './picture.ts';
import type {Publication} from '../publication/publication.ts';
import type {Theme} from '../theme/theme.ts';

/**
 * A reading position, whatever the width: a block of the page, and how many UTF-16 units of its text stand
 * before. Numbers of blocks grow down the page, with gaps: a part of the page is numbered without reading
 * what is above it.
 */
export type Position = Readonly<{block: number; offset: number}>;

/** A line of a page at its measure: the line'th line of a block. Only good for the page that gave it. */
export type Place = Readonly<{block: number; line: number}>;

/** A run of cells on one line: [from, to) counted in cells from the line's left edge. */
export type Span = Readonly<{place: Place; from: number; to: number}>;

export type PageHeading = Readonly<{block: number; level: number; text: string}>;

/** Something that can be chosen and opened. A link that is broken over lines has several spans. */
export type PageLink = Readonly<{
  /**
   * Shown on the page, from 1: of links, footnotes and related articles, each once; absent on other cards.
   */
  number?: number;
  text: string;
  /** The host, if the link's words name another one or hide it (domain/link-host.ts). */
  host?: string;
  target:
    | Readonly<{kind: 'url'; url: string}>
    | Readonly<{kind: 'place'; block: number}>
    | Readonly<{kind: 'article'; id: string}>
    | Readonly<{kind: 'author'; name: string}>
    | Readonly<{kind: 'subscribe'}>;
  block: number;
}>;

/** Parts of a line to be lit: the chosen link, matches of a search. */
export type Highlight = Readonly<{span: Span; role: 'chosen' | 'match' | 'currentMatch'}>;

export type PageCode = Readonly<{block: number; language?: string; text: string}>;

/** A picture that stands on its own in the text. */
export type PagePicture = Readonly<{
  /** As the article names it: it may be relative. */
  src: string;
  alternative: string;
  /** The first of its lines, and how many there are. */
  place: Place;
  lines: number;
  /** Cells that it may take in width. */
  room: number;
  state: Pictured['state'] | 'absent';
}>;

/**
 * An article set at one measure. Blocks are laid out when they are first asked for, and kept, so a book costs
 * its first screen only. Line strings hold text and SGR (and OSC 8 where allowed), styles closed at each
 * line's end; no line is wider than the measure, and none has trailing blanks.
 */
export interface Page {
  readonly measure: number;
  readonly headings: readonly PageHeading[];
  /** True if there are any, and for every long text, which is not read to its end to find out. */
  readonly hasHeadings: boolean;
  readonly codes: readonly PageCode[];
  /** All links in reading order; laying out is not needed to know them. */
  readonly links: readonly PageLink[];
  /** The first line, and the last one at which `height` lines still fill the screen. */
  readonly start: Place;
  end(height: number): Place;
  /** Up to `count` lines from a place, fewer at the page's end. */
  lines(from: Place, count: number, highlights?: readonly Highlight[]): readonly string[];
  /** `by` lines further (negative: back), kept between the page's first and last line. */
  move(from: Place, by: number): Place;
  /**
   * The next screen of `height` lines, `by` lines further, or less where a heading would stand alone at the
   * bottom: it comes with what it heads.
   */
  turn(from: Place, by: number, height: number): Place;
  /**
   * The place, or the last one at which `height` lines still fill the screen; looks no further down than
   * that.
   */
  fit(place: Place, height: number): Place;
  /** The number of lines from `from` down to `to`, counted up to `limit`; negative when above. */
  distance(from: Place, to: Place, limit: number): number;
  position(place: Place): Position;
  place(position: Position): Place;
  /** Share of the body's words that stand before a place, 0 to 1; 1 from the author card on. */
  progress(place: Place): number;
  /** The first line of the first block after the body (the author card), where an article counts as read. */
  readonly bodyEnd: Place;
  spans(link: PageLink): readonly Span[];
  /** The pictures of which a line is among `count` lines from a place on. */
  pictures(from: Place, count: number): readonly PagePicture[];
  /**
   * Does a slice of the work that is left (a millisecond or two); false when nothing is left. For idle
   * moments.
   */
  prepare(): boolean;
  /** Cells of long lines of code that are out of sight on the left; absent: such lines are wrapped. */
  readonly codeFrom?: number;
  /**
   * The same page with long lines of code beginning at so many cells and cut at the edge; undefined: wrapped.
   */
  withCode(from: number | undefined): Page;
  /** True if a line of code among `count` from a place continues beyond the right edge. */
  isCodeCut(from: Place, count: number): boolean;
  /** Matches of a plain text, case and diacritics ignored, in reading order, at most `limit`. */
  find(text: string, limit?: number): readonly Span[];
}

/** All that is set on one page. */
export type Sheet = Readonly<{
  article: Article;
  publication: Publication;
  markdown: string;
  related: readonly Article[];
  /** Set nothing but the body: for previews and for tests. */
  bodyOnly?: boolean;
  /** The loaded form of a picture, by its name in the article and the cells of its room. */
  pictured?: (src: string, room: number) => Pictured | undefined;
}>;

export type PageStyle = Readonly<{
  /** Width in cells that lines may take. */
  measure: number;
  theme: Theme;
  /**
   * 0 none (bold, underline and inverse stay, as far as the theme has them), 1 sixteen, 2 256, 3 true colour.
   */
  colors: 0 | 1 | 2 | 3;
  hyperlinks: boolean;
  /** Only ASCII glyphs for bullets, rules and boxes. */
  ascii: boolean;
  breaking: 'optimal' | 'greedy';
  /** Read out: what is drawn elsewhere is said in words, and nothing else is added. */
  spoken?: boolean;
  /** The indentation of code as its number where it changes, not as blanks. */
  spokenIndent?: 'numbers';
  /**
   * The side that puts right-to-left text in visual order: `terminal`, as some do, or `page`, where none
   * would. Such text stands at the right edge then. Absent: it stays as it is stored, at the left, for pipes
   * and mails.
   */
  bidi?: 'terminal' | 'page';
  /** BCP 47, for dates. */
  locale?: string;
  /** Now, for "3 days ago": injected. */
  now?: number;
  /**
   * Keys to name on the cards, as the reader has them; none are named where there is no keyboard to press.
   */
  keys?: Readonly<Partial<Record<'subscribe' | 'author' | 'pictures' | 'enclosure' | 'comments', string>>>;
}>;
