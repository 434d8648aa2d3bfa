import {dependsOnMarks} from '../../domain/query/query.ts';
import {parseQuery} from '../../domain/query/query-parse.ts';
import {viewName} from '../../domain/query/view.ts';
import type {View} from '../../domain/query/view.ts';
import {notify} from '../core/notices.ts';
import type {ListScreen, State} from '../core/state.ts';
import {andThen, step, withScreen} from '../core/step.ts';
import type {Step} from '../core/step.ts';
import {listScreen, reloadList} from './list.ts';
import {searched} from './search.ts';

/** Shows only the unread articles of a list, or all again; the choice holds for this view in this session. */
export function toggleUnreadOnly(state: State, screen: ListScreen): Step {
  const name = viewName(screen.whole ?? screen.base);
  if (screen.whole) {
    const {whole, isHeld: _, ...bare} = screen;
    const others = state.unreadOnly.filter(one => one !== name);
    return shown(
      {...state, unreadOnly: [...others, `-${name}`]},
      {...bare, base: whole},
      'All articles again.',
    );
  }
  if (isAboutReading(screen.base)) return notify(state, 'This list is about what you have read already.');
  const others = state.unreadOnly.filter(one => one !== `-${name}`);
  const chosen = {...state, unreadOnly: [...others, name]};
  return shown(chosen, withUnreadOnly(screen), 'Unread articles only.');
}

type Chosen = Pick<State, 'publications' | 'unreadOnly'>;

/** A list as it is opened: in its own order, and with the unread only where that is chosen. */
export function openedList(
  state: Chosen,
  key: number,
  view: View,
  more?: Pick<ListScreen, 'heading' | 'author'>,
): ListScreen {
  const own = ownOf(state, view);
  const isOrdered = own?.order !== undefined && view.order === undefined;
  const list = listScreen(key, isOrdered ? {...view, order: own.order} : view, more);
  const name = viewName(view);
  const {unreadOnly} = state;
  return unreadOnly.includes(name) || (own?.unreadOnly && !unreadOnly.includes(`-${name}`))
    ? withUnreadOnly(list)
    : list;
}

/** Settings of the publication whose whole list this is. */
function ownOf({publications}: Chosen, view: View) {
  const [only, ...others] = view.publications ?? [];
  const isWhole = others.length === 0 && view.query === '';
  return isWhole ? publications.find(({id}) => id === only)?.own : undefined;
}

function withUnreadOnly({isHeld: _, ...screen}: ListScreen): ListScreen {
  const {base} = screen;
  const query = base.query === '' ? 'is:unread' : `is:unread (${base.query})`;
  return narrowed({...screen, whole: base, base: {...base, query}});
}

function shown(state: State, screen: ListScreen, text: string): Step {
  const there = narrowed(screen);
  return andThen(step(withScreen(state, there), reloadList(state, there)), after => notify(after, text));
}

/** The list of its base, with the search that is on. */
function narrowed(screen: ListScreen): ListScreen {
  const found = screen.search && searched(screen.base, screen.search.text);
  return {...screen, view: found?.ok ? found.view : screen.base};
}

function isAboutReading({query}: View): boolean {
  const parsed = parseQuery(query);
  return parsed.ok && dependsOnMarks(parsed.query) && /\bis:(?:un)?read\b/u.test(query);
}
