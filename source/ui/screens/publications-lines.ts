import {publicationRows} from '../../app/publications/shelves.ts';
import type {Layout} from '../../app/core/layout.ts';
import {shelvesOf} from '../../app/publications/shelves.ts';
import type {Shelf} from '../../app/publications/shelves.ts';
import type {PublicationsScreen, State} from '../../app/core/state.ts';
import type {AccountState} from '../../domain/sync/account.ts';
import {clockTime} from '../parts/dates.ts';
import type {Glyphs} from '../../screen/glyphs.ts';
import {BLANK, pad, segment, spread} from '../parts/line.ts';
import type {Line, Segment} from '../parts/line.ts';

/** Shelves over everything, then the reader's own searches, then the publications with their counts. */
export function publicationsLines(
  state: State,
  screen: PublicationsScreen,
  layout: Layout,
  glyphs: Glyphs,
): readonly Line[] {
  const width = Math.min(state.columns - 4, 100);
  const back = state.trail.length > 1 ? `${glyphs.back} ` : '';
  const sought = screen.search === undefined ? '' : `  /${screen.search}`;
  const head: Line[] = [
    [
      segment('  '),
      ...spread(
        [segment(back, 'quiet'), segment('Publications', 'accent', true), segment(sought, 'quiet')],
        [segment('unread   all', 'quiet')],
        width,
      ),
    ],
  ];
  while (head.length < layout.shelfHead) head.push(BLANK);
  const shelves = shelvesOf(state, screen);
  const lines = shelves.flatMap((shelf, index): Line[] => {
    const line = shelfLine(state, shelf, index === screen.selected, width, glyphs);
    return shelf.beginsGroup ? [BLANK, line] : [line];
  });
  if (shelves.length === 0) lines.push([segment(`    Nothing is called “${screen.search ?? ''}”.`, 'text')]);
  return [...head, ...lines.slice(screen.top, screen.top + publicationRows(state))];
}

function shelfLine(state: State, shelf: Shelf, isSelected: boolean, width: number, glyphs: Glyphs): Line {
  const {kind, title, publication} = shelf;
  const isInside = publication?.folder !== undefined;
  const role = isSelected
    ? 'selected'
    : kind === 'publication'
      ? publication?.isHidden
        ? 'quiet'
        : 'title'
      : 'heading';
  return [
    segment(isSelected ? `${glyphs.bar} ` : '  ', 'accent'),
    segment(isInside ? '  ' : ''),
    segment(kind === 'folder' ? `${shelf.isClosed ? glyphs.closed : glyphs.open} ` : '', 'quiet'),
    ...spread(
      [segment(title, role, isSelected || kind === 'folder')],
      [...notes(state, shelf, width), ...counts(shelf)],
      width - (isInside || kind === 'folder' ? 2 : 0),
    ),
  ];
}

/** "synced 10:32", "12 waiting to be sent", and that the last round failed or a password is needed. */
export function accountFacts({isLocked, syncedAt, waiting, problem}: AccountState): readonly string[] {
  return [
    ...(isLocked ? ['password needed'] : problem ? ['failed'] : []),
    ...(waiting > 0 ? [`${waiting} waiting to be sent`] : []),
    syncedAt === undefined ? 'not synced yet' : `synced ${clockTime(syncedAt)}`,
  ];
}

/** Notes on a publication: where it lives, that it failed, is hidden or is muted; on an account its facts. */
function notes(state: State, {account: at, publication}: Shelf, width: number): readonly Segment[] {
  if (at) {
    const facts = accountFacts(at);
    const role = at.problem || at.isLocked ? 'warning' : 'quiet';
    return [segment(`${(width < 64 ? facts.slice(0, 1) : facts).join(', ')}  `, role)];
  }
  if (!publication) return [];
  const {id, account, problem, isHidden, isMuted} = publication;
  const said: Segment[] = [];
  if (account !== undefined) said.push(segment(account, 'quiet'));
  if (isHidden) said.push(segment('hidden', 'quiet'));
  if (isMuted) said.push(segment('muted', 'quiet'));
  if (state.problems[id] ?? problem) said.push(segment('not fetched', 'warning'));
  return said.flatMap(note => [note, segment('  ')]);
}

/** Unread and all, in two columns; what is being counted is left open. */
function counts({unread, total}: Shelf): readonly Segment[] {
  return [
    segment(column(unread === 0 ? undefined : unread, 6), 'unread'),
    segment(column(total, 6), 'quiet'),
  ];
}

function column(count: number | undefined, width: number): string {
  return count === undefined ? pad('', width) : String(count).padStart(width);
}
