import {keyLabel} from '../../app/overlays/help.ts';
import {linkNumbered} from '../../app/article/links.ts';
import type {Layout} from '../../app/core/layout.ts';
import {minutesLeft, progressOf} from '../../app/article/reading.ts';
import type {ListScreen, Notice, Reading, State} from '../../app/core/state.ts';
import {selectedRange} from '../../app/list/selection.ts';
import {screenOf} from '../../app/core/state.ts';
import {folded} from '../../domain/text/folded.ts';
import {readableAddress} from '../../domain/publication/location.ts';
import type {PageLink} from '../../domain/page/page.ts';
import type {Role} from '../../domain/theme/theme.ts';
import type {Glyphs} from '../../screen/glyphs.ts';
import {hints} from './hints.ts';
import {fit, segment, spread, widthOf} from './line.ts';
import type {Line} from './line.ts';

/** The last line of the screen: what was answered, what is going on, or what helps now. */
export function statusLine(state: State, layout: Layout, glyphs: Glyphs): Line {
  const width = state.columns - 2;
  const {notice, overlay, digits} = state;
  const screen = screenOf(state);
  const right = overlay || screen.kind !== 'list' ? [] : placeIn(state, screen, width, glyphs);
  const said =
    digits !== ''
      ? numbered(digits, linkNumbered(state))
      : notice
        ? noticed(state, notice)
        : running(state, glyphs, width);
  // A message is worth more than the place in the list.
  const isRoomy = said && widthOf(said) + widthOf(right) < width;
  if (said) return framed(spread(said, isRoomy ? right : [], width));
  if (screen.kind === 'article' && !overlay) return framed(readingLine(state, screen, layout, glyphs, width));
  return framed(spread(hints(state, width - widthOf(right) - 2), right, width));
}

/** A number that is being typed, and the link that has it. */
function numbered(digits: string, link: PageLink | undefined): Line {
  return [
    segment(digits, 'accent', true),
    ...(link?.host === undefined ? [] : [segment(`  ${link.host}`, 'warning')]),
    ...(link ? [segment(`  ${link.text}`, 'quiet')] : []),
  ];
}

function framed(line: Line): Line {
  return [segment(' '), ...line];
}

/** A notice that one line can't hold, in as many as it takes; the last is the status line itself. */
export function noticeLines(state: State): readonly Line[] {
  const {notice, overlay, digits, columns} = state;
  if (!notice || digits !== '' || overlay?.kind === 'ask' || overlay?.kind === 'confirm') return [];
  const width = columns - 2;
  if (widthOf(noticed(state, notice)) <= width) return [];
  const lines = folded(notice.text, width).map((line): Line => [segment(line, roleOf(notice))]);
  const offered = offeredWith(state, notice);
  const last = [...(lines.at(-1) ?? []), ...offered];
  const ending = widthOf(last) <= width ? [last] : [...lines.slice(-1), offered.slice(1)];
  return [...lines.slice(0, -1), ...ending].filter(line => line.length > 0).map(framed);
}

function noticed(state: State, notice: Notice): Line {
  return [segment(notice.text, roleOf(notice)), ...offeredWith(state, notice)];
}

/** That it can be undone, and that more waits to be said; each with a gap before it. */
function offeredWith(state: State, {canUndo}: Notice): Line {
  const key = state.keymap.undo[0];
  const undo =
    canUndo && key !== undefined
      ? [segment('  '), segment(keyLabel(key), 'accent', true), segment(' undoes it', 'quiet')]
      : [];
  const more =
    state.waiting.length > 0 ? [segment('  '), segment(`${state.waiting.length} more`, 'quiet')] : [];
  return [...undo, ...more];
}

function roleOf({tone}: Notice): Role {
  return tone === 'plain' ? 'text' : tone;
}

/**
 * Work that takes long, with counts, and the key that stops it. Work that nobody asked for is not shown here.
 */
