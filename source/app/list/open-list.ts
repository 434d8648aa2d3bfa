import type {Author} from '../../domain/article/article.ts';
import type {View} from '../../domain/query/view.ts';
import {loadList} from './list.ts';
import {openedList} from './unread-only.ts';
import type {State} from '../core/state.ts';
import {screenOf} from '../core/state.ts';
import {step, withoutOverlay} from '../core/step.ts';
import type {Step} from '../core/step.ts';
import {entered} from '../core/trail.ts';

/** Opens a list above what is shown. */
export function openList(
  state: State,
  view: View,
  more: Readonly<{heading?: string; author?: Author}> = {},
): Step {
  const list = openedList(state, state.nextKey, view, more);
  const opened = entered({...withoutOverlay(state), nextKey: state.nextKey + 1}, list);
  return step(opened, loadList(opened, list));
}

export function openAuthor(state: State, author: Author): Step {
  const view = among(state, {query: field('author', author.name), order: 'newest'});
  return openList(state, view, {heading: author.name, author});
}

export function openTag(state: State, tag: string): Step {
  return openList(state, among(state, {query: field('tag', tag), order: 'newest'}), {heading: `#${tag}`});
}

export function openCategory(state: State, category: string): Step {
  const view = among(state, {query: field('category', category), order: 'newest'});
  return openList(state, view, {heading: category});
}

export function openSearch(state: State, words: string): Step {
  const view = among(state, {query: words, order: 'relevance'});
  return openList(state, view, {heading: `Search: ${words}`});
}

/** Searches all text: of the publication that is listed, else of everything. */
export function searchText(state: State, words: string): Step {
  const screen = screenOf(state);
  const publications = screen.kind === 'list' ? screen.base.publications : undefined;
  if (publications?.length !== 1) return openSearch(state, words);
  return openList(state, {publications, query: words, order: 'relevance'}, {heading: `Search: ${words}`});
}

/** Publications opened for this run are not part of "everything", so they are named. */
function among({scope, publications}: State, view: View): View {
  return scope ? {...view, publications: publications.map(({id}) => id)} : view;
}

function field(name: string, value: string): string {
  return `${name}:"${value.replaceAll(/["“”]/g, ' ').trim()}"`;
}
