import type {Page, Place} from '../../domain/page/page.ts';
import {keyOf} from '../overlays/help.ts';
import type {Act} from '../keys/keymap.ts';
import {layoutOf, pageLength} from '../core/layout.ts';
import {linkInBrowser, openLink} from './links.ts';
import {listBelow, openArticle} from './open-article.ts';
import {lookAhead, toNextUnread} from '../list/next-unread.ts';
import {selectedRow, select} from '../list/list.ts';
import {turnPictures, viewPicture} from './pictures.ts';
import {
  currentHeading,
  isAtEnd,
  keepPlace,
  neighbourLink,
  reveal,
  scrollBy,
  scrollTo,
  turnPage,
} from './reading.ts';
import {moveSideways, toggleSideways} from './sideways.ts';
import type {ArticleScreen, State} from '../core/state.ts';
import {notify, reachedEnd} from '../core/notices.ts';
import {step, andThen, withScreen} from '../core/step.ts';
import type {Step} from '../core/step.ts';

/** The acts of an open article. `undefined`: not one of its own. */
export function actInArticle(
  state: State,
  screen: ArticleScreen,
  act: Act,
  count: number | undefined,
): Step | undefined {
  const times = count ?? 1;
  const page = pageLength(state);
  const by = (lines: number): Step => scrolled(state, screen, scrollBy(state, screen, lines), lines);
  switch (act) {
    case 'down': {
      return by(times);
    }
    case 'up': {
      return by(-times);
    }
    case 'page-down': {
      return isAtEnd(state, screen)
        ? toNextUnread(state, screen)
        : scrolled(state, screen, turnPage(state, screen, page * times), times);
    }
    case 'page-up': {
      return by(-page * times);
    }
    case 'half-down': {
      return by(Math.ceil(page / 2) * times);
    }
    case 'half-up': {
      return by(-Math.ceil(page / 2) * times);
    }
    case 'top':
    case 'bottom': {
      const far = screen.page && scrollTo(state, screen, farPlace(state, screen.page, act, count));
      return far ? scrolled(state, screen, far, act === 'top' ? -1 : 1) : step(state);
    }
    case 'next-article': {
      return toNeighbour(state, times);
    }
    case 'previous-article': {
      return toNeighbour(state, -times);
    }
    case 'next-heading': {
      return toHeading(state, screen, times);
    }
    case 'previous-heading': {
      return toHeading(state, screen, -times);
    }
    case 'next-link': {
      return chooseLink(state, screen, 1);
    }
    case 'previous-link': {
      return chooseLink(state, screen, -1);
    }
    case 'next-match': {
      return toMatch(state, screen, times);
    }
    case 'previous-match': {
      return toMatch(state, screen, -times);
    }
    case 'open': {
      return screen.chosen ? openLink(state, screen.chosen) : by(1);
    }
    case 'back': {
      return letGo(state, screen);
    }
    case 'contents': {
      return showContents(state, screen);
    }
    case 'browser-link': {
      return linkInBrowser(state, screen, count);
    }
    case 'browser': {
      return count === undefined ? undefined : linkInBrowser(state, screen, count);
    }
    case 'links': {
      if (!screen.page?.links.length) return notify(state, 'This article has no links.');
      return step({
        ...state,
        overlay: {
          kind: 'links',
          selected: Math.max(0, screen.chosen ? screen.page.links.indexOf(screen.chosen) : 0),
        },
      });
    }
    case 'pictures': {
      return turnPictures(state, screen);
    }
    case 'picture': {
      return viewPicture(state, screen);
    }
    case 'copy-code': {
      return copyCode(state, screen);
    }
    case 'code-wrap': {
      return toggleSideways(state, screen);
    }
    case 'code-right': {
      return moveSideways(state, screen, times);
    }
    case 'code-left': {
      return moveSideways(state, screen, -times);
    }
    case 'zen': {
      return turnZen(state);
    }
    default: {
      return undefined;
    }
  }
}

/** An end of the page, or the line with a number. */
function farPlace(state: State, page: Page, act: 'top' | 'bottom', count: number | undefined): Place {
  if (count !== undefined) return page.move(page.start, count - 1);
  return act === 'top' ? page.start : page.end(layoutOf(state).pageRows);
}

