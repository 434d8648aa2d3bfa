import type {Act} from '../app/keymap.ts';
import {entryOf} from '../app/keymap.ts';
import {keyLabel} from '../app/help.ts';
import type {Layout} from '../app/layout.ts';
import {minutesLeft, progressOf} from '../app/reading.ts';
import type {ListScreen, Reading, State} from '../app/state.ts';
import {screenOf} from '../app/state.ts';
import type {Glyphs} from './glyphs.ts';
import {segment, spread, widthOf} from './line.ts';
import type {Line, Segment} from './line.ts';

/** The last line of the screen: what was answered, what is going on, or what helps now. */
export function statusLine(state: State, layout: Layout, glyphs: Glyphs): Line {
  const width = state.columns - 2;
  const screen = screenOf(state);
  const right = placeOf(state, glyphs);
  const {notice, refreshing, digits} = state;
  if (digits !== '') return framed(spread([segment(digits, 'accent', true)], right, width));
  if (notice) {
    const role = notice.tone === 'plain' ? 'text' : notice.tone;
    const undo = notice.canUndo ? [segment('  U', 'accent', true), segment(' undoes it', 'quiet')] : [];
    return framed(spread([segment(notice.text, role), ...undo], right, width));
  }
  if (refreshing) {
    const what = refreshing.current === undefined ? '' : ` ${glyphs.dot} ${refreshing.current}`;
    return framed(
      spread([segment(`Fetching ${refreshing.done} of ${refreshing.total}${what}`, 'quiet')], right, width),
    );
  }
  if (screen.kind === 'article') return framed(readingLine(state, screen, layout, glyphs, width));
  return framed(spread(hints(state, width - widthOf(right) - 2), right, width));
}

function framed(line: Line): Line {
  return [segment(' '), ...line];
}

const HINTS: Readonly<Record<'list' | 'publications' | 'article', readonly Act[]>> = {
  list: ['open', 'find', 'toggle-star', 'subscribe', 'help'],
  publications: ['open', 'add', 'remove', 'help'],
  article: ['contents', 'help'],
};

/** As many hints as there is room for, the most useful first; help keeps its place. */
function hints(state: State, room: number): Line {
  const acts = HINTS[screenOf(state).kind];
  const shown: Segment[] = [];
  let left = room;
  const help = hint(state, 'help');
  for (const act of acts) {
    const pair = hint(state, act);
    const needed = widthOf(pair) + (act === 'help' ? 0 : widthOf(help));
    if (needed > left && act !== 'help') continue;
    if (widthOf(pair) > left) break;
    shown.push(...pair);
    left -= widthOf(pair);
  }
  return shown;
}

function hint({keymap}: State, act: Act): Segment[] {
  const entry = entryOf(act);
  const key = keymap[act][0];
  if (key === undefined) return [];
  return [
    segment(keyLabel(key), 'accent'),
    segment(` ${entry.hint ?? entry.title.toLowerCase()}  `, 'quiet'),
  ];
}

function placeOf(state: State, glyphs: Glyphs): Line {
  const screen = screenOf(state);
  if (screen.kind === 'list') return listPlace(screen, glyphs);
  return [];
}

function listPlace({window, selected, view}: ListScreen, glyphs: Glyphs): Line {
  if (window.total === 0) return [];
  const filtered = view.filter ? `“${view.filter}” ${glyphs.dot} ` : '';
  return selected >= window.total ? [] : [segment(`${filtered}${selected + 1} of ${window.total}`, 'quiet')];
}

function readingLine(state: State, reading: Reading, layout: Layout, glyphs: Glyphs, width: number): Line {
  const share = progressOf(state, reading);
  const percent = `${Math.round(share * 100)} %`.padStart(5);
  const minutes = minutesLeft(state, reading);
  const left = share >= 1 ? 'read' : `${minutes} min left`;
  const {find} = reading;
  const facts: Line = find
    ? [
        segment(
          find.spans.length > 0
            ? `${find.current + 1} of ${find.spans.length} “${find.text}”`
            : `no “${find.text}”`,
          'match',
        ),
      ]
    : [segment(`${percent}  ${left}`, 'quiet')];
  const right: Line = [...facts, segment('  '), ...(width >= 60 ? hints(state, 24) : [])];
  const room = Math.min(width - widthOf(right) - 2, layout.measure);
  return room < 8 ? spread([], facts, width) : spread(bar(share, room, glyphs), right, width);
}

function bar(share: number, room: number, glyphs: Glyphs): Line {
  const cells = share * room;
  const full = Math.floor(cells);
  const half = cells - full >= 0.5 ? glyphs.half : '';
  return [segment(glyphs.full.repeat(full) + half, 'accent')];
}
