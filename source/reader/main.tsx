import type {Clock} from '../ports/terminal.ts';
import type {Library} from '../ports/library.ts';
import {createStore} from '../app/core/store.ts';
import type {Store} from '../app/core/store.ts';
import {chooseSources} from '../services/locate.ts';
import type {Context} from '../runtime/context.ts';
import {EXIT} from '../runtime/exit.ts';
import {followConfigured, openForThisRun} from '../services/follow.ts';
import type {Problem} from '../domain/problem.ts';
import {safeText} from '../domain/text/sink.ts';
import {createWriteQueue} from '../effects/write-queue.ts';
import {createEffects} from '../effects/run-effect.ts';
import {boundMemory} from './bound-memory.ts';
import {listenForFaults} from '../runtime/faults.ts';
import {firstState} from './first-state.ts';
import {onHangUp} from '../runtime/on-sighup.ts';
import {createImageKeeper} from './keep-image.ts';
import {createLook} from '../screen/looks.ts';
import {loadVisualOrder} from '../screen/frame/visual-order.ts';
import {hasRightToLeft} from '../domain/text/right-to-left.ts';
import {onIdle} from './on-idle.ts';
import {watchFolders} from './watch-folders.ts';
import {TypedPasswords} from '../services/typed-passwords.ts';
import {nameTerminal} from './terminal-title.ts';
import {warmUp} from './warm-up.ts';
import {write} from './write.ts';
import {createEffectContext} from './effect-context.ts';
import {mount} from '../ui/mount.tsx';
import type {Mounted} from '../screen/mounted.ts';

/** Milliseconds between two looks for another process's writes. */
const WATCH_EVERY = 2000;

/** After the first frame and the first keys, in milliseconds. */
const SOON = 1000;

const MINUTE = 60_000;

/** Silence of the keyboard in which the disk may be given some work, in milliseconds. */
const IDLE = 2000;

/** The composition root of the reader: the first frame comes from the library, everything else after it. */
export async function openReader(context: Context, given: readonly string[]): Promise<number> {
  const library = await context.ports.library();
  const article = articleNamed(library, given);
  const words = article === undefined ? given : [];
  const scope = await followChosen(library, context, words);
  const {options} = context;
  const look = createLook(options);
  const first = isFirstRun(context, words, scope);
  const images =
    article === undefined && !options.screenReader
      ? createImageKeeper(context, look, size => firstState(library, options, scope, size, first))
      : undefined;
  let mounted: Mounted | undefined;
  const terminal = {
    columns: process.stdout.columns || 80,
    rows: process.stdout.rows || 24,
    canShowPictures: look.pictures !== undefined,
    isColorless: look.colors === 0,
  };
  const writes = createWriteQueue(library, action => store.dispatch(action));
  const passwords = new TypedPasswords();
  const effectContext = createEffectContext(
    context,
    writes,
    look,
    passwords,
    () => mounted,
    () => store.getState().settings,
  );
  const effects = createEffects(effectContext);
  const store: Store = createStore(firstState(library, options, scope, terminal, first), effects.run);
  if (look.bidi === 'page' && !options.screenReader) await orderTitles(store);
  mounted = options.screenReader
    ? await speak(store)
    : mount(store, look.of, options.timings ? context.observer.frame : undefined);
  const stopWarming = options.screenReader ? undefined : warmUp(store, look.of);
  if (article !== undefined) store.dispatch({type: 'opened-article', id: article});
  begin(store, options.refresh.onStart ? (scope ?? 'due') : undefined);
  const leave = (): void => mounted?.exit();
  const faults = listenForFaults(leave);
  // Standard error was hidden by the screen.
  for (const message of context.preferences.faults) say({message}, store);
  look.of(options.theme);
  for (const fault of look.faults) say(fault, store);
  const stopHearing = context.ports.hear(problem => setImmediate(() => inform(problem, store)));
  let lost: Problem | undefined;
  const tellLost = (problem: Problem | undefined): void => {
    lost = problem;
    if (lost) context.output.problem(lost);
  };
  const forgetHangUp = onHangUp(leave, () => tellLost(effects.breakOff()));
  context.signal.addEventListener('abort', leave);
  const stopWatching = watch(library, store);
  const stopTime = keepTime(effectContext, store);
  const stopRefreshing = refreshByInterval(store);
  const stopNaming = options.screenReader ? undefined : nameTerminal(store, write);
  const leaveFolders = watchFolders(context, library, scope, store, passwords);
  const stopDrawing = images?.prepare(store);
  const stopSettling = onIdle(store, IDLE, () => settle(library));
  const stopBounding = boundMemory();
  try {
    await mounted.waitUntilExit();
  } catch (error) {
    return await report(error, context);
  } finally {
    faults.forget();
    context.signal.removeEventListener('abort', leave);
    stopHearing();
    stopWatching();
    stopTime();
    stopRefreshing();
    stopNaming?.();
    leaveFolders();
    stopDrawing?.();
    stopWarming?.();
    stopSettling();
    stopBounding();
    tellLost(await effects.end(context.signal, () => context.output.note(HELD)));
    forgetHangUp();
  }
  const fault = faults.first();
  if (fault) return await report(fault.error, context);
  await images?.keep();
  return lost ? EXIT.failed : EXIT.done;
}

