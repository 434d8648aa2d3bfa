import type {
  Highlight,
  Page,
  PageCode,
  PageHeading,
  PageLink,
  PagePicture,
  Place,
  Position,
  Span,
} from '../../domain/page/page.ts';
import type {Manuscript} from '../article/manuscript.ts';
import type {Painter} from '../paint/painter.ts';
import {Contents} from './contents.ts';
import {figuresIn} from './figures.ts';
import {findIn} from './find.ts';
import {Galley} from './galley.ts';
import {placeAt, positionAt} from './position.ts';
import {progressAt} from './progress.ts';
import {spansOf} from './spans.ts';
import {turned} from './turn.ts';
import {distance, isAbove, linesFrom, moved, settled} from './walk.ts';

/** A page: the galley of its blocks, walked by lines. */
export class SetPage implements Page {
  readonly measure: number;
  readonly codeFrom?: number;
  readonly #galley: Galley;
  readonly #painter: Painter;
  readonly #manuscript: Manuscript;
  readonly #contents: Contents;

  constructor(
    measure: number,
    galley: Galley,
    painter: Painter,
    manuscript: Manuscript,
    contents = new Contents(galley),
  ) {
    this.measure = measure;
    this.#galley = galley;
    this.#painter = painter;
    this.#manuscript = manuscript;
    this.#contents = contents;
    const {codeFrom} = galley.setting;
    if (codeFrom !== undefined) this.codeFrom = codeFrom;
  }

  /** Links, headings and codes do not depend on the layout of code. */
  withCode(from: number | undefined): Page {
    const {codeFrom: _, ...setting} = this.#galley.setting;
    const galley = new Galley(this.#galley.sections, this.measure, {
      ...setting,
      ...(from !== undefined && {codeFrom: from}),
    });
    return new SetPage(this.measure, galley, this.#painter, this.#manuscript, this.#contents);
  }

  isCodeCut(from: Place, count: number): boolean {
    const mark = this.#galley.setting.glyphs.beyond[1];
    return linesFrom(this.#galley, from, count).some(({line: {pieces}}) => {
      const last = pieces.at(-1);
      return last?.at === -1 && last.text === mark;
    });
  }

  get headings(): readonly PageHeading[] {
    return this.#contents.headings;
  }

  get hasHeadings(): boolean {
    return this.#manuscript.has(1) || this.headings.length > 0;
  }

  get codes(): readonly PageCode[] {
    return this.#contents.codes;
  }

  get links(): readonly PageLink[] {
    return this.#contents.links;
  }

  get start(): Place {
    return settled(this.#galley, {block: this.#galley.first, line: 0});
  }

  get bodyEnd(): Place {
    const section = this.#galley.sections.first('cards');
    const first = section === undefined ? undefined : this.#galley.at(this.#galley.numberOf(section, 0));
    return first === undefined ? this.#bottom() : {block: first, line: 0};
  }

  end(height: number): Place {
    return moved(this.#galley, this.#bottom(), 1 - Math.max(1, height));
  }

  lines(from: Place, count: number, highlights: readonly Highlight[] = []): readonly string[] {
    return linesFrom(this.#galley, from, count).map(({place: {block, line: row}, line}) => {
      const lit = highlights.filter(({span: {place}}) => place.block === block && place.line === row);
      return this.#painter.paint(line, lit);
    });
  }

  move(from: Place, by: number): Place {
    return moved(this.#galley, from, by);
  }

  turn(from: Place, by: number, height: number): Place {
    return turned(this.#galley, from, by, height);
  }

  fit(place: Place, height: number): Place {
    const from = settled(this.#galley, place);
    const bottom = moved(this.#galley, from, height - 1);
    return distance(this.#galley, from, bottom, height) >= height - 1
      ? from
      : moved(this.#galley, bottom, 1 - height);
  }

  distance(from: Place, to: Place, limit: number): number {
    return distance(this.#galley, settled(this.#galley, from), settled(this.#galley, to), limit);
  }

  position(place: Place): Position {
    return positionAt(this.#galley, settled(this.#galley, place));
  }

  place(position: Position): Place {
    return placeAt(this.#galley, position);
  }

  progress(place: Place): number {
    return progressAt(this.#galley, settled(this.#galley, place));
  }

  spans(link: PageLink): readonly Span[] {
    const mark = this.#contents.markOf(link);
    return mark ? spansOf(this.#galley, link.block, piece => piece.look.link === mark) : [];
  }

  pictures(from: Place, count: number): readonly PagePicture[] {
    return figuresIn(this.#galley, settled(this.#galley, from), count);
  }

  prepare(): boolean {
    const {read} = this.#manuscript;
    this.#manuscript.part(read);
    return this.#manuscript.has(read + 1);
  }

  find(text: string, limit = 1000): readonly Span[] {
    return findIn(this.#galley, text, limit);
  }

  /** The last line of the page. */
  #bottom(): Place {
    const place = moved(this.#galley, {block: this.#galley.last, line: 0}, 0);
    return isAbove(place, {block: this.#galley.last, line: this.#galley.lines(this.#galley.last).length - 1})
      ? {block: this.#galley.last, line: this.#galley.lines(this.#galley.last).length - 1}
      : place;
  }
}
