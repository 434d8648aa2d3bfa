import type {View} from '../domain/view.ts';
import type {Act} from './keymap.ts';
import {layoutOf} from './layout.ts';
import {listScreen, loadList} from './list.ts';
import type {PublicationsScreen, State} from './state.ts';
import {notify, step, withScreen} from './step.ts';
import type {Step} from './step.ts';

/** What the publications screen lists: shelves over everything first, then the publications. */
export type Shelf = Readonly<{
  title: string;
  view: View;
  publicationId?: string;
  unread?: number;
  total?: number;
}>;

export function shelvesOf({publications}: State): readonly Shelf[] {
  const listed = publications.filter(one => one.isListed && !one.isHidden);
  const sum = (pick: (row: (typeof listed)[number]) => number): number =>
    listed.reduce((total, row) => total + pick(row), 0);
  const whole =
    listed.length > 1
      ? [{title: 'All', view: {query: ''}, unread: sum(row => row.unread), total: sum(row => row.total)}]
      : [];
  return [
    ...whole,
    {title: 'Unread', view: {query: 'is:unread'}},
    {title: 'Starred', view: {query: 'is:starred'}},
    {title: 'Continue reading', view: {query: 'is:started'}},
    ...publications.map(({id, title, unread, total}) => ({
      title,
      view: {publications: [id], query: ''},
      publicationId: id,
      unread,
      total,
    })),
  ];
}

export function openPublications(state: State): Step {
  const screen: PublicationsScreen = {kind: 'publications', key: state.nextKey, selected: 0, top: 0};
  return step(
    {...state, nextKey: state.nextKey + 1, trail: [...state.trail, screen]},
    {kind: 'load-publications'},
  );
}

/** The acts of the publications screen. `undefined`: not one of its own. */
export function actInPublications(
  state: State,
  screen: PublicationsScreen,
  act: Act,
  count: number | undefined,
): Step | undefined {
  const shelves = shelvesOf(state);
  const rows = publicationRows(state);
  const to = (selected: number): Step =>
    step(withScreen(state, moveTo(screen, selected, shelves.length, rows)));
  const times = count ?? 1;
  const shelf = shelves[screen.selected];
  switch (act) {
    case 'down': {
      return to(screen.selected + times);
    }
    case 'up': {
      return to(screen.selected - times);
    }
    case 'page-down': {
      return to(screen.selected + rows * times);
    }
    case 'page-up': {
      return to(screen.selected - rows * times);
    }
    case 'half-down': {
      return to(screen.selected + Math.ceil(rows / 2) * times);
    }
    case 'half-up': {
      return to(screen.selected - Math.ceil(rows / 2) * times);
    }
    case 'top': {
      return to(0);
    }
    case 'bottom': {
      return to(shelves.length - 1);
    }
    case 'open': {
      return shelf ? openShelf(state, shelf) : step(state);
    }
    case 'mark-all-read': {
      const view = shelf?.view;
      return view && shelf.unread
        ? step({
            ...state,
            overlay: {
              kind: 'confirm',
              question: `Mark all ${shelf.unread} unread articles of ${shelf.title} as read?`,
              yes: {kind: 'mark-all-read', view},
            },
          })
        : notify(state, 'Nothing here is unread.');
    }
    case 'remove': {
      if (shelf?.publicationId === undefined) return notify(state, 'Only a publication can be removed.');
      const {publicationId, title} = shelf;
      return step({
        ...state,
        overlay: {
          kind: 'confirm',
          question: `Remove ${title}?`,
          yes: {kind: 'unfollow', publicationId, title},
        },
      });
    }
    default: {
      return undefined;
    }
  }
}

export function publicationRows(state: State): number {
  const {masthead, footer} = layoutOf(state);
  return Math.max(1, state.rows - masthead - footer);
}

function moveTo(screen: PublicationsScreen, wanted: number, total: number, rows: number): PublicationsScreen {
  const selected = Math.max(0, Math.min(wanted, total - 1));
  const top = Math.max(selected - rows + 1, Math.min(screen.top, selected));
  return {...screen, selected, top};
}

function openShelf(state: State, {title, view, publicationId}: Shelf): Step {
  const list = listScreen(state.nextKey, view, publicationId === undefined ? {heading: title} : {});
  const opened: State = {...state, nextKey: state.nextKey + 1, trail: [...state.trail, list]};
  return step(opened, loadList(opened, list));
}
