import type {Publication} from '../domain/publication/publication.ts';
import type {NewsboatCache, Newsletters, Sources} from '../ports/fetching.ts';
import {CONVERTED_AT_ONCE} from '../domain/limits.ts';
import {toMarkdown} from '../sources/text/to-markdown.ts';
import type {SupervisedWorker} from './supervised-worker.ts';

/**
 * Sources that are read in the other thread. Only the conversion of short bodies, which is quick, stays in
 * this one.
 */
export function workerSources(worker: SupervisedWorker): Sources {
  /** Of the publications that were opened in this run. */
  const opened = new Map<string, Pick<Publication, 'location' | 'isPrivate'>>();
  return {
    async open({take: _, ...source}, signal) {
      const fetched = await worker.call(source.location, signal, 'open', source);
      if (fetched.kind === 'loaded') opened.set(fetched.publication.id, nearOf(fetched.publication));
      return fetched;
    },
    openPage: (location, signal) => worker.call(location, signal, 'openPage', location),
    complete: (article, body, signal, publication) =>
      worker.call(
        article.url ?? `“${article.title}”`,
        signal,
        'complete',
        article,
        body,
        publication ? nearOf(publication) : opened.get(article.publicationId),
      ),
    readText: (location, signal) => worker.call(location, signal, 'readText', location),
    leaving: (location, secret) => worker.call(location, undefined, 'leaving', location, secret),
    async toMarkdown(body) {
      if (body.content.length > CONVERTED_AT_ONCE)
        return await worker.call('This text', undefined, 'toMarkdown', body);
      return await toMarkdown(body);
    },
  };
}

/** The database of another program is read in the other thread, within its limits. */
export function workerNewsboat(worker: SupervisedWorker): NewsboatCache {
  return {
    feeds: (path, signal) => worker.call(path, signal, 'newsboatFeeds', path),
    items: (path, publication, items, rank, signal) =>
      worker.call(path, signal, 'newsboatItems', path, publication, items, rank),
  };
}

/** Home pages are read in the other thread; an address is posted from here, once. */
export function workerNewsletters(worker: SupervisedWorker, near: Newsletters): Newsletters {
  return {
    find: (publication, signal, page) =>
      worker.call(publication.homepage ?? publication.location, signal, 'findNewsletter', publication, page),
    subscribe: (...given) => near.subscribe(...given),
    leave: (...given) => near.leave(...given),
  };
}

/** No more of a publication than the worker needs. */
function nearOf({location, isPrivate = false}: Pick<Publication, 'location' | 'isPrivate'>) {
  return {location, isPrivate};
}
