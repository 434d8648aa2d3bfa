import type {Author} from '../../domain/article/article.ts';
import type {Leaving} from '../../domain/newsletter/leaving.ts';
import type {Newsletter, Outcome} from '../../domain/newsletter/newsletter.ts';
import type {PastAct} from '../../domain/past-act.ts';
import type {Page, Position} from '../../domain/page/page.ts';
import type {Rule} from '../../domain/rule/rule.ts';
import type {Problem} from '../../domain/problem.ts';
import type {SignupFacts} from '../../domain/newsletter/signup-facts.ts';
import type {Signup} from '../../domain/newsletter/signup.ts';
import type {NamedFeed} from '../../domain/publication/source.ts';
import type {AccountState} from '../../domain/sync/account.ts';
import type {ArticleRow, ListWindow, PublicationRow, Snippet, View} from '../../domain/query/view.ts';
import type {Arranged} from '../publications/arranged.ts';
import type {Act} from '../keys/keymap.ts';
import type {MailOpening} from '../prompt/asking.ts';
import type {Notice, SavedQuery} from './state.ts';

/** Everything that happens: keys, the terminal, and the outcomes of effects. */
export type Action =
  /** The first frame is drawn: what may take its time can begin. */
  | Readonly<{type: 'begun'; which?: 'due' | readonly string[]}>
  | Readonly<{type: 'key'; key: string}>
  | Readonly<{type: 'paste'; text: string}>
  | Readonly<{type: 'act'; act: Act; count?: number}>
  | Readonly<{type: 'resized'; columns: number; rows: number}>
  | Readonly<{type: 'digits-waited'; digits: string}>
  | Readonly<{type: 'list-loaded'; key: number; window: ListWindow; selected?: number}>
  | Readonly<{
      type: 'publications-loaded';
      publications: readonly PublicationRow[];
      savedQueries: readonly SavedQuery[];
    }>
  | Readonly<{type: 'accounts-loaded'; accounts: readonly AccountState[]}>
  /** An account can't be synced before its password is typed. */
  | Readonly<{type: 'password-needed'; name: string}>
  /** A mailbox that the person chose has no password yet. */
  | Readonly<{type: 'password-wanted'; to: MailOpening; what: string; whose: string}>
  | Readonly<{
      type: 'snippets-found';
      key: number;
      query: string;
      snippets: Readonly<Record<string, Snippet>>;
    }>
  | Readonly<{type: 'counted'; counts: Readonly<Record<string, number>>}>
  /** The article last left half-read; absent when there is none. */
  | Readonly<{type: 'unfinished-found'; row?: ArticleRow}>
  | Readonly<{
      type: 'article-set';
      id: string;
      row: ArticleRow;
      page: Page;
      position: Position;
      isPreview: boolean;
      /** Its whole text is being fetched: the teaser shown meanwhile is not the article. */
      isCompleting?: boolean;
      /** Nothing but its pictures has changed. */
      isAgain?: boolean;
    }>
  /** Pictures of an article have come, or could not. */
  | Readonly<{type: 'pictures-changed'; id: string}>
  | Readonly<{type: 'article-failed'; id: string; problem: Problem; isPreview: boolean}>
  | Readonly<{type: 'library-changed'}>
  /** Something came in that no key has asked for: no row moves for it. */
  | Readonly<{type: 'library-grew'}>
  /** Articles that a list has in the library beyond those that it shows. */
  | Readonly<{type: 'news-counted'; key: number; news: number}>
  /** Articles as they are after their marks have changed. */
  | Readonly<{type: 'marked'; rows: readonly ArticleRow[]; isUnasked?: true}>
  | Readonly<{type: 'acts-loaded'; acts: readonly PastAct[]}>
  | Readonly<{type: 'tags-loaded'; tags: readonly string[]}>
  | Readonly<{type: 'next-found'; afterId: string; row?: ArticleRow}>
  | Readonly<{type: 'unread-found'; by: 1 | -1 | 'any'; row?: ArticleRow; isCrossed?: true}>
  | Readonly<{type: 'refresh-moved'; done: number; total: number; isQuiet: boolean; current?: string}>
  | Readonly<{type: 'refresh-stopped'}>
  /** Something single is being fetched, or (absent) no longer. */
  | Readonly<{type: 'fetching'; what?: string}>
  | Readonly<{type: 'refresh-failed'; publicationId: string; problem: Problem}>
  /** The page of a blog that was just added names feeds of other subjects. */
  | Readonly<{type: 'feeds-found'; feeds: readonly NamedFeed[]}>
  /** The number of new articles, and the names of the sources that could not be fetched. */
  | Readonly<{
      type: 'refresh-ended';
      added: number;
      failed: readonly string[];
      isQuiet: boolean;
      /** Older pages were asked for. */
      isOlder: boolean;
    }>
  | Readonly<{type: 'found-newsletter'; publicationId: string; newsletter: Newsletter; facts: SignupFacts}>
  | Readonly<{type: 'email-accepted'; publicationId: string}>
  | Readonly<{type: 'email-rejected'; publicationId: string; reason: string}>
  | Readonly<{type: 'signed-up'; publicationId: string; outcome: Outcome; waitingId?: number}>
  | Readonly<{type: 'signups-loaded'; signups: readonly Signup[]}>
  | Readonly<{type: 'confirmation-came'; title: string}>
  | Readonly<{type: 'leaving-found'; publicationId: string; title: string; leaving: Leaving}>
  /** The network answers again while wishes wait to be sent. */
  | Readonly<{type: 'wishes-wait'; count: number}>
  | Readonly<{
      type: 'notice';
      text: string;
      tone: Notice['tone'];
      canUndo?: boolean;
      /** Nobody's key caused it: it waits its turn. */
      isUnasked?: boolean;
    }>
  | Readonly<{type: 'arranged-loaded'; publicationId: string; arranged: Arranged}>
  | Readonly<{type: 'rules-loaded'; rules: readonly Rule[]; isOpening?: boolean}>
  /** A rule is kept now; `found`: articles here that it would be about. */
  | Readonly<{type: 'rule-added'; rule: Rule; found: number}>
  | Readonly<{type: 'notice-faded'; id: number}>
  /** A page could not be opened here. */
  | Readonly<{type: 'link-failed'; url: string; text: string; tone: Notice['tone']}>
  | Readonly<{type: 'sample-set'; page: Page}>
  | Readonly<{type: 'opened-list'; view: View; heading?: string; author?: Author}>
  | Readonly<{type: 'opened-article'; id: string; isReplacing?: boolean}>
  /** The interval between fetches has passed: what is due is fetched. */
  | Readonly<{type: 'interval-passed'}>
  | Readonly<{type: 'tick'; now: number}>;
