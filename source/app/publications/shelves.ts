import type {PublicationRow, View} from '../../domain/query/view.ts';
import type {AccountState} from '../../domain/sync/account.ts';
import {layoutOf} from '../core/layout.ts';
import type {PublicationsScreen, Screen, State} from '../core/state.ts';

/** A row of the publications screen: something that opens as a list. */
export type Shelf = Readonly<{
  kind: 'everything' | 'saved' | 'account' | 'folder' | 'publication';
  title: string;
  view: View;
  /** Absent while it is being counted. */
  total?: number;
  unread?: number;
  publication?: PublicationRow;
  account?: AccountState;
  /** Of a folder: its publications are out of sight. */
  isClosed?: boolean;
  /** A blank line stands above. */
  beginsGroup: boolean;
}>;

/** Shelves over everything, searches, accounts, then the publications, those in folders first. */
export function shelvesOf(
  state: State,
  {search = '', isUnreadOnly = false}: PublicationsScreen,
): readonly Shelf[] {
  // A search looks into closed folders too.
  const closed = search === '' ? state.settings.closedFolders : [];
  const all = [
    ...overEverything(state),
    ...saved(state),
    ...accounts(state),
    ...filed(state.publications, closed),
  ];
  const words = search.toLowerCase().split(/\s+/u);
  const found = all
    .filter(({title}) => words.every(word => title.toLowerCase().includes(word)))
    .filter(({kind, unread}) => !isUnreadOnly || !COUNTS_UNREAD.has(kind) || unread !== 0);
  return search === '' ? found : found.map(shelf => ({...shelf, beginsGroup: false}));
}

/** The lines that a screen of publications has room for. */
export function publicationRows(state: State): number {
  const {shelfHead, footer} = layoutOf(state);
  return Math.max(1, state.rows - shelfHead - footer);
}

/** Publications have changed: what is selected stays selected, and stays on its line where it can. */
export function withShelvesKept(before: State, after: State): State {
  const [first, ...rest] = after.trail;
  const kept = (screen: Screen): Screen =>
    screen.kind === 'publications' ? keptShelf(before, after, screen) : screen;
  return {...after, trail: [kept(first), ...rest.map(kept)]};
}

function keptShelf(before: State, after: State, screen: PublicationsScreen): PublicationsScreen {
  const [old, shelves] = [shelvesOf(before, screen), shelvesOf(after, screen)];
  const shelf = old[screen.selected];
  const same = shelves.findIndex(one => shelf && isSameShelf(one, shelf));
  const selected = same >= 0 ? same : Math.max(0, Math.min(screen.selected, shelves.length - 1));
  const top = screen.top + lineOf(shelves, selected) - lineOf(old, screen.selected);
  const highest = Math.max(0, lineOf(shelves, shelves.length - 1) + 1 - publicationRows(after));
  return {...screen, selected, top: Math.max(0, Math.min(top, highest))};
}

export function isSameShelf(one: Shelf, other: Shelf): boolean {
  return one.publication || other.publication
    ? one.publication?.id === other.publication?.id
    : one.kind === other.kind && one.title === other.title;
}

/** The publications in the order of the screen, whatever folder is closed. */
export function publicationsInOrder({publications}: State): readonly PublicationRow[] {
  return filed(publications, []).flatMap(({publication}) => publication ?? []);
}

export const COUNTED = ['is:starred', 'is:started', 'is:new'] as const;

function overEverything({publications, counts}: State): readonly Shelf[] {
  const shown = publications.filter(one => one.isListed && !one.isHidden);
  const counted = shown.length > 0 ? shown : publications;
  const sum = (pick: (row: PublicationRow) => number): number =>
    counted.reduce((total, row) => total + pick(row), 0);
  const among = scopeOfShelves(publications);
  const unread = sum(row => row.unread);
  const shelf = (title: string, query: string, order?: View['order']): Shelf => {
    const total = query === '' ? sum(row => row.total) : query === 'is:unread' ? unread : counts[query];
    return {
      kind: 'everything',
      title,
      view: {query, ...(among && {publications: among}), ...(order && {order})},
      beginsGroup: false,
      ...(total !== undefined && {total}),
      ...(query === '' && {unread}),
    };
  };
  return [
    shelf('All', ''),
    shelf('Unread', 'is:unread'),
    shelf('New since last time', 'is:new'),
    shelf('Continue reading', 'is:started', 'recent'),
    shelf('Starred', 'is:starred'),
  ];
}

/** The shelves are over what is followed; where nothing is, over what was opened for this run. */
export function scopeOfShelves(publications: readonly PublicationRow[]): readonly string[] | undefined {
  return publications.some(({isListed}) => isListed) ? undefined : publications.map(({id}) => id);
}

function saved({savedQueries, counts}: State): readonly Shelf[] {
  return savedQueries.map(({name, query}, index) => ({
    kind: 'saved',
    title: name,
    view: {query},
    beginsGroup: index === 0,
    ...(counts[query] !== undefined && {total: counts[query]}),
  }));
}

const COUNTS_UNREAD: ReadonlySet<Shelf['kind']> = new Set(['folder', 'publication']);

function accounts({accounts: all = [], publications}: State): readonly Shelf[] {
  return all.map((account, index) => ({
    ...overAll(publications.filter(one => one.account === account.name)),
    kind: 'account',
    title: account.name,
    account,
    beginsGroup: index === 0,
  }));
}

function filed(publications: readonly PublicationRow[], closed: readonly string[]): readonly Shelf[] {
  const folders = [...new Set(publications.flatMap(({folder}) => folder ?? []))].sort((a, b) =>
    a.localeCompare(b),
  );
  const inFolders = folders.flatMap(folder => {
    const inside = publications.filter(one => one.folder === folder);
    const isClosed = closed.includes(folder);
    const shelf = folderShelf(folder, inside, isClosed);
    return isClosed ? [shelf] : [shelf, ...inside.map(one => publicationShelf(one, false))];
  });
  const loose = publications.filter(one => one.folder === undefined);
  return [...inFolders, ...loose.map((one, index) => publicationShelf(one, index === 0))];
}

function folderShelf(folder: string, inside: readonly PublicationRow[], isClosed: boolean): Shelf {
  return {...overAll(inside), kind: 'folder', title: folder, isClosed, beginsGroup: true};
}

function overAll(publications: readonly PublicationRow[]): Pick<Shelf, 'view' | 'total' | 'unread'> {
  const shown = publications.filter(one => !one.isHidden);
  return {
    view: {publications: shown.map(({id}) => id), query: '', order: 'newest'},
    total: shown.reduce((sum, {total}) => sum + total, 0),
    unread: shown.reduce((sum, {unread}) => sum + unread, 0),
  };
}

function publicationShelf(publication: PublicationRow, beginsGroup: boolean): Shelf {
  const {id, title, total, unread} = publication;
  return {
    kind: 'publication',
    title,
    view: {publications: [id], query: ''},
    total,
    unread,
    publication,
    beginsGroup,
  };
}

/** The line of a shelf on the screen, from 0, blank lines counted. */
export function lineOf(shelves: readonly Shelf[], index: number): number {
  return shelves.slice(0, index + 1).filter(({beginsGroup}) => beginsGroup).length + index;
}
