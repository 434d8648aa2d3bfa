import {shelvesOf} from '../publications/shelves.ts';
import {currentHeading, minutesLeft, progressOf} from '../article/reading.ts';
import {isOnCard, listTitle} from '../list/list.ts';
import {answered} from './notices.ts';
import type {ArticleScreen, Reading, Screen, State} from './state.ts';
import {screenOf} from './state.ts';
import type {Step} from './step.ts';

type Of<Kind extends Screen['kind']> = Extract<Screen, {kind: Kind}>;

/** The place on each kind of screen, in a sentence. */
const PLACES: {readonly [Kind in Screen['kind']]: (state: State, screen: Of<Kind>) => string} = {
  list: (state, list) => {
    const {total, unread} = list.window;
    if (isOnCard(list)) return `${listTitle(state, list)}, the newsletter below ${total} articles.`;
    return total === 0
      ? `${listTitle(state, list)}, no articles.`
      : `${listTitle(state, list)}, row ${Math.min(list.selected + 1, total)} of ${total}, ${unread} unread.`;
  },
  article: inArticle,
  publications: (state, screen) =>
    `Publications, row ${screen.selected + 1} of ${shelvesOf(state, screen).length}.`,
};

/** Answers where one is: the row of the list, or how far in the article. */
export function sayWhere(state: State): Step {
  return answered(state, whereOn(state, screenOf(state)));
}

/** "All articles, row 4 of 80, 12 unread." */
function whereOn<Kind extends Screen['kind']>(state: State, screen: Of<Kind>): string {
  const say = PLACES[screen.kind] as (state: State, screen: Of<Kind>) => string;
  return say(state, screen);
}

function inArticle(state: State, article: ArticleScreen): string {
  const {page, row} = article;
  if (!page) return 'The article is not open yet.';
  const heading = page.headings[currentHeading(article)]?.text;
  const under = heading === undefined ? '' : `, under ${heading}`;
  return `${howFar(state, article)}${under}, in ${row?.title ?? 'the article'}.`;
}

/** "40 percent, 3 minutes left". */
export function howFar(state: State, reading: Reading): string {
  const share = Math.round(progressOf(state, reading) * 100);
  const left = minutesLeft(state, reading);
  return share >= 100 ? 'The end' : `${share} percent, ${left === 1 ? 'a minute' : `${left} minutes`} left`;
}
