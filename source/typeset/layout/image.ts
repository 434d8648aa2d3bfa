import type {Pictured} from '../../domain/page/picture.ts';
import type {Block} from '../blocks/block.ts';
import {cellsOf} from '../text/cells.ts';
import {HALF_BLOCK} from '../text/drawing.ts';
import type {Drawing, Figure} from '../text/drawing.ts';
import {flow} from '../text/flow.ts';
import type {Line, Piece} from '../text/line.ts';
import {drawn, lineOf} from '../text/line.ts';
import {ours} from '../text/look.ts';
import {placeholders} from '../text/placeholder.ts';
import {setFlow} from '../text/set-flow.ts';
import type {Setting} from './setting.ts';

type Image = Extract<Block, {kind: 'image'}>;

const LABEL = 'Image';

/**
 * A picture with its words below; where it is not at hand, a frame no wider than what it says in its place.
 */
export function layOutImage(image: Image, measure: number, setting: Setting): readonly Line[] {
  if (measure < 12) return setFlow(image.flow, measure, setting.breaking);
  const {picture} = image;
  const pictured = setting.pictured?.(picture.href, measure);
  const rows = rowsOf(pictured);
  const lines =
    rows.length > 0
      ? [...rows, ...setFlow(image.flow, measure, setting.breaking)]
      : framed(image, measure, setting, pictured);
  const {href, alternative} = picture;
  const state = pictured?.state ?? 'absent';
  return begun(lines, {src: href, alternative, lines: lines.length, room: measure, state});
}

/** The rows of a picture that is at hand. */
function rowsOf(pictured: Pictured | undefined): readonly Line[] {
  if (pictured?.state === 'dots')
    return pictured.rows.map((dots, row) =>
      drawnRow(HALF_BLOCK.repeat(dots.upper.length), dots.upper.length, {dots: {...dots, row}}),
    );
  if (pictured?.state !== 'placed') return [];
  const {id, cells} = pictured;
  return Array.from({length: cells.rows}, (_, row) =>
    drawnRow(placeholders(row, cells.columns), cells.columns, {id}),
  );
}

function drawnRow(text: string, width: number, drawing: Drawing): Line {
  return {pieces: [drawn(text, {...ours(), drawing})], width};
}

/** The words in a frame, whose upper edge says how the picture is had. */
function framed({flow: words}: Image, measure: number, setting: Setting, pictured?: Pictured): Line[] {
  const {corners, rule, bar} = setting.glyphs;
  const [left, right, bottomLeft, bottomRight] = corners;
  const room = measure - 4;
  const look = ours('rule');
  const inner = [...setFlow(words, room, setting.breaking), ...failure(pictured, room, setting)];
  const label = labels(pictured, setting).find(text => cellsOf(text) <= room - 2) ?? LABEL;
  const width = Math.max(cellsOf(label) + 2, ...inner.map(line => line.width));
  return [
    lineOf([
      drawn(`${left}${rule} `, look),
      drawn(label, ours('quiet')),
      drawn(` ${rule.repeat(width - cellsOf(label) - 1)}${right}`, look),
    ]),
    ...inner.map(line =>
      lineOf([
        drawn(`${bar} `, look),
        ...line.pieces,
        drawn(`${' '.repeat(width - line.width)} ${bar}`, look),
      ]),
    ),
    lineOf([drawn(`${bottomLeft}${rule.repeat(width + 2)}${bottomRight}`, look)]),
  ];
}

/** The fullest first. */
function labels(pictured: Pictured | undefined, {pictureKey}: Setting): readonly string[] {
  if (pictured?.state === 'coming') return [`${LABEL}: being fetched`];
  return pictured === undefined && pictureKey !== undefined ? [`${LABEL}: ${pictureKey} shows it`] : [];
}

/** Why it can't be shown; not a part of what the article says. */
function failure(pictured: Pictured | undefined, room: number, {breaking}: Setting): Line[] {
  if (pictured?.state !== 'failed') return [];
  return setFlow(flow(pictured.reason, ours('quiet')), room, breaking).map(({pieces, width}) => ({
    pieces: pieces.map((piece): Piece => ({...piece, at: -1})),
    width,
  }));
}

/** The lines with what they show noted on the first. */
function begun(lines: readonly Line[], figure: Figure): readonly Line[] {
  const [first, ...rest] = lines;
  const [piece, ...pieces] = first?.pieces ?? [];
  if (!first || !piece) return lines;
  return [{...first, pieces: [{...piece, look: {...piece.look, figure}}, ...pieces]}, ...rest];
}
