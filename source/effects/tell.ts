import type {Dispatch} from '../app/core/store.ts';
import {toProblem} from '../domain/problem.ts';

/** Says on the screen what went wrong. */
export function tell(error: unknown, dispatch: Dispatch): void {
  const {message, advice} = toProblem(error);
  const text = advice === undefined ? message : `${message} ${advice}`;
  dispatch({type: 'notice', text, tone: 'error'});
}
