import type {Library} from '../ports/library.ts';
import type {Store} from '../app/core/store.ts';
import {isFetchable, isImap, isOnTheWeb} from '../domain/publication/location.ts';
import type {Context} from '../runtime/context.ts';
import {readChanges} from './read-changes.ts';
import type {TypedPasswords} from '../services/typed-passwords.ts';
import {watchBelow} from '../sources/folder/watch.ts';

/** Setting up a watch walks the folder: the first frame and the first keys go before it. */
const PAUSE = 500;

/**
 * The folders of this run are watched, and those of mail servers: what comes there is in the list a moment
 * later. Returns what ends it.
 */
export function watchFolders(
  context: Pick<Context, 'options' | 'ports'>,
  library: Library,
  scope: readonly string[] | undefined,
  store: Store,
  passwords: TypedPasswords,
): () => void {
  let hasEnded = false;
  const ends: (() => void)[] = [];
  const changes = readChanges(store);
  const timer = setTimeout(() => {
    const sources = scope ? scope.flatMap(id => library.source(id) ?? []) : library.sources();
    for (const source of sources) {
      const {location, publicationId} = source;
      if (isOnTheWeb(source) || !isFetchable(source)) continue;
      ends.push(watchBelow(location, () => changes.came(publicationId)));
    }
    const mail = sources.filter(({location}) => isImap(location)).map(({publicationId}) => publicationId);
    // Unless nothing is to be fetched unasked.
    if (mail.length > 0 && !context.options.offline && store.getState().settings.refreshEvery > 0)
      void watchMail(mail);
  }, PAUSE).unref();
  return () => {
    hasEnded = true;
    clearTimeout(timer);
    changes.end();
    for (const end of ends) end();
  };

  async function watchMail(publicationIds: readonly string[]): Promise<void> {
    const mail = await import('./watch-mail.ts');
    if (!hasEnded) ends.push(mail.watchMail({...context, passwords}, library, publicationIds, changes.came));
  }
}
