import {createStore, type Store} from '../../source/app/core/store.ts';
import type {State} from '../../source/app/core/state.ts';
import type {StateLine} from '../../source/domain/state-line.ts';
import {createEffects} from '../../source/effects/run-effect.ts';
import {createWriteQueue} from '../../source/effects/write-queue.ts';
import {readPreferences} from '../../source/options/preferences-file.ts';
import {createEffectContext} from '../../source/reader/effect-context.ts';
import {firstState} from '../../source/reader/first-state.ts';
import type {Context} from '../../source/runtime/context.ts';
import {createContext} from '../../source/runtime/create-context.ts';
import {createLook} from '../../source/screen/looks.ts';
import {chooseSources} from '../../source/services/locate.ts';
import {followConfigured, openForThisRun} from '../../source/services/follow.ts';
import {exportState} from '../../source/services/exchange/state-file.ts';
import {recorder, uninterrupted, type Environment} from './commands.ts';
import {TypedPasswords} from '../../source/services/typed-passwords.ts';

/** What a command would be given, for its parts that need a terminal or a desktop. */
export async function withContext<Result>(
  environment: Environment,
  use: (context: Context) => Promise<Result>,
): Promise<Result> {
  const context = contextIn(environment, new Map());
  try {
    return await use(context);
  } finally {
    await context.ports.close();
  }
}

/** What the reader did to the desktop around it. */
export type Outside = Record<'opened' | 'copied' | 'saved' | 'lent' | 'ran' | 'notified', string[]>;

export type Reader = Readonly<{
  store: Store;
  outside: Outside;
  state: () => State;
  press: (...keys: readonly string[]) => void;
  type: (text: string) => void;
  /** Waits for a condition of the state; fails with the last state's messages. */
  until: (condition: (state: State) => unknown) => Promise<void>;
  leave: () => Promise<void>;
}>;

/**
 * The reader without a screen: real state, effects, library, worker and network; only the desktop is
 * recorded.
 */
export async function openReaderIn(
  environment: Environment,
  words: readonly string[] = [],
  settings: ReadonlyMap<string, unknown> = new Map(),
): Promise<Reader> {
  const context = contextIn(environment, settings);
  const library = await context.ports.library();
  const {options} = context;
  await followConfigured(library, options);
  const chosen = chooseSources(words, options, library);
  const scope =
    chosen.kind === 'library' ? undefined : await openForThisRun(chosen.locations, {library, options});
  const writes = createWriteQueue(library, action => store.dispatch(action));
  const outside: Outside = {opened: [], copied: [], saved: [], lent: [], ran: [], notified: []};
  const effects = createEffects({
    ...createEffectContext(
      context,
      writes,
      createLook(options),
      new TypedPasswords(),
      () => undefined,
      () => store.getState().settings,
    ),
    platform: async () => ({
      openUrl: async url => void outside.opened.push(url),
      copy: async (what, text) => {
        outside.copied.push(text);
        return what;
      },
      save: async (name, text) => {
        outside.saved.push(text);
        return name;
      },
      run: async ({text}) => void outside.lent.push(text),
      command: async ({input}) => void outside.ran.push(input),
      notify: async ({text}) => void outside.notified.push(text),
    }),
  });
  const window = {columns: 100, rows: 24, canShowPictures: false, isColorless: true};
  const store = createStore(firstState(library, options, scope, window, false), effects.run);
  store.dispatch({type: 'begun'});
  const press = (...keys: readonly string[]): void => {
    for (const key of keys) store.dispatch({type: 'key', key});
  };
  return {
    store,
    outside,
    state: store.getState,
    press,
    type: text => press(...Array.from(text, character => (character === ' ' ? 'space' : character))),
    until: condition =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (!condition(store.getState())) return;
          end();
          resolve();
        };
        const stop = store.subscribe(look);
        // A hang, not a slow machine.
        const hang = setTimeout(() => {
          end();
          const said = store.getState().notices.map(({text}) => text);
          reject(new Error(`The reader never came so far. Messages: ${said.join(' | ')}`));
        }, 45_000);
        const end = (): void => {
          stop();
          clearTimeout(hang);
        };
        look();
      }),
    async leave() {
      await effects.end(new AbortController().signal, () => {});
      await context.ports.close();
    },
  };
}

/**
 * Everything stored: the lines of `export --state --secrets`, without times that differ from run to run and
 * without converted texts, which are a cache. A reader's position is left out where a command only prints.
 */
export async function stored(
  environment: Environment,
  {withReading = true}: {withReading?: boolean} = {},
): Promise<readonly object[]> {
  const context = contextIn(environment, new Map());
  try {
    const library = await context.ports.existingLibrary();
    const preferences = readPreferences(context.paths.preferences).values;
    return [...exportState(library, preferences)].flatMap(line => comparable(line, withReading));
  } finally {
    await context.ports.close();
  }
}

const TIMES = new Set([
  'addedAt',
  'touchedAt',
  'openedAt',
  'fetchedAt',
  'dueAt',
  'at',
  'foundAt',
  'confirmedAt',
]);

const OF_READING = new Set(['isRead', 'progress', 'readingPosition']);

function comparable(line: StateLine, withReading: boolean): object[] {
  if (line.kind === 'visits') return [];
  const isLeftOut = (name: string): boolean =>
    TIMES.has(name) || name === 'markdown' || (!withReading && OF_READING.has(name));
  const text = JSON.stringify(line, (name, value: unknown) => (isLeftOut(name) ? undefined : value));
  return [JSON.parse(text) as object];
}

function contextIn(environment: Environment, settings: ReadonlyMap<string, unknown>): Context {
  return createContext(settings, {
    interruption: uninterrupted(),
    environment,
    streams: recorder().streams,
  });
}
