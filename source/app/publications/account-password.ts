import type {Action} from '../core/action.ts';
import type {Asking} from '../prompt/asking.ts';
import {EMPTY_FIELD} from '../prompt/field.ts';
import {inform} from '../core/notices.ts';
import {keyOf} from '../overlays/help.ts';
import type {State} from '../core/state.ts';
import {step} from '../core/step.ts';
import type {Step} from '../core/step.ts';

/** Adds the account that was typed. An address and a name alone: the password is asked for first. */
export function addTyped(state: State, line: string): Step {
  const [, address, user] = /^(\S+)\s+(\S+)$/u.exec(line) ?? [];
  if (address === undefined) return step(state, {kind: 'account', to: 'add', what: line});
  return askPassword(state, {to: 'add', what: line}, user === '-' ? address : `${user} at ${address}`);
}

/** Asks for the password of an account whose syncing waits for it. */
export function unlock(state: State, name: string): Step {
  return askPassword(state, {to: 'unlock', what: name}, name);
}

export function passwordTyped(state: State, {account, field}: Asking): Step {
  if (!account || field.value === '') return step(state);
  const {to, what} = account;
  return step(state, {kind: 'account', to, what, password: field.value});
}

/** Says how syncing goes on. */
export function passwordNeeded(state: State, name: string): Step {
  const [publications, refresh] = [keyOf(state, 'publications'), keyOf(state, 'refresh')];
  return inform(
    state,
    `${name} waits for its password: ${refresh} on its row among the publications (${publications}) asks for it.`,
    'warning',
  );
}

/** Asks for the password of a mailbox, unless something else is being typed. */
export function passwordWanted(
  state: State,
  {to, what, whose}: Extract<Action, {type: 'password-wanted'}>,
): Step {
  return state.overlay ? passwordNeeded(state, whose) : askPassword(state, {to, what}, whose);
}

function askPassword(
  state: State,
  account: Pick<NonNullable<Asking['account']>, 'to' | 'what'>,
  whose: string,
): Step {
  const asking: Asking = {kind: 'ask', purpose: 'password', field: EMPTY_FIELD, account: {...account, whose}};
  return step({...state, overlay: asking});
}
