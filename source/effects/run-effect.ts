import type {Effect} from '../app/effect.ts';
import type {Dispatch} from '../app/store.ts';
import {toProblem} from '../domain/problem.ts';
import {act} from './act.ts';
import {keepPosition} from './keep-position.ts';
import {latest} from './latest.ts';
import {loadArticle, prepareArticle} from './load-article.ts';
import {loadList, loadNextUnread, loadPublications, loadRow, reloadList} from './load-list.ts';
import {mark, markAllRead, undo} from './mark.ts';
import {openLink} from './open-link.ts';
import {addSource, refresh, unfollow} from './refresh.ts';
import {findNewsletter, subscribe} from './subscribe.ts';
import type {World} from './world.ts';

type Kind = Effect['kind'];
type Of<K extends Kind> = Extract<Effect, {kind: K}>;
type Doings = {readonly [K in Kind]: (effect: Of<K>, dispatch: Dispatch) => Promise<void> | void};

export type Effects = Readonly<{run: (effect: Effect, dispatch: Dispatch) => void; end: () => void}>;

/** Does one effect and dispatches what came of it. What fails is said, never thrown. */
export function createEffects(world: World): Effects {
  const newest = latest();
  const positions = keepPosition(world.library);
  const doAct = (effect: Of<'open-url' | 'copy' | 'copy-article' | 'save' | 'hand-over'>, dispatch: Dispatch) => act(world, effect, dispatch);

  const doings: Doings = {
    'load-list': (effect, dispatch) => loadList(world, effect, dispatch),
    'reload-list': (effect, dispatch) => reloadList(world, effect, dispatch),
    'load-publications': (_, dispatch) => loadPublications(world, dispatch),
    'load-row': (effect, dispatch) => loadRow(world, effect, dispatch),
    'load-article': (effect, dispatch) => {
      positions.flush();
      return loadArticle(world, effect, dispatch, newest(effect.isPreview ? 'preview' : 'article'));
    },
    'prepare-article': ({id}) => prepareArticle(world, id, newest('prepare')),
    'next-unread': (effect, dispatch) => loadNextUnread(world, effect, dispatch),
    mark: (effect, dispatch) => mark(world, effect, dispatch),
    'mark-all-read': (effect, dispatch) => markAllRead(world, effect, dispatch),
    undo: (_, dispatch) => undo(world, dispatch),
    'keep-position': effect => positions.keep(effect),
    refresh: (effect, dispatch) => refresh(world, effect, dispatch, newest('refresh')),
    'add-source': ({location}, dispatch) => addSource(world, location, dispatch, newest('add')),
    unfollow: (effect, dispatch) => unfollow(world, effect, dispatch),
    'find-newsletter': (effect, dispatch) => findNewsletter(world, effect, dispatch, newest('newsletter')),
    subscribe: (effect, dispatch) => subscribe(world, effect, dispatch),
    'open-link': ({url}, dispatch) => openLink(world, url, dispatch, newest('link')),
    'open-url': doAct,
    copy: doAct,
    'copy-article': doAct,
    save: doAct,
    'hand-over': doAct,
    'keep-settings': ({settings}, dispatch) => {
      dispatch({type: 'settings-changed', settings});
      return world.preferences.keepSettings(settings);
    },
    'wait-for-digits': ({digits}, dispatch) => after(DIGITS_PAUSE, () => dispatch({type: 'digits-waited', digits})),
    'fade-notice': ({id, milliseconds}, dispatch) => after(milliseconds, () => dispatch({type: 'notice-faded', id})),
    act: ({act: name}, dispatch) => dispatch({type: 'act', act: name}),
    redraw: () => world.terminal.redraw(),
    suspend: () => {
      positions.flush();
      world.terminal.suspend();
    },
    quit: () => {
      positions.flush();
      world.terminal.quit();
    },
  };

  return {
    run(effect, dispatch) {
      perform(doings, effect, dispatch).catch((error: unknown) => {
        const {message, advice} = toProblem(error);
        const text = advice === undefined ? message : `${message} ${advice}`;
        dispatch({type: 'notice', text, tone: 'error'});
      });
    },
    end: positions.flush,
  };
}

/** How long a number may wait for a further digit or a movement before it opens its link. */
const DIGITS_PAUSE = 700;

/** Begins at once: what answers without waiting has dispatched when this returns. */
async function perform<K extends Kind>(doings: Doings, effect: Of<K>, dispatch: Dispatch): Promise<void> {
  await doings[effect.kind](effect, dispatch);
}

function after(milliseconds: number, then: () => void): void {
  setTimeout(then, milliseconds).unref();
}
