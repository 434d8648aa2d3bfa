import type {Article, Instant} from '../article/article.ts';
import type {Position} from '../page/page.ts';
import type {Problem} from '../problem.ts';
import type {OwnSettings} from '../publication/own-settings.ts';
import type {Publication} from '../publication/publication.ts';

/** The reader's marks and position in an article. */
export type ReadingState = Readonly<{
  isRead: boolean;
  isStarred: boolean;
  /** A rule has hidden it from lists; absent where none has. */
  isHidden?: boolean;
  /** The reader's own tags; absent where there are none. */
  ownTags?: readonly string[];
  /** Share read, 0 to 1. */
  progress: number;
  /** The place where the reader left it; `position` is the article's place in its source. */
  readingPosition?: Position;
}>;

export type ArticleRow = Article & ReadingState & Readonly<{publicationTitle: string}>;

/**
 * The view of a list: its publications (absent: all that are subscribed to, hidden ones aside) and a query on
 * them.
 */
export type View = Readonly<{
  publications?: readonly string[];
  /** Query language (domain/query.ts); empty for everything. */
  query: string;
  /** The words typed into the filter, matched loosely on title and author. */
  filter?: string;
  /**
   * Absent: the source's own order for one publication, else newest first. `recent`: what was read last
   * first.
   */
  order?: Order;
  /** The order the other way round. */
  isReversed?: true;
}>;

/** A part of a list: from its top down to an article, itself included, or what stands below it. */
export type ListPart = Readonly<{side: 'above' | 'below'; id: string}>;

export type Order = 'newest' | 'oldest' | 'source' | 'relevance' | 'recent' | 'title' | 'author';

/** The order of a view; newest and oldest are each other reversed. */
export function orderIn({order, isReversed}: View, isOfOne: boolean): Order {
  const wanted = order ?? (isOfOne ? 'source' : 'newest');
  if (!isReversed) return wanted;
  if (wanted === 'newest' || wanted === 'relevance') return 'oldest';
  return wanted === 'oldest' ? 'newest' : wanted;
}

/**
 * The view that a list opens with: one publication in its source's order, several by the setting `order`.
 * `scope` are the publications of this run, if it has its own; `listed` those that are followed and not
 * hidden.
 */
export function rootView(
  scope: readonly string[] | undefined,
  listed: readonly string[],
  order: View['order'],
): View {
  const only = scope ?? (listed.length === 1 ? listed : undefined);
  if (only?.length === 1) return {publications: only, query: ''};
  return {...(only && {publications: only}), query: '', ...(order !== undefined && {order})};
}

/** A run of a view's rows: `rows[0]` is the view's row number `offset`. */
export type ListWindow = Readonly<{
  offset: number;
  rows: readonly ArticleRow[];
  total: number;
  unread: number;
}>;

/** A printable line of an article that shows why a search found it. */
export type Snippet = Readonly<{
  snippet: string;
  /** The matches in the snippet: [from, to) in UTF-16 units. */
  matches: readonly (readonly [from: number, to: number])[];
}>;

/** An article that a search found. */
export type SearchHit = Snippet & Readonly<{row: ArticleRow}>;

export type PublicationRow = Publication &
  Readonly<{
    total: number;
    unread: number;
    /** Subscribed to by `add`; false for what was only opened from the command line, and the journal. */
    isListed: boolean;
    isHidden: boolean;
    isMuted: boolean;
    /** Settings that the reader has given to it; absent where there are none. */
    own?: OwnSettings;
    /** Folder names given by the reader or an OPML file. */
    folder?: string;
    /** The account at a server that it lives in. */
    account?: string;
    /** The time when the articles that we have were fetched. */
    fetchedAt?: Instant;
    dueAt?: Instant;
    problem?: Problem;
  }>;

/** Two lists with the same name show the same, whatever is searched for in them and however it is sorted. */
export function viewName({publications, query}: View): string {
  return [...(publications ?? ['all']), query].filter(part => part !== '').join(' ');
}
