import type {Effect} from '../app/core/effect.ts';
import type {Dispatch} from '../app/core/store.ts';
import type {World} from './context.ts';

type Of<K extends Effect['kind']> = Extract<Effect, {kind: K}>;

/** The ledger of sign-ups. */
export function loadSignups({library}: World, dispatch: Dispatch): void {
  dispatch({type: 'signups-loaded', signups: library.signups()});
}

export function confirmSignup(
  world: World,
  {id, isConfirmed}: Of<'confirm-signup'>,
  dispatch: Dispatch,
): void {
  world.changes.make({
    work: () => world.library.updateSignup(id, {state: isConfirmed ? 'confirmed' : 'requested'}),
    kept: () => {
      loadSignups(world, dispatch);
      dispatch({
        type: 'notice',
        text: isConfirmed ? 'Marked as confirmed.' : 'Marked as not confirmed yet.',
        tone: 'plain',
      });
    },
    shows: {kind: 'other'},
  });
}

export function forgetSignup(world: World, {id}: Of<'forget-signup'>, dispatch: Dispatch): void {
  world.changes.make({
    work: () => world.library.forgetSignup(id),
    kept: () => {
      loadSignups(world, dispatch);
      dispatch({type: 'notice', text: 'Forgotten.', tone: 'plain'});
    },
    shows: {kind: 'other'},
  });
}