const HELD =
  'Another Inkwell is writing: waiting a moment for it, to keep what you did. Ctrl-C does not wait.';

/** Right-to-left titles are in order in the first frame; later ones find what orders them loaded. */
async function orderTitles(store: Store): Promise<void> {
  const [list] = store.getState().trail;
  const titles = list.kind === 'list' ? list.window.rows.map(row => row?.title ?? '') : [];
  if (titles.some(hasRightToLeft)) await loadVisualOrder();
  else setTimeout(() => void loadVisualOrder(), SOON).unref();
}

/** Library warnings appear in the status line, and the list is reloaded. */
function inform(problem: Problem, store: Store): void {
  say(problem, store);
  store.dispatch({type: 'library-changed'});
}

function say({message, advice}: Pick<Problem, 'message' | 'advice'>, store: Store): void {
  const text = advice === undefined ? message : `${message} ${advice}`;
  store.dispatch({type: 'notice', text, tone: 'warning', isUnasked: true});
}

async function report(error: unknown, context: Context): Promise<number> {
  const {reportFault} = await import('../runtime/report-fault.ts');
  return reportFault(error, context);
}

/** Read aloud by a screen reader: text that is only appended. */
async function speak(store: Store): Promise<Mounted> {
  const {mountSpoken} = await import('../ui/spoken/mount-spoken.tsx');
  return mountSpoken(store, text => process.stdout.write(safeText(text)));
}

/**
 * The article of the library whose address is the one word; the address of a followed source is that source.
 */
function articleNamed(library: Library, words: readonly string[]): string | undefined {
  const [word = '', ...others] = words;
  if (others.length > 0 || !/^https?:\/\//i.test(word)) return undefined;
  return library.sources().some(({location}) => location === word)
    ? undefined
    : library.articleByUrl(word)?.id;
}

/** The publications of this run; undefined for everything that is followed. */
async function followChosen(
  library: Library,
  context: Context,
  words: readonly string[],
): Promise<readonly string[] | undefined> {
  const {options} = context;
  await followConfigured(library, options);
  const chosen = chooseSources(words, options, library);
  if (chosen.kind === 'library') return undefined;
  return await openForThisRun(chosen.locations, {library, options});
}

/** Nothing is named and nothing is followed yet: it is the journal that is open. */
function isFirstRun(
  {options}: Context,
  words: readonly string[],
  scope: readonly string[] | undefined,
): boolean {
  return scope !== undefined && words.length === 0 && options.givenSources.length === 0;
}

/** After the first frame: the row that is selected is made ready, and what is due is fetched. */
function begin(store: Store, which: 'due' | readonly string[] | undefined): void {
  setImmediate(() => {
    store.dispatch({type: 'begun', ...(which !== undefined && {which})});
  });
}

/** Writes recent changes to the library's own file, so that leaving does not wait for the disk. */
function settle(library: Library): void {
  try {
    library.settle();
  } catch {
    // A disk that refuses is told of where something is kept on it.
  }
}

/** Another window or a refresh by cron may write to the same library. */
function watch(library: Library, store: Store): () => void {
  let known = library.version();
  return every(WATCH_EVERY, () => {
    const now = versionNow(library);
    if (now === undefined || now === known) return;
    known = now;
    store.dispatch({type: 'library-grew'});
  });
}

/** Undefined where the file can't be read just now: whoever does something with it is told why. */
function versionNow(library: Library): number | undefined {
  try {
    return library.version();
  } catch {
    return undefined;
  }
}

/** Keeps times on the screen right to the minute. */
function keepTime({now}: Pick<Clock, 'now'>, store: Store): () => void {
  return every(MINUTE, () => store.dispatch({type: 'tick', now: now()}));
}

/** The open reader fetches as well: each source and account when its own interval has passed. */
function refreshByInterval(store: Store): () => void {
  return every(MINUTE, () => {
    if (store.getState().settings.refreshEvery > 0) store.dispatch({type: 'interval-passed'});
  });
}

function every(milliseconds: number, act: () => void): () => void {
  const timer = setInterval(act, milliseconds);
  timer.unref();
  return () => clearInterval(timer);
}
