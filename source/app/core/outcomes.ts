import type {Action} from './action.ts';
import {withShelvesKept} from '../publications/shelves.ts';
import {articleFailed, articleSet} from '../article/article-set.ts';
import {sampleSet} from '../overlays/change-settings.ts';
import {digitsWaited} from '../keys/key-pressed.ts';
import {libraryChanged, libraryGrew, marked, newsCounted} from './library-changes.ts';
import {linkFailed} from '../article/links.ts';
import {listLoaded, previewOf} from '../list/list.ts';
import {unreadFound} from '../list/go-unread.ts';
import {nextFound} from '../list/next-unread.ts';
import {fading, inform, noticeFaded, notify} from './notices.ts';
import {listBelow, openArticle} from '../article/open-article.ts';
import {openList} from '../list/open-list.ts';
import {picturesChanged} from '../article/pictures.ts';
import {refreshEnded, refreshFailed, refreshMoved, refreshStopped} from './refreshing.ts';
import {actsLoaded} from '../overlays/history.ts';
import {askToLeave} from '../overlays/leave.ts';
import {ruleAdded, rulesLoaded} from '../overlays/rules.ts';
import {confirmationCame, signupsLoaded, wishesWait} from '../overlays/signups.ts';
import {passwordNeeded, passwordWanted} from '../publications/account-password.ts';
import {snippetsFound} from '../list/snippets.ts';
import type {State} from './state.ts';
import {step} from './step.ts';
import type {Step} from './step.ts';
import {answered, newsletterFound} from '../prompt/subscribe.ts';

type Outcome = Exclude<Action, {type: 'key' | 'act' | 'paste' | 'resized'}>;

/** Outcomes of effects. */
export function outcomeCame(state: State, action: Outcome): Step {
  switch (action.type) {
    case 'begun': {
      return begun(state, action.which);
    }
    case 'list-loaded': {
      const screen = state.trail.find(one => one.key === action.key);
      return screen?.kind === 'list'
        ? listLoaded(state, screen, action.window, action.selected)
        : step(state);
    }
    case 'snippets-found': {
      return snippetsFound(state, action.key, action.query, action.snippets);
    }
    case 'publications-loaded': {
      const {publications, savedQueries} = action;
      const isFirstRun = state.isFirstRun && !publications.some(({isListed}) => isListed);
      return step(withShelvesKept(state, {...state, publications, savedQueries, isFirstRun}));
    }
    case 'accounts-loaded': {
      return step({...state, accounts: action.accounts});
    }
    case 'password-needed': {
      return passwordNeeded(state, action.name);
    }
    case 'password-wanted': {
      return passwordWanted(state, action);
    }
    case 'arranged-loaded': {
      const {overlay} = state;
      return step(
        overlay?.kind === 'arranging' && overlay.publicationId === action.publicationId
          ? {...state, overlay: {...overlay, ...action.arranged}}
          : state,
      );
    }
    case 'rules-loaded': {
      return rulesLoaded(state, action.rules, action.isOpening);
    }
    case 'rule-added': {
      return ruleAdded(state, action.rule, action.found);
    }
    case 'counted': {
      return step({...state, counts: {...state.counts, ...action.counts}});
    }
    case 'unfinished-found': {
      const {unfinished: _, ...rest} = state;
      return step({...rest, ...(action.row && {unfinished: action.row})});
    }
    case 'article-set': {
      return articleSet(state, action);
    }
    case 'pictures-changed': {
      return picturesChanged(state, action.id);
    }
    case 'article-failed': {
      return articleFailed(state, action);
    }
    case 'library-grew': {
      return libraryGrew(state);
    }
    case 'news-counted': {
      return newsCounted(state, action.key, action.news);
    }
    case 'library-changed': {
      return libraryChanged(state);
    }
    case 'marked': {
      return marked(state, action.rows, action.isUnasked);
    }
    case 'next-found': {
      return nextFound(state, action.afterId, action.row);
    }
    case 'unread-found': {
      return unreadFound(state, action);
    }
    case 'refresh-moved': {
      return refreshMoved(state, action);
    }
    case 'refresh-stopped': {
      return refreshStopped(state);
    }
    case 'fetching': {
      const {fetching: _, ...rest} = state;
      return step({...rest, ...(action.what !== undefined && {fetching: action.what})});
    }
    case 'refresh-failed': {
      return refreshFailed(state, action);
    }
    case 'feeds-found': {
      return state.overlay
        ? step(state)
        : step({...state, overlay: {kind: 'feeds', selected: 0, feeds: action.feeds}});
    }
    case 'refresh-ended': {
      return refreshEnded(state, action);
    }
    case 'found-newsletter': {
      const {newsletter, facts} = action;
      return newsletterFound(state, action.publicationId, newsletter, facts);
    }
    case 'email-accepted': {
      return answered(state, action.publicationId, {step: 'sending'});
    }
    case 'email-rejected': {
      return answered(state, action.publicationId, {step: 'typing', error: action.reason});
    }
    case 'signed-up': {
      const {publicationId, outcome, waitingId} = action;
      return answered(state, publicationId, {
        step: 'answered',
        outcome,
        ...(waitingId !== undefined && {waitingId}),
      });
    }
    case 'acts-loaded': {
      return actsLoaded(state, action.acts);
    }
    case 'tags-loaded': {
      const {overlay} = state;
      return step(overlay?.kind === 'ask' ? {...state, overlay: {...overlay, choices: action.tags}} : state);
    }
    case 'signups-loaded': {
      return signupsLoaded(state, action.signups);
    }
    case 'confirmation-came': {
      return confirmationCame(state, action.title);
    }
    case 'leaving-found': {
      return askToLeave(state, action);
    }
    case 'wishes-wait': {
      return wishesWait(state, action.count);
    }
    case 'notice': {
      const {text, tone, canUndo, isUnasked} = action;
      return isUnasked ? inform(state, text, tone, canUndo) : notify(state, text, tone, canUndo);
    }
    case 'link-failed': {
      return linkFailed(state, action);
    }
    case 'notice-faded': {
      return noticeFaded(state, action.id);
    }
    case 'sample-set': {
      return sampleSet(state, action.page);
    }
    case 'opened-list': {
      const {view, heading, author} = action;
      return openList(state, view, {...(heading !== undefined && {heading}), ...(author && {author})});
    }
    case 'opened-article': {
      return openArticle(state, action.id, undefined, action.isReplacing);
    }
    case 'digits-waited': {
      return digitsWaited(state, action.digits);
    }
    case 'interval-passed': {
      if (state.refreshing) return step(state);
      const within = state.scope && {within: state.scope};
      return step(state, {kind: 'refresh', which: 'due', isQuiet: true, ...within});
    }
    case 'tick': {
      return step({...state, now: action.now});
    }
    default: {
      return step(state);
    }
  }
}

/**
 * After the first frame: the row that is selected is made ready, and what may take its time begins. A refresh
 * that the reader has asked for meanwhile goes on; a second would end it, and might itself find nothing due.
 */
function begun(state: State, which: 'due' | readonly string[] | undefined): Step {
  const list = listBelow(state);
  return step(
    state,
    ...(list ? previewOf(state, list) : []),
    {kind: 'begin-visit'},
    ...fading(state),
    {kind: 'find-unfinished', ...(state.scope && {publications: state.scope})},
    ...(which && !state.refreshing ? [{kind: 'refresh', which, isQuiet: true} as const] : []),
  );
}
