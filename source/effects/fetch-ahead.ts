import type {Source} from '../domain/publication/source.ts';
import {wholeText} from './whole-text.ts';
import type {EffectContext} from './context.ts';

/**
 * Whole texts of the newest unread teasers of each source, as many as the reader's settings say, to be read without a network. One at
 * a time and in silence: nobody waits for them, and what can't be had stays a teaser.
 */
export async function fetchAhead(
  context: EffectContext,
  sources: readonly Source[],
  signal: AbortSignal,
): Promise<void> {
  const {library, ahead, completesTeasers, isOffline} = context;
  if (ahead === 0 || !completesTeasers || isOffline) return;
  for (const {publicationId} of sources) {
    const view = {publications: [publicationId], query: 'is:unread', order: 'newest'} as const;
    for (const row of library.window(view, 0, ahead).rows) {
      if (signal.aborted) return;
      // A teaser that was looked at has been set, but is a teaser still.
      if (row.isPartial) await wholeText(context, row, signal).catch(() => undefined);
    }
  }
}
