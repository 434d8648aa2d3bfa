import type {Author} from '../../domain/article/article.ts';
import type {PageLink} from '../../domain/page/page.ts';
import type {Action} from '../core/action.ts';
import {keyOf} from '../overlays/help.ts';
import {notify} from '../core/notices.ts';
import {keepPlace, scrollTo} from './reading.ts';
import {openArticle} from './open-article.ts';
import {openAuthor} from '../list/open-list.ts';
import {rowInView} from '../list/row-in-view.ts';
import type {ArticleScreen, State} from '../core/state.ts';
import {screenOf} from '../core/state.ts';
import {step, withScreen, withoutOverlay} from '../core/step.ts';
import type {Step} from '../core/step.ts';
import {askSubscribe} from '../prompt/subscribe.ts';

/**
 * Follows a link inside Inkwell: an article, a web page set as one, a place on the page, an author, the
 * prompt.
 */
export function openLink(state: State, {target}: PageLink): Step {
  const bare = withoutOverlay(state);
  switch (target.kind) {
    case 'url': {
      return isForOthers(bare, target.url)
        ? step(bare, {kind: 'open-url', ...fileAt(bare, target.url)})
        : step(bare, {kind: 'open-link', url: target.url});
    }
    case 'article': {
      return openArticle(bare, target.id);
    }
    case 'author': {
      return openAuthor(bare, authorNamed(bare, target.name));
    }
    case 'subscribe': {
      return askSubscribe(bare);
    }
    case 'place': {
      const screen = screenOf(bare);
      if (screen.kind !== 'article') return step(bare);
      const at = scrollTo(bare, screen, {block: target.block, line: 0});
      return step(withScreen(bare, at), ...keepPlace(bare, at));
    }
    default: {
      return step(bare);
    }
  }
}

/** Mail addresses, and files that come with the article, are opened by other programs. */
function isForOthers(state: State, url: string): boolean {
  return url.startsWith('mailto:') || fileAt(state, url).isFile;
}

function fileAt(state: State, url: string): {url: string; type?: string; isFile: boolean} {
  const file = rowInView(state)?.enclosures?.find(one => one.url === url);
  return {url, isFile: file !== undefined, ...(file?.type !== undefined && {type: file.type})};
}

/** The page behind a link can't be read here: the link is chosen, so that the browser's key is about it. */
export function linkFailed(state: State, {url, text, tone}: Extract<Action, {type: 'link-failed'}>): Step {
  const screen = screenOf(state);
  const links = screen.kind === 'article' ? (screen.page?.links ?? []) : [];
  const chosen = links.find(({target}) => target.kind === 'url' && target.url === url);
  if (screen.kind !== 'article' || !chosen) return notify(state, text, tone);
  const told = `${text} ${keyOf(state, 'browser')} opens it in the browser.`;
  return notify(withScreen(state, {...screen, chosen}), told, tone);
}

/** The link with a number, in the browser. */
export function linkInBrowser(state: State, {page}: ArticleScreen, number: number | undefined): Step {
  const link = page?.links.find(one => one.number === number);
  if (link?.target.kind === 'url') return step(state, {kind: 'open-url', url: link.target.url});
  return notify(
    state,
    link ? 'This link leads to no page of the web.' : `No link here has the number ${number ?? 0}.`,
  );
}

/** An author by name, with what the article says of them. */
function authorNamed(state: State, name: string): Author {
  return rowInView(state)?.authors.find(author => author.name === name) ?? {name};
}

/** The link whose number is being typed. */
export function linkNumbered({digits, overlay, trail}: State): PageLink | undefined {
  const screen = trail.at(-1);
  if (overlay || digits === '' || screen?.kind !== 'article') return undefined;
  return screen.page?.links.find(({number}) => number === Number(digits));
}
