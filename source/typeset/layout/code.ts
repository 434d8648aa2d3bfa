import type {Block} from '../blocks/block.ts';
import {PROMPT} from '../blocks/code.ts';
import {cellsOf, graphemesOf} from '../text/cells.ts';
import {firstRunBeyond, flow as flowOf} from '../text/flow.ts';
import type {Run} from '../text/flow.ts';
import type {Line, Piece} from '../text/line.ts';
import {drawn, lineOf, prefixed} from '../text/line.ts';
import {look, ours} from '../text/look.ts';
import {setFlow} from '../text/set-flow.ts';
import {cutLine} from './cut-line.ts';
import type {Setting} from './setting.ts';

type Code = Extract<Block, {kind: 'code'}>;

/**
 * Code beside a bar, with its language and title above; a line that is too long goes on below, behind a mark,
 * or is cut.
 */
export function layOutCode(code: Code, measure: number, setting: Setting): readonly Line[] {
  const {bar, label} = setting.glyphs;
  const {flow, language, title = '', session} = code;
  const hasBar = measure >= 8;
  const width = hasBar ? measure - 2 : measure;
  const runs =
    session === 'console'
      ? promptRuns(flow.text)
      : setting.highlight(flow.text, session === 'diff' ? 'diff' : language);
  const lines: Line[] = [];
  const above = [language === 'text' ? '' : language, title].filter(part => part !== '');
  if (above.length > 0 && hasBar) {
    const words = flowOf(above.join(` ${setting.glyphs.dot} `), ours('quiet'));
    for (const [index, line] of setFlow(words, width, 'greedy').entries())
      lines.push(prefixed(drawn(`${index === 0 ? label : bar} `, ours('rule')), drawnLine(line)));
  }
  let from = 0;
  for (const line of flow.text.split('\n')) {
    const pieces = piecesOf(line, from, runs, flow.at);
    const parts =
      setting.codeFrom === undefined
        ? wrapped(pieces, line, width, setting)
        : [cutLine(pieces, setting.codeFrom, width, setting.glyphs)];
    for (const part of parts) {
      const edge: Piece[] = hasBar ? [drawn(part.length === 0 ? bar : `${bar} `, ours('rule'))] : [];
      lines.push({...lineOf([...edge, ...part]), fill: measure});
    }
    from += line.length + 1;
  }
  return lines;
}

/** The label above the code is not part of its text. */
function drawnLine(line: Line): Line {
  return {...line, pieces: line.pieces.map(piece => ({...piece, at: -1}))};
}

/** A session: prompts quiet, what was typed strong, what was answered quiet. */
function promptRuns(text: string): readonly Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (const line of text.split('\n')) {
    const prompt = PROMPT.exec(line)?.[0].length ?? 0;
    const end = from + line.length + 1;
    if (prompt > 0)
      runs.push(
        {from, to: from + prompt, look: look('quiet')},
        {from: from + prompt, to: end, look: look('strong')},
      );
    else runs.push({from, to: end, look: look('quiet')});
    from = end;
  }
  return runs;
}

/** The pieces of one line: [from, from + its length) of the text that the runs are of. */
function piecesOf(line: string, from: number, runs: readonly Run[], at: number): Piece[] {
  const pieces: Piece[] = [];
  const end = from + line.length;
  for (let index = firstRunBeyond(runs, from); index < runs.length; index++) {
    const run = runs[index];
    if (!run || run.from >= end) break;
    const [start, stop] = [Math.max(from, run.from), Math.min(end, run.to)];
    if (stop > start)
      pieces.push({
        text: line.slice(start - from, stop - from),
        look: {...run.look, roles: ['codePanel', ...run.look.roles]},
        at: at + start,
      });
  }
  return pieces;
}

/** A line in parts of at most `width` cells, broken behind a space where one is near, else behind a comma. */
function wrapped(
  pieces: readonly Piece[],
  line: string,
  width: number,
  {glyphs}: Setting,
): (readonly Piece[])[] {
  if (cellsOf(line) <= width) return [pieces];
  const mark = drawn(`${glyphs.wrapped} `, ours('rule'));
  const room = width >= 8 ? width - cellsOf(mark.text) : width;
  const parts: (readonly Piece[])[] = [];
  let start = 0;
  for (const end of endsOf(line, width, room)) {
    const part = slicePieces(pieces, start, end, line.slice(start, end).trimEnd().length);
    parts.push(start === 0 || width < 8 ? part : [mark, ...part]);
    start = end;
  }
  return parts;
}

function endsOf(line: string, first: number, rest: number): number[] {
  const ends: number[] = [];
  let cells = 0;
  let position = 0;
  let joint = 0;
  let gap = 0;
  let start = 0;
  for (const grapheme of graphemesOf(line)) {
    const room = ends.length === 0 ? first : rest;
    const width = cellsOf(grapheme);
    if (cells + width > room && position > start) {
      const isRoomy = (place: number): boolean =>
        place > start && cellsOf(line, start, place) > room / 2 && line.slice(start, place).trim() !== '';
      const end = isRoomy(gap) ? gap : isRoomy(joint) ? joint : position;
      ends.push(end);
      cells = cellsOf(line, end, position);
      start = end;
    }
    cells += width;
    position += grapheme.length;
    if (/\s/.test(grapheme)) gap = position;
    else if (/[,;(|&/]/.test(grapheme)) joint = position;
  }
  return [...ends, line.length];
}

/** The part [start, end) of a line's pieces, without the blanks behind `visible` units. */
function slicePieces(pieces: readonly Piece[], start: number, end: number, visible: number): Piece[] {
  const stop = Math.min(end, start + visible);
  const base = pieces[0]?.at ?? 0;
  return pieces.flatMap(({text, look, at}) => {
    const offset = at - base;
    const [from, to] = [Math.max(start, offset), Math.min(stop, offset + text.length)];
    return to > from ? [{text: text.slice(from - offset, to - offset), look, at: base + from}] : [];
  });
}