/** Says that a movement leads no further, unless what comes next is named there. */
function scrolled(state: State, {place, next, page}: ArticleScreen, there: ArticleScreen, by: number): Step {
  const isMoved = there.place.block !== place.block || there.place.line !== place.line;
  const isNamed = by > 0 && next !== undefined;
  return isMoved || isNamed || !page ? moved(state, there) : reachedEnd(state, by);
}

/** After a move: what was read is kept, and at the end what comes next is looked up. */
export function moved(state: State, {next, ...screen}: ArticleScreen): Step {
  const there: ArticleScreen = next && isAtEnd(state, screen) ? {...screen, next} : screen;
  return step(withScreen(state, there), ...keepPlace(state, there), ...lookAhead(state, there));
}

/**
 * The next or previous article of the list from which this one was opened; the list's selection goes along.
 */
function toNeighbour(state: State, by: number): Step {
  const list = listBelow(state);
  if (!list) return notify(state, 'This article was not opened from a list.');
  const target = Math.max(0, Math.min(list.selected + by, list.window.total - 1));
  if (target === list.selected && by !== 0)
    return notify(state, by > 0 ? 'This is the last article.' : 'This is the first article.');
  return andThen(select(state, list, target), after => {
    const row = listBelow(after) && selectedRow(listBelow(after) ?? list);
    // Beyond the rows at hand the library is asked first, and then this is done.
    return row
      ? openArticle(after, row.id, row, true)
      : step(after, {kind: 'act', act: 'next-article', count: 0});
  });
}

function toHeading(state: State, screen: ArticleScreen, by: number): Step {
  const headings = screen.page?.headings ?? [];
  const current = currentHeading(screen);
  const isOnIt = headings[current]?.block === screen.place.block && screen.place.line === 0;
  const target = headings[by < 0 && !isOnIt ? current + by + 1 : current + by];
  if (!target) return notify(state, by > 0 ? 'No heading further down.' : 'No heading further up.');
  return moved(state, scrollTo(state, screen, {block: target.block, line: 0}));
}

function chooseLink(state: State, screen: ArticleScreen, by: 1 | -1): Step {
  const chosen = neighbourLink(state, screen, by);
  if (!chosen)
    return notify(state, screen.page ? 'This article has no links.' : 'The article is not open yet.');
  // Read out, a card has its link as words alone.
  const place = screen.page?.spans(chosen)[0]?.place ?? {block: chosen.block, line: 0};
  return moved(state, reveal(state, {...screen, chosen}, place));
}

function toMatch(state: State, screen: ArticleScreen, by: number): Step {
  const {find} = screen;
  if (!find || find.spans.length === 0)
    return notify(
      state,
      find
        ? `Nothing here matches “${find.text}”.`
        : `Nothing to find yet: press ${keyOf(state, 'find')} and type.`,
    );
  const current = (((find.current + by) % find.spans.length) + find.spans.length) % find.spans.length;
  const span = find.spans[current];
  const lit: ArticleScreen = {...screen, find: {...find, current}};
  return moved(state, span ? reveal(state, lit, span.place) : lit);
}

/** The way back is told once, where nothing else tells it. */
function turnZen(state: State): Step {
  const turned = {...state, isZen: !state.isZen};
  return turned.isZen
    ? notify(turned, `Nothing but the text; ${keyOf(state, 'zen')} brings the rest back.`)
    : step(turned);
}

/** `Esc` first lets go of what is lit, then leaves. */
function letGo(state: State, screen: ArticleScreen): Step | undefined {
  if (state.isZen) return step({...state, isZen: false});
  const {chosen, find, ...bare} = screen;
  if (chosen) return step(withScreen(state, {...bare, ...(find && {find})}));
  return find ? step(withScreen(state, bare)) : undefined;
}

function showContents(state: State, screen: ArticleScreen): Step {
  if (!screen.page?.headings.length) return notify(state, 'This article has no headings.');
  return step({...state, overlay: {kind: 'contents', selected: Math.max(0, currentHeading(screen))}});
}

function copyCode(state: State, {page, place}: ArticleScreen): Step {
  const code = page?.codes.find(({block}) => block >= place.block) ?? page?.codes.at(-1);
  return code
    ? step(state, {kind: 'copy', text: code.text, what: 'code block'})
    : notify(state, 'This article has no code.');
}
