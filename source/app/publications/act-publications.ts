import {ask} from '../prompt/ask.ts';
import {unlock} from './account-password.ts';
import {arrangePublication, movePublication} from './arrange-publication.ts';
import {changeSettings} from '../overlays/change-settings.ts';
import type {Effect} from '../core/effect.ts';
import {keyOf} from '../overlays/help.ts';
import type {Act} from '../keys/keymap.ts';
import {notify, reachedEnd} from '../core/notices.ts';
import {openList} from '../list/open-list.ts';
import {narrowShelves} from '../list/narrow.ts';
import {COUNTED, isSameShelf, lineOf, publicationRows, scopeOfShelves, shelvesOf} from './shelves.ts';
import type {Shelf} from './shelves.ts';
import type {Confirmed} from '../core/confirmed.ts';
import type {PublicationsScreen, State} from '../core/state.ts';
import {andThen, step, withScreen} from '../core/step.ts';
import type {Step} from '../core/step.ts';
import {entered} from '../core/trail.ts';

export function openPublications(state: State): Step {
  const screen: PublicationsScreen = {kind: 'publications', key: state.nextKey, selected: 0, top: 0};
  return step(
    entered({...state, nextKey: state.nextKey + 1}, screen),
    {kind: 'load-publications'},
    {kind: 'load-accounts'},
    countShelves(state),
  );
}

/** Counting takes a while in a large library, so the screen stands before it is done. */
export function countShelves({publications, savedQueries}: State): Effect {
  const among = scopeOfShelves(publications);
  const queries = [...COUNTED, ...savedQueries.map(({query}) => query)];
  return {kind: 'count', queries, ...(among && {publications: among})};
}

/** The acts of the publications screen. `undefined`: not one of its own. */
export function actInPublications(
  state: State,
  screen: PublicationsScreen,
  act: Act,
  count: number | undefined,
): Step | undefined {
  const shelves = shelvesOf(state, screen);
  const rows = publicationRows(state);
  const shelf = shelves[screen.selected];
  if (count !== undefined && (act === 'top' || act === 'bottom'))
    return moved(state, screen, shelves, count - 1);
  const by = movement(act, rows, count);
  if (by !== undefined) {
    const there = Math.max(0, Math.min(screen.selected + by, shelves.length - 1));
    return there === screen.selected ? reachedEnd(state, by) : moved(state, screen, shelves, there);
  }
  switch (act) {
    case 'open': {
      return shelf ? openShelf(state, shelf) : step(state);
    }
    case 'back': {
      return screen.search === undefined ? undefined : narrowShelves(state, screen, '');
    }
    case 'unread-only': {
      return toggleUnread(state, screen);
    }
    case 'refresh': {
      return refreshShelf(state, shelf);
    }
    case 'mark-all-read': {
      return shelf ? askMarkAll(state, shelf) : step(state);
    }
    case 'remove': {
      return shelf ? askRemove(state, shelf) : step(state);
    }
    case 'add-account': {
      return ask(state, 'account');
    }
    case 'arrange': {
      if (shelf?.account?.isLocked) return unlock(state, shelf.title);
      if (shelf?.account) return step(state, {kind: 'account', to: 'test', what: shelf.title});
      return shelf?.publication
        ? arrangeWhole(state, shelf.publication.id)
        : notify(state, 'Choose a publication first.');
    }
    case 'hide':
    case 'mute':
    case 'folder':
    case 'rename': {
      return shelf?.publication
        ? arrangePublication(state, shelf.publication, act)
        : notify(state, 'Choose a publication first.');
    }
    case 'fold': {
      return foldAt(state, screen, shelf);
    }
    case 'move-down':
    case 'move-up': {
      const by = act === 'move-down' ? 1 : -1;
      const [after, effects] = movePublication(state, shelf?.publication, by);
      const to = after.publications === state.publications ? screen.selected : screen.selected + by;
      const [there] = moved(after, screen, shelvesOf(after, screen), to);
      return step(there, ...effects);
    }
    default: {
      return undefined;
    }
  }
}

/** Opens the screen of everything that holds for a publication. */
function arrangeWhole(state: State, publicationId: string): Step {
  return step(
    {
      ...state,
      overlay: {kind: 'arranging', selected: 0, publicationId, configured: {}, hasOwnName: false, rules: []},
    },
    {kind: 'load-arranged', publicationId},
  );
}

