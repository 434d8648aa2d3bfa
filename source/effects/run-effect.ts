import type {Effect} from '../app/core/effect.ts';
import type {Dispatch} from '../app/core/store.ts';
import type {Problem} from '../domain/problem.ts';
import {act, openLink} from './act.ts';
import type {WriteQueue} from './write-queue.ts';
import {keepPosition} from './keep-position.ts';
import {latest} from './timing.ts';
import {loadArticle, prepareArticle, setAgain, setAhead, setSample} from './article.ts';
import {
  count,
  countNews,
  findNext,
  findSnippets,
  findUnfinished,
  findUnread,
  loadList,
  loadPublications,
  loadRows,
  prepareFilter,
  reloadList,
} from './list.ts';
import {mark, markAllRead, undo} from './mark.ts';
import type {PictureEffects} from './pictures.ts';
import {refresh} from './refresh.ts';
import {addSource, arrange, reorder, saveQuery, unfollow} from './follow.ts';
import {confirmSignup, findNewsletter, forgetSignup, loadSignups, subscribe} from './sign-up.ts';
import {reportError} from './report-error.ts';
import type {EffectContext} from './context.ts';

type Kind = Effect['kind'];
type Of<K extends Kind> = Extract<Effect, {kind: K}>;
type Doings = {readonly [K in Kind]: (effect: Of<K>, dispatch: Dispatch) => Promise<void> | void};

export type Effects = Readonly<{
  run: (effect: Effect, dispatch: Dispatch) => void;
  /** Stops what runs, and waits a while for what is not kept yet, as `WriteQueue.end` does. */
  end: WriteQueue['end'];
  /** Writes what it can when there is no time to end, and reports what is lost. */
  breakOff: () => Problem | undefined;
}>;

