import type {Effect} from '../../app/core/effect.ts';
import type {Dispatch} from '../../app/core/store.ts';
import {performErrands} from '../../services/errands.ts';
import {findCommand, runOwnCommand} from '../../services/own-commands.ts';
import {servicesOf, type EffectContext} from '../context.ts';

type OwnCommandEffect = Extract<Effect, {kind: 'own-command'}>;

/** Runs a command of the reader's own on articles, and says that it has ended. */
export async function ownCommand(
  context: EffectContext,
  {name, ids}: OwnCommandEffect,
  dispatch: Dispatch,
  leaving: AbortSignal,
): Promise<void> {
  const services = servicesOf(context, dispatch);
  const command = findCommand(services, name);
  const platform = await context.platform();
  const run = platform.command.bind(platform);
  const done = await runOwnCommand(command, ids, services, run, leaving);
  // Why it failed has been said.
  if (done === 0 || leaving.aborted) return;
  const many = ids.length > 1 ? ` on ${ids.length} articles` : '';
  dispatch({type: 'notice', text: `Ran ${name}${many}.`, tone: 'plain'});
}

/** Does what rules have asked for while a refresh came in. */
export async function errands(
  context: EffectContext,
  dispatch: Dispatch,
  signal: AbortSignal,
): Promise<void> {
  const desktop = async () => {
    const platform = await context.platform();
    return {run: platform.command.bind(platform), notify: platform.notify.bind(platform)};
  };
  await performErrands(servicesOf(context, dispatch), desktop, signal);
}