/** Shows only what has unread articles, or all again; the selection stays where it can. */
function toggleUnread(state: State, screen: PublicationsScreen): Step {
  const isUnreadOnly = !screen.isUnreadOnly;
  const there = {...screen, isUnreadOnly};
  const shelves = shelvesOf(state, there);
  const before = shelvesOf(state, screen)[screen.selected];
  const at = shelves.findIndex(one => before && isSameShelf(one, before));
  const text = isUnreadOnly ? 'Publications with unread articles only.' : 'All publications again.';
  return andThen(moved(state, there, shelves, Math.max(0, at)), after => notify(after, text));
}

/** Fetches the selected publication or folder; on other shelves, everything. */
function refreshShelf(state: State, shelf: Shelf | undefined): Step | undefined {
  if (shelf?.account?.isLocked) return unlock(state, shelf.title);
  const ids = shelf?.view.query === '' && shelf.kind !== 'everything' ? shelf.view.publications : undefined;
  if (!ids || state.refreshing) return undefined;
  // An account without feeds so far was not synced yet.
  return step(state, {kind: 'refresh', which: ids.length > 0 ? ids : 'due', isQuiet: false});
}

/** Closes or opens the folder of the selected row; the selection is on the folder then. */
function foldAt(state: State, screen: PublicationsScreen, shelf: Shelf | undefined): Step {
  const name = shelf?.kind === 'folder' ? shelf.title : shelf?.publication?.folder;
  if (name === undefined)
    return notify(state, `Choose a folder first; ${keyOf(state, 'folder')} puts a publication into one.`);
  const {closedFolders} = state.settings;
  const others = closedFolders.filter(one => one !== name);
  const isClosed = others.length < closedFolders.length;
  return andThen(changeSettings(state, {closedFolders: isClosed ? others : [...others, name]}), after => {
    const shelves = shelvesOf(after, screen);
    const at = shelves.findIndex(({kind, title}) => kind === 'folder' && title === name);
    const text = `${name} is ${isClosed ? 'open again' : 'closed'}.`;
    return andThen(moved(after, screen, shelves, at), there => notify(there, text));
  });
}

/** The publication that acts are about. */
export function shelvedPublication(state: State, screen: PublicationsScreen) {
  return shelvesOf(state, screen)[screen.selected]?.publication;
}

function movement(act: Act, rows: number, count: number | undefined): number | undefined {
  const times = count ?? 1;
  const half = Math.ceil(rows / 2);
  const distances: Partial<Record<Act, number>> = {
    down: times,
    up: -times,
    'page-down': rows * times,
    'page-up': -rows * times,
    'half-down': half * times,
    'half-up': -half * times,
    top: -Infinity,
    bottom: Infinity,
  };
  return distances[act];
}

function moved(state: State, screen: PublicationsScreen, shelves: readonly Shelf[], wanted: number): Step {
  const selected = Math.max(0, Math.min(wanted, shelves.length - 1));
  const line = lineOf(shelves, selected);
  const lowest = line - publicationRows(state) + 1;
  const top = selected === 0 ? 0 : Math.max(lowest, Math.min(screen.top, line));
  return step(withScreen(state, {...screen, selected, top}));
}

function openShelf(state: State, {kind, title, view}: Shelf): Step {
  return openList(state, view, kind === 'publication' ? {} : {heading: title});
}

function askMarkAll(state: State, {title, view, unread}: Shelf): Step {
  if (unread === 0) return notify(state, 'Nothing here is unread.');
  const many =
    unread === undefined
      ? 'everything'
      : unread === 1
        ? 'the one unread article'
        : `all ${unread} unread articles`;
  return confirm(state, `Mark ${many} of ${title} as read?`, {kind: 'mark-all-read', view});
}

function askRemove(state: State, {account, kind, title, publication}: Shelf): Step {
  if (account) {
    const lost = account.waiting > 0 ? `, and ${account.waiting} acts are lost` : '';
    const question = `Remove the account ${title}? Its feeds leave your list${lost}.`;
    return confirm(state, question, {kind: 'account', to: 'remove', what: title});
  }
  if (kind === 'saved')
    return confirm(state, `Remove the search ${title}?`, {kind: 'save-query', name: title});
  return publication
    ? confirm(state, `Remove ${title}?`, {kind: 'unfollow', publicationId: publication.id, title})
    : notify(state, 'This shelf stays; a publication or a search of your own can be removed.');
}

function confirm(state: State, question: string, yes: Confirmed): Step {
  return step({...state, overlay: {kind: 'confirm', question, yes}});
}
