import {isFetchable} from '../domain/publication/location.ts';
import type {Refreshed} from '../domain/article/refreshed.ts';
import type {Source} from '../domain/publication/source.ts';
import type {Context} from '../runtime/context.ts';

/** Fetches sources into the library and tells how far it is; what came of them, in their own order. */
export async function refreshSources(
  sources: readonly Source[],
  {output, ports, signal}: Context,
): Promise<readonly Refreshed[]> {
  const fetchable = sources.filter(isFetchable);
  if (fetchable.length === 0) return [];
  const heard = new Map<Source, Refreshed>();
  const ingest = await ports.ingest('a command');
  await ingest.refresh(
    fetchable,
    refreshed => {
      heard.set(refreshed.source, refreshed);
      output.progress(`Fetched ${heard.size} of ${fetchable.length}`);
    },
    signal,
  );
  output.progress(undefined);
  return sources.flatMap(source => heard.get(source) ?? []);
}
