import type {Order} from '../../domain/query/view.ts';
import {orderIn} from '../../domain/query/view.ts';
import {notify} from '../core/notices.ts';
import type {ListScreen, State} from '../core/state.ts';
import {screenOf} from '../core/state.ts';
import {andThen, step, withScreen, withoutOverlay} from '../core/step.ts';
import type {Step} from '../core/step.ts';
import {reloadList} from './list.ts';

/** An order that a list may have: the letter that chooses it, and its name both ways. */
export type OrderChoice = Readonly<{key: string; order: Order; title: string; reversed: string}>;

export const ORDER_CHOICES: readonly OrderChoice[] = [
  {key: 'd', order: 'newest', title: 'Newest first', reversed: 'Oldest first'},
  {key: 'o', order: 'oldest', title: 'Oldest first', reversed: 'Newest first'},
  {key: 't', order: 'title', title: 'By title', reversed: 'By title, from Z to A'},
  {key: 'a', order: 'author', title: 'By author', reversed: 'By author, from Z to A'},
  {key: 's', order: 'source', title: 'As the source has them', reversed: 'The source’s order in reverse'},
  {key: 'r', order: 'recent', title: 'Last read first', reversed: 'Last read last'},
];

/** Asks how the list is to be sorted; its present order is selected. */
export function askOrder(state: State, {view}: ListScreen, isReversed: boolean): Step {
  const now = orderIn(view, view.publications?.length === 1);
  const selected = Math.max(
    0,
    ORDER_CHOICES.findIndex(({order}) => order === now),
  );
  return step({...state, overlay: {kind: 'orders', selected, isReversed}});
}

/** A letter that names an order chooses it at once. */
export function orderKeyed(state: State, key: string, isReversed: boolean): Step | undefined {
  const choice = ORDER_CHOICES.find(one => one.key === key);
  return choice && sortBy(state, choice, isReversed);
}

export function sortBy(state: State, {order, title, reversed}: OrderChoice, isReversed: boolean): Step {
  const bare = withoutOverlay(state);
  const screen = screenOf(bare);
  if (screen.kind !== 'list') return notify(bare, 'There is no list here to sort.');
  return andThen(sorted(bare, screen, order, isReversed), after =>
    notify(after, `${isReversed ? reversed : title}.`),
  );
}

export function sorted(state: State, screen: ListScreen, order: Order, isReversed = false): Step {
  const ordered = ({isReversed: _, ...view}: ListScreen['view']): ListScreen['view'] => ({
    ...view,
    order,
    ...(isReversed && {isReversed}),
  });
  const {whole, ...rest} = screen;
  const there: ListScreen = {
    ...rest,
    ...(whole && {whole: ordered(whole)}),
    base: ordered(screen.base),
    view: ordered(screen.view),
    selected: 0,
    top: 0,
  };
  const {selectedId: _, ...first} = reloadList(state, there);
  return step(withScreen(state, there), first);
}
