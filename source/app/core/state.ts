import type {Author} from '../../domain/article/article.ts';
import type {OwnKeys} from '../../domain/command/own-command.ts';
import type {Newsletter, Outcome} from '../../domain/newsletter/newsletter.ts';
import type {PastAct} from '../../domain/past-act.ts';
import type {Page, PageLink, Place, Position, Span} from '../../domain/page/page.ts';
import type {SignupFacts} from '../../domain/newsletter/signup-facts.ts';
import type {Rule} from '../../domain/rule/rule.ts';
import type {Problem} from '../../domain/problem.ts';
import type {QueryError} from '../../domain/query/query.ts';
import type {Confirmation, Signup} from '../../domain/newsletter/signup.ts';
import type {NamedFeed} from '../../domain/publication/source.ts';
import type {AccountState} from '../../domain/sync/account.ts';
import type {ArticleRow, ListWindow, PublicationRow, Snippet, View} from '../../domain/query/view.ts';
import type {Confirmed} from './confirmed.ts';
import type {Effect} from './effect.ts';
import type {Arranged} from '../publications/arranged.ts';
import type {Settings} from './settings.ts';
import type {AskPurpose, Asking} from '../prompt/asking.ts';
import type {Field} from '../prompt/field.ts';
import type {Keymap} from '../keys/keymap.ts';

export type ListScreen = Readonly<{
  kind: 'list';
  /** Tells an answer for this screen from one for a screen that is gone. */
  key: number;
  /** The listed view: `base`, narrowed by the search. */
  view: View;
  base: View;
  /** The base with what is read, while only the unread are listed. */
  whole?: View;
  search?: Search;
  /** The masthead of a list that is not a whole publication: "Starred", an author, a tag. */
  heading?: string;
  author?: Author;
  window: ListWindow;
  /** Row number of the selection; `window.total` is the newsletter card. */
  selected: number;
  /** Row number of the first row on the screen. */
  top: number;
  /** Row number at which a selection of several articles was begun; it goes to `selected`. */
  anchor?: number;
  /** New articles that are not listed yet, so that no row moves by itself. */
  news?: number;
  /** The places of this query's words in rows, by article. */
  snippets?: Readonly<{query: string; of: Readonly<Record<string, Snippet>>}>;
  /** The selected article set beside the list on wide screens. */
  preview?: Reading;
  /**
   * The selected row was marked, and a list of only the unread, say, would drop it: it is not read anew until
   * the selection has moved on, so that nothing vanishes under it.
   */
  isHeld?: boolean;
}>;

/** A search that narrows a list. */
export type Search = Readonly<{
  text: string;
  /** The fault of an invalid query; the list stays as it was. */
  fault?: QueryError;
  /** The selection before, restored when the search is given up. */
  from: Readonly<{selectedId?: string; selected: number; top: number}>;
  /** Rows that were at hand before it: what can be searched for is named in them. */
  known: readonly ArticleRow[];
}>;

/** An article on the screen. */
export type Reading = Readonly<{
  id: string;
  row?: ArticleRow;
  page?: Page;
  problem?: Problem;
  place: Place;
  position: Position;
  /** A teaser is shown while its whole text is fetched: its end is not the article's. */
  isCompleting?: boolean;
  chosen?: PageLink;
  find?: Readonly<{text: string; spans: readonly Span[]; current: number}>;
  /** Named at the end of the article; the next Space opens it. */
  next?: Readonly<{id: string; title: string}>;
  /** The reader's choice for its pictures, where it differs from the settings. */
  pictures?: 'shown' | 'hidden';
}>;

export type ArticleScreen = Reading & Readonly<{kind: 'article'; key: number}>;

export type PublicationsScreen = Readonly<{
  kind: 'publications';
  key: number;
  selected: number;
  top: number;
  /** Only what has these letters is shown. */
  search?: string;
  /** Only what has unread articles is shown. */
  isUnreadOnly?: boolean;
}>;

export type Screen = ListScreen | ArticleScreen | PublicationsScreen;

/** The screens that the reader has come through, from the first screen to the one that is shown. */
export type Trail = readonly [Screen, ...Screen[]];

/** Stands over the screen and takes the keys. */
export type Overlay =
  | Readonly<{kind: 'help'; field: Field; isTyping: boolean; top: number}>
  | Readonly<{kind: 'contents'; selected: number}>
  | Readonly<{kind: 'links'; selected: number}>
  | Readonly<{kind: 'notices'; top: number}>
  | Readonly<{kind: 'topics'; selected: number; topics: readonly Topic[]}>
  /** Feeds that may be added, too. */
  | Readonly<{kind: 'feeds'; selected: number; feeds: readonly NamedFeed[]}>
  | SignupsPane
  | Readonly<{kind: 'settings'; selected: number; sample?: Page}>
  | Readonly<{kind: 'rules'; selected: number; rules: readonly Rule[]}>
  | Readonly<{kind: 'arranging'; selected: number; publicationId: string} & Arranged>
  /** Acts that can be undone by choice. */
  | Readonly<{kind: 'history'; selected: number; acts: readonly PastAct[]}>
  /** Orders for a list. */
  | Readonly<{kind: 'orders'; selected: number; isReversed: boolean}>
  | Asking
  | Readonly<{kind: 'confirm'; question: string; yes: Confirmed; over?: SignupsPane | SubscribePrompt}>
  | SubscribePrompt;

