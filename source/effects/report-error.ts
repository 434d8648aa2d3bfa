import type {Dispatch} from '../app/core/store.ts';
import {toProblem} from '../domain/problem.ts';

/** Shows an error in the status line. */
export function reportError(error: unknown, dispatch: Dispatch): void {
  const {message, advice} = toProblem(error);
  const text = advice === undefined ? message : `${message} ${advice}`;
  dispatch({type: 'notice', text, tone: 'error'});
}