/** Runs effects and dispatches their outcomes. Failures are shown, never thrown. */
export function createEffects(context: EffectContext): Effects {
  const {begin, stop, end} = latest();
  const {library, writes} = context;
  const positions = keepPosition({
    keepPosition: (id, position, progress) =>
      writes.add({
        work: () => library.keepPosition(id, position, progress),
        pending: {kind: 'position', id, position, progress},
      }),
  });
  const leaving = new AbortController();
  // Cancelled when the reader leaves: the library may be closed by then.
  const after = (milliseconds: number, then: () => void): void => {
    setTimeout(() => {
      if (!leaving.signal.aborted) then();
    }, milliseconds).unref();
  };
  let loaded: Promise<PictureEffects> | undefined;
  const pictures = () =>
    (loaded ??= import('./pictures.ts').then(({pictureEffects}) => pictureEffects(context)));
  const doAct = (
    effect: Of<'open-url' | 'copy' | 'copy-article' | 'save' | 'hand-over'>,
    dispatch: Dispatch,
  ) => act(context, effect, dispatch, leaving.signal);

  const doings: Doings = {
    'load-list': (effect, dispatch) => loadList(context, effect, dispatch),
    'reload-list': (effect, dispatch) => {
      positions.flush();
      reloadList(context, effect, dispatch);
    },
    'prepare-filter': (_, dispatch) => prepareFilter(context, dispatch, begin('filter')),
    'load-publications': (_, dispatch) => loadPublications(context, dispatch),
    'load-accounts': async (_, dispatch) =>
      (await import('./own/load-accounts.ts')).loadAccounts(context, dispatch),
    'load-rows': (effect, dispatch) => loadRows(context, effect, dispatch),
    count: (effect, dispatch) => count(context, effect, dispatch),
    'find-snippets': (effect, dispatch) => findSnippets(context, effect, dispatch, begin('snippets')),
    'find-unfinished': (effect, dispatch) => findUnfinished(context, effect, dispatch, begin('unfinished')),
    'load-article': (effect, dispatch) => {
      positions.flush();
      return loadArticle(context, effect, dispatch, begin(effect.isPreview ? 'preview' : 'article'));
    },
    'set-again': (effect, dispatch) => setAgain(context, effect, dispatch),
    'load-pictures': async (effect, dispatch) => (await pictures()).load(effect, dispatch),
    'forget-pictures': async (effect, dispatch) => (await pictures()).forget(effect, dispatch),
    'view-picture': async (effect, dispatch) => (await pictures()).view(effect, dispatch),
    'prepare-article': ({id}) => prepareArticle(context, id, begin('prepare')),
    'find-next': (effect, dispatch) => findNext(context, effect, dispatch),
    'count-news': (effect, dispatch) => countNews(context, effect, dispatch),
    'find-unread': (effect, dispatch) => findUnread(context, effect, dispatch),
    mark: (effect, dispatch) => mark(context, effect, dispatch),
    'load-tags': (_, dispatch) => dispatch({type: 'tags-loaded', tags: library.tags().map(({name}) => name)}),
    tag: async (effect, dispatch) => (await import('./tag.ts')).tag(context, effect, dispatch),
    'mark-all-read': (effect, dispatch) => markAllRead(context, effect, dispatch),
    undo: (effect, dispatch) => undo(context, effect, dispatch),
    'load-acts': (_, dispatch) => dispatch({type: 'acts-loaded', acts: library.acts()}),
    'set-ahead': effect => setAhead(effect, begin('ahead')),
    'keep-position': (effect, dispatch) => positions.keep(effect, error => reportError(error, dispatch)),
    refresh: (effect, dispatch) => refresh(context, effect, dispatch, begin('refresh')),
    'add-source': ({location}, dispatch) => addSource(context, location, dispatch, begin('add')),
    cancel: (_, dispatch) => {
      stop('refresh', 'add', 'link', 'save');
      void loaded?.then(pictures => pictures.stop());
      dispatch({type: 'refresh-stopped'});
    },
    'begin-visit': () => writes.addQuietly(() => library.beginVisit()),
    arrange: (effect, dispatch) => arrange(context, effect, dispatch),
    reorder: (effect, dispatch) => reorder(context, effect, dispatch),
    'save-query': (effect, dispatch) => saveQuery(context, effect, dispatch),
    'find-leaving': async (effect, dispatch) =>
      (await import('./leave.ts')).findLeaving(context, effect, dispatch),
    leave: async (effect, dispatch) =>
      (await import('./leave.ts')).leave(context, effect, dispatch, leaving.signal),
    'load-signups': (_, dispatch) => loadSignups(context, dispatch),
    'confirm-signup': (effect, dispatch) => confirmSignup(context, effect, dispatch),
    'forget-signup': (effect, dispatch) => forgetSignup(context, effect, dispatch),
    unfollow: (effect, dispatch) => unfollow(context, effect, dispatch),
    'find-newsletter': (effect, dispatch) => findNewsletter(context, effect, dispatch, begin('newsletter')),
    subscribe: (effect, dispatch) => subscribe(context, effect, dispatch, leaving.signal),
    'open-link': ({url}, dispatch) => openLink(context, url, dispatch, begin('link')),
    'save-page': async ({url}, dispatch) =>
      (await import('./save-page.ts')).savePageOf(context, url, dispatch, begin('save')),
    'open-url': doAct,
    copy: doAct,
    'copy-article': doAct,
    save: doAct,
    'hand-over': doAct,
    'load-rules': async ({isOpening}, dispatch) => (await ownRules()).loadRules(context, dispatch, isOpening),
    'load-arranged': async (effect, dispatch) => (await ownRules()).loadArranged(context, effect, dispatch),
    'add-rule': async (effect, dispatch) => (await ownRules()).add(context, effect, dispatch),
    'change-rule': async (effect, dispatch) => (await ownRules()).change(context, effect, dispatch),
    account: async (effect, dispatch) =>
      (await import('./own/accounts.ts')).manage(context, effect, dispatch, begin('add')),
    'run-rules': async (effect, dispatch) => (await ownRules()).run(context, effect, dispatch),
    'on-range': async (effect, dispatch) =>
      (await import('./own/range.ts')).onRange(context, effect, dispatch, leaving.signal),
    'own-command': async (effect, dispatch) =>
      (await import('./own/own-command.ts')).ownCommand(context, effect, dispatch, leaving.signal),
    'keep-settings': ({settings}) => context.keepSettings(settings),
    'set-sample': ({measure}, dispatch) => setSample(context, measure, dispatch),
    'wait-for-digits': ({digits}, dispatch) =>
      after(DIGITS_PAUSE, () => dispatch({type: 'digits-waited', digits})),
    'fade-notice': ({id, milliseconds}, dispatch) =>
      after(milliseconds, () => dispatch({type: 'notice-faded', id})),
    act: ({act: name, count: times}, dispatch) =>
      dispatch({type: 'act', act: name, ...(times !== undefined && {count: times})}),
    redraw: () => context.terminal.redraw(),
    suspend: () => {
      positions.flush();
      context.terminal.suspend();
    },
    // The position is written at the end: a disk that refuses must not hold the reader here.
    quit: () => context.terminal.quit(),
  };

  return {
    run(effect, dispatch) {
      perform(doings, effect, dispatch).catch((error: unknown) => reportError(error, dispatch));
    },
    // Aborted effects note no failure, so the library stays as it was drawn for the next launch.
    async end(signal, held) {
      end();
      leaving.abort();
      positions.end();
      return await writes.end(signal, held);
    },
    breakOff() {
      positions.flush();
      return writes.lastTry();
    },
  };
}

const ownRules = () => import('./own/rules.ts');

/** Milliseconds that a number may wait for a further digit or a movement before it opens its link. */
const DIGITS_PAUSE = 700;

/** Begins at once: what answers without waiting has dispatched when this returns. */
async function perform<K extends Kind>(doings: Doings, effect: Of<K>, dispatch: Dispatch): Promise<void> {
  await doings[effect.kind](effect, dispatch);
}
