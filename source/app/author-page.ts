import {listScreen, loadList, selectedRow} from './list.ts';
import type {State} from './state.ts';
import {screenOf} from './state.ts';
import {notify, step} from './step.ts';
import type {Step} from './step.ts';

/** The page of an author: card and all their articles, of whatever publication. */
export function openAuthor(state: State, name?: string): Step {
  const screen = screenOf(state);
  const row =
    screen.kind === 'article' ? screen.row : screen.kind === 'list' ? selectedRow(screen) : undefined;
  const author =
    name === undefined ? row?.authors[0] : (row?.authors.find(one => one.name === name) ?? {name});
  if (!author) return notify(state, 'The source does not say who wrote this.');
  const list = listScreen(
    state.nextKey,
    {query: `author:"${author.name.replaceAll('"', '')}"`, order: 'newest'},
    {heading: author.name, author},
  );
  const opened: State = {...state, nextKey: state.nextKey + 1, trail: [...state.trail, list]};
  return step(opened, loadList(opened, list));
}