function running({refreshing, fetching, settings}: State, glyphs: Glyphs, width: number): Line | undefined {
  if (fetching === undefined && refreshing?.isQuiet !== false) return undefined;
  const {done = 0, total = 0, current} = fetching === undefined ? (refreshing ?? {}) : {};
  // In calm nothing counts up, and no name follows another.
  const counts = total > 1 && !settings.isCalm ? ` ${done} of ${total}` : '';
  const what = fetching ?? (settings.isCalm ? '' : (current ?? ''));
  const stop: Line = [segment('  Esc', 'accent'), segment(' stops', 'quiet')];
  const begun = `Fetching${counts}${counts && what ? ` ${glyphs.dot}` : ''}`;
  // The key that stops it is worth more than the end of a name.
  const room = width - widthOf([segment(begun), ...stop]) - 1;
  const named = what !== '' && room >= 8 ? `${begun} ${fit(what, room)}` : `Fetching${counts}`;
  return [segment(named, 'quiet'), ...stop];
}

/** The row and the number of rows, the search, and a sign that something comes in by itself. */
function placeIn(
  {refreshing, keymap, settings}: State,
  list: ListScreen,
  width: number,
  glyphs: Glyphs,
): Line {
  const {window, selected, search, news} = list;
  if (window.total === 0) return [];
  const parts: string[] = [];
  // In calm a move draws the rows that it is about, and nothing at the other end of the screen.
  if (settings.isCalm)
    return search && width >= 50 ? [segment(`“${fit(search.text, Math.floor(width / 3))}”`, 'quiet')] : [];
  if (refreshing?.isQuiet && width >= 74)
    parts.push(refreshing.total > 1 ? `fetching ${refreshing.done} of ${refreshing.total}` : 'fetching');
  if (selected < window.total) {
    if (search && width >= 50) parts.push(`“${fit(search.text, Math.floor(width / 3))}”`);
    const range = selectedRange(list);
    if (range) parts.push(`${range.count} selected`);
    parts.push(`${selected + 1} of ${window.total}`);
  }
  const place = parts.length > 0 ? [segment(parts.join(` ${glyphs.dot} `), 'quiet')] : [];
  if (!news) return place;
  const [key] = keymap['show-new'];
  const shows = key !== undefined && width >= 50 ? [segment(` ${keyLabel(key)}`, 'accent')] : [];
  return [
    segment(`${news} new`, 'good'),
    ...shows,
    segment(place.length > 0 ? ` ${glyphs.dot} ` : ''),
    ...place,
  ];
}

function readingLine(state: State, reading: Reading, layout: Layout, glyphs: Glyphs, width: number): Line {
  if (!reading.page) return spread(hints(state, width), [], width);
  const share = progressOf(state, reading);
  const facts = factsOf(state, reading, share, width);
  const right: Line = [...facts, ...(width >= 60 ? [segment('  '), ...hints(state, 30)] : [])];
  // Beside the list it stands under the text that it is about.
  const left = layout.isSplit ? layout.listColumns + layout.indent : 0;
  const room = Math.min(width - left - widthOf(right) - 2, layout.measure);
  if (room < 8) return spread([], facts, width);
  return spread([segment(' '.repeat(left)), ...bar(share, room, glyphs)], right, width);
}

/** The share that is read, or the words that are looked for, or what comes next. */
function factsOf(state: State, reading: Reading, share: number, width: number): Line {
  const {find, next, chosen} = reading;
  if (find) {
    const {spans, current, text} = find;
    const words = fit(text, 24);
    return spans.length > 0
      ? [segment(`${current + 1} of ${spans.length}`, 'text'), segment(` “${words}”`, 'quiet')]
      : [segment(`no “${words}”`, 'warning')];
  }
  if (chosen?.target.kind === 'url') {
    const address = fit(readableAddress(chosen.target.url), Math.floor(width / 2));
    return [segment(address, chosen.host === undefined ? 'link' : 'warning')];
  }
  const key = state.keymap['page-down'][0];
  if (next && key !== undefined)
    return [
      segment(keyLabel(key), 'accent'),
      segment(` next: ${fit(next.title, Math.max(8, Math.floor(width / 2) - 12))}`, 'quiet'),
    ];
  const minutes = minutesLeft(state, reading);
  const left = share >= 1 ? 'read' : `${minutes} min left`;
  const percent = `${Math.round(share * 100)} %`.padStart(5);
  return [segment(width < 24 ? percent : `${percent}  ${left}`, 'quiet')];
}

function bar(share: number, room: number, glyphs: Glyphs): Line {
  const cells = share * room;
  const full = Math.floor(cells);
  const half = cells - full >= 0.5 ? glyphs.half : '';
  return [segment(glyphs.full.repeat(full) + half, 'accent')];
}
