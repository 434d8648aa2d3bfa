import type {Sheet} from '../../domain/page/page.ts';
import type {Breaking} from '../breaking/break-text.ts';
import type {Run} from '../text/flow.ts';
import type {Glyphs} from './glyphs.ts';

/** What the form of a page depends on, besides its measure. */
export type Setting = Readonly<{
  breaking: Exclude<Breaking, 'balanced'>;
  glyphs: Glyphs;
  isSpoken: boolean;
  /** Long lines of code are cut, and begin at so many cells; absent: they are wrapped. */
  codeFrom?: number;
  /** The looks of a block of code. */
  highlight: (code: string, language: string) => readonly Run[];
  /** What is at hand of pictures, and the key that shows them. */
  pictured?: NonNullable<Sheet['pictured']>;
  pictureKey?: string;
}>;

/** No column of text is narrower: what would indent it further gives way. */
const NARROWEST = 6;

/** The cells of an indent where there is room for it, else none. */
export function indentWithin(measure: number, wanted: number): number {
  return measure - wanted >= NARROWEST ? wanted : 0;
}
