import {sgrOf} from '../../domain/text/sgr.ts';
import type {Sgr} from '../../domain/text/sgr.ts';
import {safeText} from '../../domain/text/sink.ts';
import {ASCII, withoutSigns} from '../../screen/glyphs.ts';
import {inVisualOrder} from '../../screen/frame/visual-order.ts';
import type {Line, Segment} from './line.ts';
import type {Look} from '../../screen/look.ts';

/** The sequences of each role, by look: there are some dozens, and a frame asks for hundreds. */
const sequences = new WeakMap<Look, Map<string, Sgr>>();

/** A row as text with its colours, never empty: without a cell it would take no row. */
export function paintLine(look: Look, line: Line): string {
  if (line.length === 0) return ' ';
  let painted = '';
  for (const segment of line) {
    const {open, close} = sequenceOf(look, segment);
    const text = look.glyphs === ASCII ? withoutSigns(segment.text) : segment.text;
    const safe = safeText(text);
    painted += open + (look.isOrdering ? inVisualOrder(safe) : safe) + close;
  }
  return painted === '' ? ' ' : painted;
}

function sequenceOf(look: Look, {role, isBold}: Segment): Sgr {
  let known = sequences.get(look);
  if (!known) sequences.set(look, (known = new Map<string, Sgr>()));
  const name = `${role ?? ''} ${isBold ? 'bold' : ''}`;
  let sequence = known.get(name);
  if (!sequence) {
    const style = role ? look.theme.styles[role] : {};
    sequence = sgrOf(isBold ? {...style, bold: true} : style, look.colors);
    known.set(name, sequence);
  }
  return sequence;
}
