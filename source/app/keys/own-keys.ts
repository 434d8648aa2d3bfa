import type {OwnCommand, OwnKeys} from '../../domain/command/own-command.ts';
import {notify} from '../core/notices.ts';
import {rowInView} from '../list/row-in-view.ts';
import {onSelection} from '../list/selection.ts';
import type {State} from '../core/state.ts';
import {andThen, step} from '../core/step.ts';
import type {Step} from '../core/step.ts';
import {normalKey} from './key-presets.ts';
import {ACT_NAMES} from './keymap.ts';
import type {Act} from './keymap.ts';

type RunAct = (state: State, act: Act) => Step;

const RUN = /^run\s+(\S+)$/u;

/** Does what a key of the reader's own stands for; `undefined` where it is none. */
export function ownKeyPressed(state: State, key: string, act: RunAct): Step | undefined {
  const {commands, macros} = state.ownKeys ?? {commands: [], macros: {}};
  const command = commands.find(one => one.key !== undefined && normalKey(one.key) === key);
  if (command) return runOwn(state, command.name);
  const acts = macros[key];
  return acts?.reduce<Step>((done, name) => andThen(done, now => inMacro(now, name, act)), step(state));
}

/** Runs a command of the reader's own on the article in view. */
export function runOwn(state: State, name: string): Step {
  const {ownKeys} = state;
  if (!ownKeys?.commands.some(command => command.name === name))
    return notify(state, `You have no command called ${name}.`, 'warning');
  const several = onSelection(state, {kind: 'run', name});
  if (several) return several;
  const id = rowInView(state)?.id;
  return id === undefined
    ? notify(state, 'There is no article here.')
    : step(state, {kind: 'own-command', name, ids: [id]});
}

function inMacro(state: State, name: string, act: RunAct): Step {
  const command = RUN.exec(name)?.[1];
  if (command !== undefined) return runOwn(state, command);
  const known = ACT_NAMES.find(one => one === name);
  return known ? act(state, known) : step(state);
}

/** The reader's own keys, and what is wrong with them. */
export function ownKeysFrom(
  commands: readonly OwnCommand[],
  macros: Readonly<Record<string, readonly string[]>>,
): Readonly<{ownKeys: OwnKeys; faults: readonly string[]}> {
  const names = new Set(commands.map(({name}) => name));
  const isKnown = (name: string): boolean =>
    ACT_NAMES.some(one => one === name) || names.has(RUN.exec(name)?.[1] ?? '');
  const faults = Object.entries(macros).flatMap(([key, acts]) => {
    const unknown = acts.find(name => !isKnown(name));
    return unknown === undefined
      ? []
      : [`keys.macros gives ${key} “${unknown}”, which is no action. Press : and Tab to see them all.`];
  });
  return {
    ownKeys: {
      commands,
      macros: Object.fromEntries(Object.entries(macros).map(([key, acts]) => [normalKey(key), acts])),
    },
    faults,
  };
}
