import wrapAnsi from 'wrap-ansi';
import type {ArticleRow, Snippet} from '../../domain/query/view.ts';
import {fit, segment, widthOf} from './line.ts';
import type {Line} from './line.ts';

/** Lines under a title, at most two: the words of a search, lit, else the excerpt. */
export function excerptLines(
  {excerpt}: ArticleRow,
  snippet: Snippet | undefined,
  most: number,
  width: number,
): readonly Line[] {
  if (most === 0 || width < 1) return [];
  if (snippet && snippet.matches.length > 0) return snippetLines(snippet, most, width);
  return excerpt === undefined ? [] : folded(excerpt, most, width).map(line => [segment(line, 'quiet')]);
}

function folded(text: string, most: number, width: number): readonly string[] {
  if (most === 1 || widthOf([segment(text)]) <= width) return [fit(text, width)];
  const [first = '', ...rest] = wrapAnsi(text, width, {hard: true}).split('\n');
  return [first, fit(rest.join(' '), width)].filter(line => line !== '');
}

/** Lines begin where a word does, and the last one ends in an ellipsis where something is missing. */
function snippetLines({snippet, matches}: Snippet, most: number, width: number): readonly Line[] {
  let from = 0;
  return folded(snippet, most, width).map(line => {
    const text = line.endsWith('…') ? line.slice(0, -1) : line;
    const start = Math.max(from, snippet.indexOf(text, from));
    from = start + text.length;
    return lit(line, start, start + text.length, matches);
  });
}

function lit(line: string, start: number, end: number, matches: Snippet['matches']): Line {
  const pieces: Line[number][] = [];
  let at = start;
  for (const [from, to] of matches) {
    if (from < at || to > end) continue;
    pieces.push(segment(line.slice(at - start, from - start), 'quiet'));
    pieces.push(segment(line.slice(from - start, to - start), 'match'));
    at = to;
  }
  return [...pieces, segment(line.slice(at - start), 'quiet')].filter(({text}) => text !== '');
}
