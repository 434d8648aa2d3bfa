import {CARD_LINES} from '../app/list.ts';
import type {Newsletter} from '../domain/newsletter.ts';
import type {Glyphs} from './glyphs.ts';
import {BLANK, segment, spread} from './line.ts';
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
  const words = [
    newsletter.pitch ?? '',
    [join, ...newsletter.promises].filter(Boolean).join(` ${glyphs.dot} `),
  ];
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
    ...words
      .filter(Boolean)
      .map((text): Line => [bar, segment('   '), ...spread([segment(text, 'quiet')], [], room)]),
  ];
  while (lines.length < CARD_LINES) lines.push(BLANK);
  return lines;
}
