import type {Dispatch} from '../app/core/store.ts';
import {toProblem} from '../domain/problem.ts';
import type {Report} from '../ports/services.ts';

/** Shows an error in the status line. */
export function reportError(error: unknown, dispatch: Dispatch): void {
  const {message, advice} = toProblem(error);
  reportOn(dispatch).problem({message, ...(advice !== undefined && {advice})});
}

export function reportOn(dispatch: Dispatch): Report {
  return {
    note: text => dispatch({type: 'notice', text, tone: 'warning'}),
    problem: ({message, advice}) =>
      dispatch({
        type: 'notice',
        text: advice === undefined ? message : `${message} ${advice}`,
        tone: 'error',
      }),
    detail: () => {},
    progress: () => {},
  };
}
