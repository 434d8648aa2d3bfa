import type {ActChoice} from '../../domain/past-act.ts';
import type {Fetched} from '../../domain/publication/source.ts';
import type {StateLine} from '../../domain/state-line.ts';
import type {ListPart, ListWindow, View} from '../../domain/query/view.ts';
import {arrange, reorder} from '../state/arranging.ts';
import {bodyOf, keepMarkdown, markdownOf} from '../ingest/bodies.ts';
import type {Database} from './database.ts';
import {exportState} from '../state/export-state.ts';
import {backUp} from '../recovery/backup.ts';
import {finish, goOn} from './in-parts.ts';
import {importState} from '../state/import-state.ts';
import type {Collected} from '../listing/find-listing.ts';
import {findListing} from '../listing/find-listing.ts';
import {follow, followAll, keepNewsletter, noteFailure, unfollow} from '../state/following.ts';
import {settleJournal} from './maintain.ts';
import {prepare} from '../ingest/incoming.ts';
import {maintain} from './maintain.ts';
import {readTitleIndex} from '../listing/query-cache.ts';
import {keepPosition, mark, markAllRead} from '../state/marks.ts';
import {prune} from '../ingest/prune.ts';
import type {Retention} from '../ingest/prune.ts';
import {findSource, listedSources, publicationRow, publicationRows} from '../state/publications.ts';
import type {LastRows} from '../state/publications.ts';
import {loadRanker} from '../search/fuzzy-filter.ts';
import {related} from '../search/related.ts';
import {keyOf, rowById, rowByKey, rowByUrl, rowsByKeys} from '../listing/rows.ts';
import {hasErrands, keepRules, rules, runRules, takeErrands, testRules} from '../state/rules.ts';
import {saveQuery, savedQueries} from '../state/saved-queries.ts';
import {search, snippet} from '../search/search.ts';
import {forgetSignup, recordSignup, signups, updateSignup} from '../state/signups.ts';
import {isSamePublication} from '../ingest/same-publication.ts';
import {store, storeAll, storeArticle} from '../ingest/store.ts';
import {endRun, numberOfRun} from '../state/acts.ts';
import {ownTags, tag} from '../state/own-tags.ts';
import {acts, undo, undoInParts} from '../state/undo.ts';
import type {Run} from './in-parts.ts';
import {beginVisit} from '../state/visits.ts';

/** The arguments of a function behind its database, or its database and run. */
type Rest<F> = F extends (database: Database, ...rest: infer R) => unknown ? R : never;
type ActRest<F> = F extends (database: Database, run: Run, ...rest: infer R) => unknown ? R : never;

