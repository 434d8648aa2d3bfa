import type {Effect} from '../app/core/effect.ts';
import type {Dispatch} from '../app/core/store.ts';
import {ProblemError} from '../domain/problem.ts';
import {servicesOf, type EffectContext} from './context.ts';

type Of<K extends Effect['kind']> = Extract<Effect, {kind: K}>;

/** Finds how to leave a newsletter; the reader is asked then. */
export async function findLeaving(
  context: EffectContext,
  {publicationId, title}: Of<'find-leaving'>,
  dispatch: Dispatch,
): Promise<void> {
  const publication = context.library.publication(publicationId);
  if (!publication) return;
  const {leavingOf} = await import('../services/newsletters/leave.ts');
  try {
    const leaving = await leavingOf(publication, context);
    dispatch({type: 'leaving-found', publicationId, title, leaving});
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    dispatch({type: 'notice', text: error.problem.message, tone: 'plain'});
  }
}

/** Sends the one request that the reader has agreed to, and says what came of it. */
export async function leave(
  context: EffectContext,
  {publicationId, leaving}: Of<'leave'>,
  dispatch: Dispatch,
  signal: AbortSignal,
): Promise<void> {
  const publication = context.library.publication(publicationId);
  if (!publication) return;
  const service = await import('../services/newsletters/leave.ts');
  const {outcome, record} = await service.leave(publication, leaving, servicesOf(context, dispatch), signal);
  context.writes.add({work: record, onWritten: () => {}, pending: {kind: 'other'}});
  const page = outcome.page === undefined ? '' : ` ${outcome.page}`;
  const tone = outcome.outcome === 'left' ? 'good' : 'warning';
  dispatch({type: 'notice', text: `${outcome.message}${page}`, tone});
}
