import type {Effect} from '../app/core/effect.ts';
import type {Dispatch} from '../app/core/store.ts';
import type {EffectContext} from './context.ts';

type Of<K extends Effect['kind']> = Extract<Effect, {kind: K}>;

/** The ledger of sign-ups. */
export function loadSignups({library}: EffectContext, dispatch: Dispatch): void {
  dispatch({type: 'signups-loaded', signups: library.signups()});
}

export function confirmSignup(
  context: EffectContext,
  {id, isConfirmed}: Of<'confirm-signup'>,
  dispatch: Dispatch,
): void {
  context.writes.add({
    work: () => context.library.updateSignup(id, {state: isConfirmed ? 'confirmed' : 'requested'}),
    kept: () => {
      loadSignups(context, dispatch);
      dispatch({
        type: 'notice',
        text: isConfirmed ? 'Marked as confirmed.' : 'Marked as not confirmed yet.',
        tone: 'plain',
      });
    },
    shows: {kind: 'other'},
  });
}

export function forgetSignup(context: EffectContext, {id}: Of<'forget-signup'>, dispatch: Dispatch): void {
  context.writes.add({
    work: () => context.library.forgetSignup(id),
    kept: () => {
      loadSignups(context, dispatch);
      dispatch({type: 'notice', text: 'Forgotten.', tone: 'plain'});
    },
    shows: {kind: 'other'},
  });
}
