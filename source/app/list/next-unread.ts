import type {ArticleRow} from '../../domain/query/view.ts';
import type {Effect} from '../core/effect.ts';
import {reloadList} from './list.ts';
import {notify} from '../core/notices.ts';
import {listBelow, openArticle} from '../article/open-article.ts';
import {isAtEnd, keepPlace} from '../article/reading.ts';
import type {ArticleScreen, State} from '../core/state.ts';
import {screenOf} from '../core/state.ts';
import {andThen, step, withScreen} from '../core/step.ts';
import type {Step} from '../core/step.ts';

/** At an article's end the next unread one is named, so that nobody is surprised when Space opens it. */
export function lookAhead(state: State, screen: ArticleScreen): readonly Effect[] {
  if (screen.next || !isAtEnd(state, screen)) return [];
  return [{kind: 'find-next', view: viewBelow(state), afterId: screen.id}];
}

export function nextFound(state: State, afterId: string, row: ArticleRow | undefined): Step {
  const screen = screenOf(state);
  if (screen.kind !== 'article' || screen.id !== afterId || !row) return step(state);
  return step(withScreen(state, {...screen, next: {id: row.id, title: row.title}}));
}

/** The next unread article in place of this one; the list's selection goes along. */
export function toNextUnread(state: State, screen: ArticleScreen): Step {
  const {next} = screen;
  if (!next) return notify(state, 'This is the end. Nothing unread is left here.');
  const kept = keepPlace(state, screen);
  const [opened, effects] = andThen(step(state, ...kept), after =>
    openArticle(after, next.id, undefined, true),
  );
  const list = listBelow(opened);
  return step(opened, ...(list ? [{...reloadList(opened, list), selectedId: next.id}] : []), ...effects);
}

function viewBelow(state: State) {
  return listBelow(state)?.view ?? {query: ''};
}
