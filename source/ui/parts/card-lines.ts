import {CARD_LINES} from '../../app/list/list.ts';
import {folded} from '../../domain/text/folded.ts';
import type {Newsletter} from '../../domain/newsletter/newsletter.ts';
import type {Glyphs} from '../../screen/glyphs.ts';
import {BLANK, fit, segment, spread, widthOf} from './line.ts';
import type {Line} from './line.ts';

/** The newsletter card below the last row: the publication's own words, and the key. */
export function cardLines(
  newsletter: Newsletter,
  isSelected: boolean,
  width: number,
  glyphs: Glyphs,
): readonly Line[] {
  const bar = segment(isSelected ? glyphs.bar : ' ', 'accent');
  const room = width - 6;
  const join = newsletter.subscribers === undefined ? '' : `Join ${newsletter.subscribers} subscribers`;
  const promises = asManyAsFit([join, ...newsletter.promises].filter(Boolean), ` ${glyphs.dot} `, room);
  const pitch = twoLines(newsletter.pitch ?? '', room);
  const lines: Line[] = [
    [
      bar,
      segment('   '),
      ...spread(
        [segment(newsletter.heading ?? 'Newsletter', isSelected ? 'selected' : 'heading', true)],
        [segment('S', 'accent', true), segment(' subscribe', 'quiet')],
        room,
      ),
    ],
    ...[...pitch, promises]
      .filter(Boolean)
      .map((text): Line => [bar, segment('   '), ...spread([segment(text, 'quiet')], [], room)]),
  ];
  while (lines.length < CARD_LINES) lines.push(BLANK);
  return lines;
}

/** Promises are shown whole or not at all. */
function asManyAsFit(parts: readonly string[], between: string, width: number): string {
  return parts.reduce((line, part) => {
    const longer = line === '' ? part : line + between + part;
    return line === '' || widthOf([segment(longer)]) <= width ? longer : line;
  }, '');
}

function twoLines(text: string, width: number): readonly string[] {
  const [first = '', ...rest] = folded(text, width);
  return [first, fit(rest.join(' '), width)];
}
