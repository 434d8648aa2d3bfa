import {allTags} from '../../domain/article/own-tag.ts';
import type {ArticleRow} from '../../domain/query/view.ts';
import {openAuthor, openCategory, openTag} from './open-list.ts';
import {rowInView} from './row-in-view.ts';
import type {State, Topic} from '../core/state.ts';
import {notify} from '../core/notices.ts';
import {step} from '../core/step.ts';
import type {Step} from '../core/step.ts';

/** Traits that other articles share with one. */
export function topicsOf(row: ArticleRow): readonly Topic[] {
  const {authors, category} = row;
  return [
    ...authors.map((author): Topic => ({kind: 'author', name: author.name, author})),
    ...(category === undefined ? [] : [{kind: 'category', name: category} as const]),
    ...allTags(row)
      .filter(tag => tag !== category)
      .map((name): Topic => ({kind: 'tag', name})),
  ];
}

/** Lists authors, category and tags of the article in view, to go to the page of one. */
export function showTopics(state: State): Step {
  const row = rowInView(state);
  const topics = row ? topicsOf(row) : [];
  return topics.length > 0
    ? step({...state, overlay: {kind: 'topics', selected: 0, topics}})
    : notify(state, row ? 'This article names no author, category or tag.' : 'There is no article here.');
}

/** The page of the author in view; of several, the one that is chosen. */
export function showAuthor(state: State): Step {
  const row = rowInView(state);
  if (!row) return notify(state, 'There is no article here.');
  const [only, ...others] = row.authors;
  if (!only) return notify(state, 'The source does not say who wrote this.');
  if (others.length === 0) return openAuthor(state, only);
  const topics = topicsOf(row).filter(({kind}) => kind === 'author');
  return step({...state, overlay: {kind: 'topics', selected: 0, topics}});
}

export function openTopic(state: State, {kind, name, author}: Topic): Step {
  if (kind === 'author') return openAuthor(state, author ?? {name});
  return kind === 'category' ? openCategory(state, name) : openTag(state, name);
}
