import type {Role} from '../../domain/theme/theme.ts';
import type {Flow} from '../text/flow.ts';
import type {Line} from '../text/line.ts';
import type {Link} from '../text/look.ts';

/** A picture as the article names it. */
export type Picture = Readonly<{
  href: string;
  alternative: string;
  caption?: string;
  /** The target of a picture that is a link. */
  leadsTo?: string;
}>;

/** A block of an article, read but not yet laid out at a measure. */
export type Block =
  | Readonly<{kind: 'paragraph'; flow: Flow}>
  | Readonly<{kind: 'heading'; level: number; flow: Flow}>
  | Readonly<{kind: 'code'; language: string; title?: string; session: Session; flow: Flow}>
  | Readonly<{kind: 'list'; isOrdered: boolean; isLoose: boolean; items: readonly Item[]}>
  | Readonly<{kind: 'definitions'; entries: readonly Entry[]}>
  | Readonly<{kind: 'quote'; blocks: readonly Block[]; alert?: Alert}>
  | Readonly<{
      kind: 'table';
      head: readonly Flow[];
      rows: readonly (readonly Flow[])[];
      alignment: readonly Alignment[];
    }>
  | Readonly<{kind: 'rule'}>
  /** Lines that stay as they were written: poems, addresses, formulas. */
  | Readonly<{kind: 'verse'; flow: Flow; isCentred?: boolean}>
  | Readonly<{kind: 'image'; flow: Flow; picture: Picture}>
  | Readonly<{kind: 'details'; summary: Flow; blocks: readonly Block[]}>
  | Readonly<{kind: 'note'; ordinal: number; number: number; back?: Link; blocks: readonly Block[]}>
  /** The parts of the page around the text, which know their own form. */
  | Readonly<{kind: 'card'; flows: readonly Flow[]; set: (measure: number) => readonly Line[]}>;

export type Session = 'code' | 'console' | 'diff';
export type Alignment = 'left' | 'center' | 'right';
export type Item = Readonly<{
  task?: 'open' | 'done';
  /** Its number, as its author wrote it: "3.", "c.". */
  label?: string;
  blocks: readonly Block[];
}>;
export type Entry = Readonly<{terms: readonly Flow[]; definitions: readonly (readonly Block[])[]}>;
export type Alert = Readonly<{title: Flow; role: Role}>;

/** A block of the page with all that is known of it before it is laid out. */
export type Composed = Readonly<{
  block: Block;
  /** Its texts in reading order; `at` of each counts from the block's beginning. */
  flows: readonly Flow[];
  links: readonly (readonly [link: Link, text: string])[];
  /** Characters of its source: its share of the article. */
  weight: number;
}>;
