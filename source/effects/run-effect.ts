import type {Effect} from '../app/effect.ts';
import type {Dispatch} from '../app/store.ts';
import {toProblem} from '../domain/problem.ts';
import {act} from './act.ts';
import {keepPosition} from './keep-position.ts';
import {latest} from './latest.ts';
import {loadArticle, prepareArticle} from './load-article.ts';
import {loadList, loadPublications, reloadList} from './load-list.ts';
import {mark, markAllRead, undo} from './mark.ts';
import {openLink} from './open-link.ts';
import {addSource, refresh, unfollow} from './refresh.ts';
import {findNewsletter, subscribe} from './subscribe.ts';
import type {World} from './world.ts';

/** Does one effect and dispatches what came of it. What fails is said, never thrown. */
export function createEffects(world: World): {run: (effect: Effect, dispatch: Dispatch) => void; end: () => void} {
  const newest = latest();
  const positions = keepPosition(world.library);

  const run = (effect: Effect, dispatch: Dispatch): void => {
    const failed = (error: unknown): void => {
      const {message, advice} = toProblem(error);
      dispatch({type: 'notice', text: advice === undefined ? message : `${message} ${advice}`, tone: 'error'});
    };
    try {
      const doing = start(effect, dispatch);
      if (doing) doing.catch(failed);
    } catch (error) {
      failed(error);
    }
  };

  const start = (effect: Effect, dispatch: Dispatch): Promise<void> | undefined => {
    switch (effect.kind) {
      case 'load-list': {
        return void loadList(world, effect, dispatch);
      }
      case 'reload-list': {
        return void reloadList(world, effect, dispatch);
      }
      case 'load-publications': {
        return void loadPublications(world, dispatch);
      }
      case 'load-row': {
        const row = world.library.article(effect.id);
        return void (row && dispatch({type: 'row-loaded', row}));
      }
      case 'load-article': {
        positions.flush();
        return loadArticle(world, effect, dispatch, newest(effect.isPreview ? 'preview' : 'article'));
      }
      case 'prepare-article': {
        return prepareArticle(world, effect.id, newest('prepare'));
      }
      case 'next-unread': {
        const row = world.library.nextUnread(effect.view, effect.afterId);
        return void dispatch(row ? {type: 'opened-article', id: row.id, isReplacing: true} : {type: 'notice', text: 'Nothing unread is left here.', tone: 'plain'});
      }
      case 'mark': {
        return void mark(world, effect, dispatch);
      }
      case 'mark-all-read': {
        return void markAllRead(world, effect, dispatch);
      }
      case 'undo': {
        return void undo(world, dispatch);
      }
      case 'keep-position': {
        return void positions.keep(effect);
      }
      case 'refresh': {
        return refresh(world, effect, dispatch, newest('refresh'));
      }
      case 'add-source': {
        return addSource(world, effect.location, dispatch, newest('add'));
      }
      case 'unfollow': {
        return void unfollow(world, effect, dispatch);
      }
      case 'find-newsletter': {
        return findNewsletter(world, effect, dispatch, newest('newsletter'));
      }
      case 'subscribe': {
        return subscribe(world, effect, dispatch);
      }
      case 'open-link': {
        return openLink(world, effect.url, dispatch, newest('link'));
      }
      case 'wait-for-digits': {
        setTimeout(() => dispatch({type: 'digits-waited', digits: effect.digits}), 700).unref();
        return undefined;
      }
      case 'fade-notice': {
        setTimeout(() => dispatch({type: 'notice-faded', id: effect.id}), effect.milliseconds).unref();
        return undefined;
      }
      case 'keep-settings': {
        dispatch({type: 'settings-changed', settings: effect.settings});
        return world.preferences.keepSettings(effect.settings);
      }
      case 'act': {
        return void dispatch({type: 'act', act: effect.act});
      }
      case 'quit':
      case 'suspend':
      case 'redraw': {
        positions.flush();
        return void world.terminal[effect.kind]();
      }
      default: {
        return act(world, effect, dispatch);
      }
    }
  };

  return {run, end: positions.flush};
}
