import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {expect, onTestFinished} from 'vitest';
import type {Action} from '../../source/app/core/action.ts';
import type {Effect} from '../../source/app/core/effect.ts';
import type {EffectContext} from '../../source/effects/context.ts';
import {createEffects} from '../../source/effects/run-effect.ts';
import {createWriteQueue} from '../../source/effects/write-queue.ts';
import {resolveOptions} from '../../source/options/options.ts';
import {findPaths} from '../../source/options/paths.ts';
import type {Platform} from '../../source/ports/terminal.ts';
import {deferred} from '../../source/reader/deferred.ts';
import {createPorts} from '../../source/runtime/container.ts';
import {createObserver} from '../../source/runtime/observe.ts';
import {STYLE} from './set-page.ts';
import {aHome} from './story.ts';
import {TypedPasswords} from '../../source/services/typed-passwords.ts';

const NOTHING = new Map<string, unknown>();

type Dispatched<Type extends Action['type']> = Extract<Action, {type: Type}>;

/**
 * The effects of a reader with everything real behind them: library, preferences, worker, network. Only the
 * desktop is not there: what would be done with it is noted.
 */
export async function realEffects({environment = {}}: {environment?: Readonly<Record<string, string>>} = {}) {
  const home = await aHome();
  const surroundings = {...home.environment, ...environment};
  const options = resolveOptions(NOTHING, surroundings, NOTHING);
  const paths = findPaths(surroundings);
  mkdirSync(join(paths.library, '..'), {recursive: true});
  const ports = createPorts(options, paths, {problem: () => {}}, createObserver({log: undefined}));
  onTestFinished(ports.close);

  const actions: Action[] = [];
  const dispatch = (action: Action): void => void actions.push(action);
  const library = await ports.library();
  const writes = createWriteQueue(library, dispatch);
  const done: string[] = [];
  const platform: Platform = {
    openUrl: async url => void done.push(`open ${url}`),
    copy: async (what, text) => {
      done.push(`copy ${text}`);
      return `Copied the ${what}.`;
    },
    save: async (name, text) => {
      done.push(`save ${text}`);
      return name;
    },
    run: async ({kind, command, text}) => void done.push(`${kind} ${command ?? ''} ${text}`),
    command: async ({name, input}) => void done.push(`ran ${name} ${input}`),
    notify: async ({text}) => void done.push(`notify ${text}`),
  };
  const context: EffectContext = {
    library: writes.library,
    writes,
    now: Date.now,
    options,
    preferences: ports.preferences,
    sources: ports.sources,
    ingest: () => ports.ingest(),
    newsletters: ports.newsletters,
    sync: ports.sync,
    typesetter: deferred(ports.typesetter),
    platform: async () => platform,
    terminal: {
      quit: () => void done.push('quit'),
      suspend: () => void done.push('suspend'),
      redraw: () => void done.push('redraw'),
    },
    keepSettings: async () => void done.push('keep settings'),
    keepAccounts: async () => void done.push('keep accounts'),
    passwords: new TypedPasswords(),
    style: measure => ({...STYLE, measure}),
    refreshInterval: () => 60,
  };
  const effects = createEffects(context);
  return {
    actions,
    done,
    effects,
    library,
    run: (effect: Effect): void => effects.run(effect, dispatch),
    of: <Type extends Action['type']>(type: Type): Dispatched<Type>[] =>
      actions.filter((action): action is Dispatched<Type> => action.type === type),
    /** Waits for an action of a type and returns the first. */
    until: async <Type extends Action['type']>(type: Type): Promise<Dispatched<Type>> => {
      await expect.poll(() => actions.some(action => action.type === type)).toBe(true);
      return actions.find((action): action is Dispatched<Type> => action.type === type) as Dispatched<Type>;
    },
  };
}