/** The ledger of sign-ups; it stays in view when something is asked about it. */
export type SignupsPane = Readonly<{kind: 'signups'; selected: number; signups: readonly Signup[]}>;

/** Something that other articles share with one: who wrote it, what it is about. */
export type Topic = Readonly<{kind: 'author' | 'category' | 'tag'; name: string; author?: Author}>;

export type SubscribePrompt = Readonly<{
  kind: 'subscribe';
  publicationId: string;
  publicationTitle: string;
  homepage?: string;
  newsletter?: Newsletter;
  /** The receiver of the address, and what happens then; undefined for a moment after the prompt opens. */
  facts?: SignupFacts;
  field: Field;
  /** Set once the reader has finished typing and it is still no address. */
  error?: string;
  /** "reader@gmail.com", when "reader@gmial.com" was typed. */
  suggestion?: string;
  remember: boolean;
  /** `checking`: whether what was typed is an address. */
  step: 'looking' | 'typing' | 'checking' | 'sending' | 'answered';
  outcome?: Outcome;
  /** The wish that waited and is sent now. */
  waitingId?: number;
  /** The mail that asks to confirm, once it has come. */
  confirmation?: Confirmation;
}>;

export type Notice = Readonly<{
  id: number;
  text: string;
  tone: 'plain' | 'good' | 'warning' | 'error';
  at: number;
  canUndo?: boolean;
  /** Nobody's key caused it. */
  isUnasked?: boolean;
}>;

export type Refreshing = Readonly<{
  done: number;
  total: number;
  /** The source being fetched. */
  current?: string;
  /** Nobody asked for it: it is not spoken of, and leaving does not wait for it. */
  isQuiet: boolean;
  /** Asked for meanwhile: it begins when this one ends. */
  next?: Extract<Effect, {kind: 'refresh'}>;
}>;

/** A shelf of the publications screen that the reader made of a search. */
export type SavedQuery = Readonly<{name: string; query: string}>;

export type State = Readonly<{
  columns: number;
  rows: number;
  now: number;
  settings: Settings;
  keymap: Keymap;
  /** The reader's own keys, laid over every preset. */
  bindings: Readonly<Record<string, readonly string[]>>;
  /** Keys for commands of the reader's own, and for several acts in a row; absent where there are none. */
  ownKeys?: OwnKeys;
  /** Settings of the preferences that hold where a publication has none of its own. */
  usual?: Readonly<{fullText: boolean; browser?: string}>;
  /** The screens that the reader has come through; the last is shown. Never empty. */
  trail: Trail;
  /** Trails that were left, the latest last, and those that were come back from, the next last. */
  past: readonly Trail[];
  future: readonly Trail[];
  overlay?: Overlay;
  publications: readonly PublicationRow[];
  savedQueries: readonly SavedQuery[];
  /**
   * Servers that the publications screen tells about; absent until it was opened, or where there are none.
   */
  accounts?: readonly AccountState[];
  /** Articles of the shelves of the publications screen, by query. */
  counts: Readonly<Record<string, number>>;
  /** The article last left half-read. */
  unfinished?: ArticleRow;
  /** Publications of this run, when it was not opened on all. */
  scope?: readonly string[];
  /** Views of which only the unread articles are listed, by name; with a minus those that show all again. */
  unreadOnly: readonly string[];
  refreshing?: Refreshing;
  /** A single page or blog that somebody waits for. */
  fetching?: string;
  /** Fetches that failed in this run, by publication. */
  problems: Readonly<Record<string, Problem>>;
  /** Pages of each publication's feed that were asked for so far, by publication. */
  olderPages: Readonly<Record<string, number>>;
  notice?: Notice;
  /** Warnings that wait until one before them has been shown long enough. */
  waiting: readonly Notice[];
  /** Everything that was said, the latest first. */
  notices: readonly Notice[];
  /** The lines typed into each kind of prompt, the latest last. */
  typed: Readonly<Partial<Record<AskPurpose, readonly string[]>>>;
  /** Digits typed before a key: a count, or a link's number. */
  digits: string;
  isZen: boolean;
  /** The screen is read aloud: sentences are appended, nothing is drawn. */
  isSpoken: boolean;
  /** The terminal can show pictures. */
  canShowPictures?: boolean;
  /** It shows no colours, or is not to: NO_COLOR. */
  isColorless?: boolean;
  /** The journal is open because nothing else is followed yet. */
  isFirstRun: boolean;
  /** No key was pressed so far: the list keeps its beginning in view, whatever comes in. */
  isUntouched?: boolean;
  nextKey: number;
  isLeaving: boolean;
}>;

export function screenOf(state: State): Screen {
  return state.trail.at(-1) ?? state.trail[0];
}
