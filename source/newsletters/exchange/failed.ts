import type {Outcome} from '../../domain/newsletter/newsletter.ts';
import {toProblem} from '../../domain/problem.ts';
import {HttpError} from '../../http/exchange.ts';

/** Whoever cannot tell has to assume that it arrived: then it is not sent again unasked. */
export function mayHaveArrived(error: unknown): boolean {
  return !(error instanceof HttpError) || error.mayHaveArrived;
}

/** Safe to try again. */
export function failedBefore(error: unknown): Outcome {
  return {outcome: 'failed', message: `Nothing was sent. ${toProblem(error).message}`, isUnknown: false};
}

/** `wasStopped`: the reader stopped waiting. */
export function failedAfter(error: unknown, host: string, wasStopped: boolean): Outcome {
  const {kind, message} = toProblem(error);
  const why = wasStopped ? 'You stopped waiting.' : kind === 'timeout' ? 'It took too long.' : message;
  return {
    outcome: 'failed',
    message: `The address may have reached ${host}, but no answer came. ${why}`,
    isUnknown: true,
  };
}
