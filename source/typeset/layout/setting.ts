import type {Sheet} from '../../domain/page/page.ts';
import type {Block} from '../blocks/block.ts';
import type {Breaking} from '../breaking/break-text.ts';
import type {Glyphs} from './glyphs.ts';
import type {Run} from '../text/flow.ts';
import {drawn, prefixed} from '../text/line.ts';
import type {Line} from '../text/line.ts';
import {ours} from '../text/look.ts';

/** Settings of the layout, besides the measure. */
export type Setting = Readonly<{
  breaking: Exclude<Breaking, 'balanced'>;
  glyphs: Glyphs;
  isSpoken: boolean;
  /** Indents of code are said as numbers. */
  hasSpokenIndents?: boolean;
  /** Long lines of code are cut, and begin at so many cells; absent: they are wrapped. */
  codeFrom?: number;
  /** The looks of a block of code. */
  highlight: (code: string, language: string) => readonly Run[];
  /** The pictures that are loaded, and the key that shows them. */
  pictured?: NonNullable<Sheet['pictured']>;
  pictureKey?: string;
}>;

/** No column of text is narrower: what would indent it further gives way. */
const NARROWEST = 6;

/** The cells of an indent where there is room for it, else none. */
export function indentWithin(measure: number, wanted: number): number {
  return measure - wanted >= NARROWEST ? wanted : 0;
}

/** The surroundings of a block: the page, another block, or items of so many lists. */
export type Within = Readonly<{around: 'page' | 'block' | 'item'; lists: number}>;

export const IN_BLOCK: Within = {around: 'block', lists: 0};

export const ON_PAGE: Within = {around: 'page', lists: 0};

/** Lays out the blocks within another. */
export type LayOut = (blocks: readonly Block[], measure: number, setting: Setting, within: Within) => Line[];

/** Lines set in by some cells; blank ones stay blank. */
export function indented(lines: readonly Line[], indent: number): Line[] {
  if (indent === 0) return [...lines];
  const space = drawn(' '.repeat(indent), ours());
  return lines.map(line => (line.pieces.length === 0 ? line : prefixed(space, line)));
}

/**
 * The largest of any number of numbers, at least `least`: a call with a hundred thousand arguments would be
 * refused.
 */
export function largest(least: number, numbers: readonly number[]): number {
  let result = least;
  for (const number of numbers) if (number > result) result = number;
  return result;
}
