import type {Line} from '../text/line.ts';
import {drawn, lineOf} from '../text/line.ts';
import {ours} from '../text/look.ts';
import type {Setting} from './setting.ts';

/** A break in the text: a short rule in the middle, as in a book. */
export function layOutRule(measure: number, {glyphs}: Setting): readonly Line[] {
  const length = Math.max(1, Math.min(12, Math.floor(measure / 3)));
  const indent = Math.max(0, Math.floor((measure - length) / 2));
  return [lineOf([drawn(' '.repeat(indent), ours()), drawn(glyphs.rule.repeat(length), ours('rule'))])];
}