/** The library's methods on an open database; `path` where it is a file. */
export function libraryOn(database: Database, path?: string) {
  const opened = new Set<string>();
  const lastRows: LastRows = {};
  const collected: Collected = new Map();
  const run: Run = {};
  const listing = (view: View) => findListing(database, view, collected);
  return {
    publications: () => publicationRows(database, opened, lastRows),
    publication: (id: string) => publicationRow(database, id),
    together: <Result>(read: () => Result): Result => database.read(read),
    window: (view: View, offset: number, count: number): ListWindow =>
      database.read(() => {
        const list = listing(view);
        const {total, unread} = list;
        const from = Math.max(0, Math.min(offset, total));
        const rows = rowsByKeys(database, list.keys(from, Math.min(count, total - from)));
        return {offset: from, rows, total, unread};
      }),
    loadRanker: async () => {
      const isNew = await loadRanker();
      if (isNew) collected.clear();
      return isNew;
    },
    prepareFilter: () => database.read(() => readTitleIndex(database)),
    indexOf: (view: View, articleId: string) =>
      database.read(() => {
        const key = keyOf(database, articleId);
        return key === undefined ? undefined : listing(view).indexOf(key);
      }),
    nextUnread: (view: View, afterId: string | undefined, isBackwards?: boolean) =>
      database.read(() => {
        const after = afterId === undefined ? undefined : keyOf(database, afterId);
        const next = listing(view).nextUnread(after, isBackwards);
        return next === undefined ? undefined : rowByKey(database, next);
      }),
    article: (id: string) => rowById(database, id),
    articleByUrl: (url: string) => rowByUrl(database, url),
    related: (...args: Rest<typeof related>) => database.read(() => related(database, ...args)),
    snippet: (...args: Rest<typeof snippet>) => snippet(database, ...args),
    search: (...args: Rest<typeof search>) => database.read(() => search(database, ...args)),

    body: (id: string) => bodyOf(database, id),
    markdown: (id: string) => markdownOf(database, id),
    keepMarkdown: (...args: Rest<typeof keepMarkdown>) => keepMarkdown(database, ...args),

    mark: (...args: ActRest<typeof mark>) => mark(database, run, ...args),
    tag: (...args: ActRest<typeof tag>) => tag(database, run, ...args),
    tags: () => ownTags(database),
    markAllRead: (view: View, part?: ListPart) => markAllRead(database, run, {view, part}, collected),
    undo: (choice?: ActChoice) => undo(database, run, choice),
    undoInParts: (choice?: ActChoice) => undoInParts(database, run, choice),
    acts: () => acts(database, run),
    goOn: () => goOn(database, run),
    keepPosition: (...args: Rest<typeof keepPosition>) => keepPosition(database, ...args),
    beginVisit: () => beginVisit(database),

    sources: () => listedSources(database),
    source: (publicationId: string) => findSource(database, publicationId),
    follow: (...args: Rest<typeof follow>) => {
      const source = follow(database, ...args);
      opened.add(source.publicationId);
      return source;
    },
    followAll: (...args: Rest<typeof followAll>) => followAll(database, ...args),
    unfollow: (publicationId: string) => {
      opened.delete(publicationId);
      unfollow(database, run, publicationId);
    },
    arrange: (...args: ActRest<typeof arrange>) => arrange(database, run, ...args),
    reorder: (publicationIds: readonly string[]) => reorder(database, run, publicationIds),
    store: (...args: Rest<typeof store>) => store(database, ...args),
    storeAll: (...args: Rest<typeof storeAll>) => storeAll(database, ...args),
    isSamePublication: (...args: Rest<typeof isSamePublication>) => isSamePublication(database, ...args),
    prepare: (fetched: Fetched) => prepare(database, fetched),
    storeArticle: (...args: Rest<typeof storeArticle>) => storeArticle(database, ...args),
    noteFailure: (...args: Rest<typeof noteFailure>) => noteFailure(database, ...args),
    keepNewsletter: (...args: Rest<typeof keepNewsletter>) => keepNewsletter(database, ...args),

    rules: () => rules(database),
    keepRules: (...args: ActRest<typeof keepRules>) => keepRules(database, run, ...args),
    runRules: (...args: ActRest<typeof runRules>) => runRules(database, run, ...args),
    runNumber: () => numberOfRun(database, run),
    testRules: (...args: Rest<typeof testRules>) => testRules(database, ...args),
    hasErrands: () => hasErrands(database),
    takeErrands: () => takeErrands(database),
    savedQueries: () => savedQueries(database),
    saveQuery: (name: string, query: string | undefined) => saveQuery(database, run, name, query),
    signups: () => signups(database),
    recordSignup: (...args: Rest<typeof recordSignup>) => recordSignup(database, ...args),
    updateSignup: (...args: Rest<typeof updateSignup>) => updateSignup(database, ...args),
    forgetSignup: (id: number) => forgetSignup(database, id),

    exportState: () => exportState(database),
    importState: (lines: Iterable<StateLine>) => importState(database, lines),
    prune: (retention: Retention) => prune(database, retention),
    settle: () => {
      if (path !== undefined) settleJournal(database);
    },
    keepCopy: () => path !== undefined && backUp(database, path, database.now),
    maintain: (retention: Retention = {}) => maintain(database, path, retention),
    inside: <Result>(work: (database: never) => Result): Result => work(database as never),
    patience: (milliseconds: number): void => {
      database.patience = milliseconds;
    },
    /** The file that holds it; undefined where nothing outlives this run. */
    file: () => path,
    /** Why nothing that is done here is stored. */
    refusal: () => database.refusal,
    version: () => database.count('SELECT change FROM state'),
    close: () => {
      try {
        finish(database, run);
        endRun(database, run);
      } catch {
        // A full disk must not keep anybody from leaving; a run that does not say that it ends is found out.
      } finally {
        database.close();
      }
    },
  };
}
