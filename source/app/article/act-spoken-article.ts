import {moved} from './act-article.ts';
import type {Act} from '../keys/keymap.ts';
import {toNextUnread} from '../list/next-unread.ts';
import {notify, reachedEnd} from '../core/notices.ts';
import {isAtEnd, isBefore, scrollTo} from './reading.ts';
import {paragraphAt, stretchAt} from './spoken-page.ts';
import type {ArticleScreen, State} from '../core/state.ts';
import type {Step} from '../core/step.ts';
import type {Place} from '../../domain/page/page.ts';

/** Moves through an article that is read aloud, by paragraphs. `undefined`: as any article. */
export function actInSpokenArticle(
  state: State,
  screen: ArticleScreen,
  act: Act,
  count = 1,
): Step | undefined {
  const {page, place} = screen;
  if (!page) return undefined;
  const to = (there: Place): Step => {
    const {place: reached} = scrollTo(state, screen, there);
    const isMoved = isBefore(place, reached) || isBefore(reached, place);
    const isUp = act === 'up' || act === 'half-up' || act === 'page-up';
    return isMoved ? moved(state, scrollTo(state, screen, there)) : reachedEnd(state, isUp ? -1 : 1);
  };
  switch (act) {
    case 'down':
    case 'half-down': {
      return to(paragraphAt(page, place, act === 'down' ? count : 3 * count));
    }
    case 'up':
    case 'half-up': {
      return to(paragraphAt(page, place, -(act === 'up' ? count : 3 * count)));
    }
    case 'page-down': {
      return isAtEnd(state, screen) ? toNextUnread(state, screen) : to(stretchAt(page, place));
    }
    case 'page-up': {
      return to(paragraphAt(page, place, -8 * count));
    }
    case 'open': {
      return screen.chosen ? undefined : notify(state, 'Choose a link first: Tab goes from one to the next.');
    }
    default: {
      return undefined;
    }
  }
}
