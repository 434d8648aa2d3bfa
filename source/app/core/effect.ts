import type {Leaving} from '../../domain/newsletter/leaving.ts';
import type {Newsletter} from '../../domain/newsletter/newsletter.ts';
import type {Page, PagePicture, Place, Position} from '../../domain/page/page.ts';
import type {Rule} from '../../domain/rule/rule.ts';
import type {OwnSettingsChange} from '../../domain/publication/own-settings.ts';
import type {ListPart, View} from '../../domain/query/view.ts';
import type {RangeAct} from '../list/range-act.ts';
import type {Act} from '../keys/keymap.ts';
import type {MailOpening} from '../prompt/asking.ts';
import type {Settings} from './settings.ts';

/** A change of how a publication is listed. */
export type Arrangement = Readonly<{
  publicationId: string;
  isHidden?: boolean;
  isMuted?: boolean;
  folder?: string;
  name?: string;
  own?: OwnSettingsChange;
}>;

/** A side effect as data; effects/run-effect.ts runs it and dispatches the outcome. */
export type Effect =
  | Readonly<{kind: 'load-list'; key: number; view: View; offset: number; count: number}>
  /** Loads anew after a change, around the article that was selected. */
  | Readonly<{
      kind: 'reload-list';
      key: number;
      view: View;
      selectedId?: string;
      selected: number;
      top: number;
      count: number;
    }>
  /** A search is being typed: what its next letters need is made ready in a pause. */
  | Readonly<{kind: 'prepare-filter'}>
  | Readonly<{kind: 'load-publications'}>
  | Readonly<{kind: 'load-accounts'}>
  /**
   * Adds the account that was typed, or does something with the one of a name. Of mail folders: fetches those
   * that have the owner of a publication's, or follows one, by its address.
   */
  | Readonly<{
      kind: 'account';
      to: 'add' | 'unlock' | 'test' | 'remove' | MailOpening;
      what: string;
      /** Typed for it. It goes to the server and is never stored. */
      password?: string;
    }>
  | Readonly<{kind: 'load-article'; id: string; measure: number; isPreview: boolean}>
  /** Sets the open article anew: its pictures have changed. */
  | Readonly<{kind: 'set-again'; id: string; measure: number}>
  | Readonly<{kind: 'load-pictures'; id: string; wanted: readonly PagePicture[]}>
  | Readonly<{kind: 'forget-pictures'; id: string}>
  /** One picture alone on the screen, until a key is pressed. */
  | Readonly<{kind: 'view-picture'; id: string; picture: PagePicture}>
  /** Counts the articles of views, by their queries. */
  | Readonly<{kind: 'count'; queries: readonly string[]; publications?: readonly string[]}>
  /** Finds the words of a query in articles of a list. */
  | Readonly<{kind: 'find-snippets'; key: number; query: string; ids: readonly string[]}>
  /** The article last left half-read. */
  | Readonly<{kind: 'find-unfinished'; publications?: readonly string[]}>
  /** The marks of articles, after a change. */
  | Readonly<{kind: 'load-rows'; ids: readonly string[]; isUnasked?: true}>
  /** Counts what has come into a list since it was read. */
  | Readonly<{kind: 'count-news'; key: number; view: View; known: number}>
  /** Converts what is likely to be opened next, in an idle moment. */
  | Readonly<{kind: 'prepare-article'; id: string}>
  | Readonly<{kind: 'find-next'; view: View; afterId: string}>
  /** The next or previous unread article of a view, or any. `isCrossed`: another view had none. */
  | Readonly<{kind: 'find-unread'; view: View; by: 1 | -1 | 'any'; afterId?: string; isCrossed?: true}>
  | Readonly<{kind: 'mark'; ids: readonly string[]; isRead?: boolean; isStarred?: boolean; isQuiet?: boolean}>
  /** The reader's own tags, for the line in which they are typed. */
  | Readonly<{kind: 'load-tags'}>
  | Readonly<{kind: 'tag'; id: string; add: readonly string[]; remove: readonly string[]}>
  | Readonly<{kind: 'mark-all-read'; view: View; part?: ListPart}>
  /** Without a number the last act of this session. */
  | Readonly<{kind: 'undo'; number?: number}>
  | Readonly<{kind: 'load-acts'}>
  /** The screens after this one are laid out while this one is read. */
  | Readonly<{kind: 'set-ahead'; page: Page; from: Place; rows: number}>
  | Readonly<{kind: 'keep-position'; id: string; position: Position; progress: number}>
  | Readonly<{
      kind: 'refresh';
      which: 'due' | 'all' | readonly string[];
      isQuiet: boolean;
      /** Only of these publications, what is due. */
      within?: readonly string[];
      /** With the articles of so many pages of each feed, its newest page among them. */
      pages?: number;
    }>
  /** Stops what takes long: fetching, adding, opening a page. */
  | Readonly<{kind: 'cancel'}>
  | Readonly<{kind: 'begin-visit'}>
  | Readonly<{kind: 'add-source'; location: string}>
  | Readonly<{kind: 'arrange'; change: Arrangement}>
  /** The publications in the reader's own order. */
  | Readonly<{kind: 'reorder'; ids: readonly string[]}>
  /** Without a query it is taken away. */
  | Readonly<{kind: 'save-query'; name: string; query?: string}>
  | Readonly<{kind: 'unfollow'; publicationId: string; title: string}>
  /** Looks for the newsletter where none is known, and finds out where an address would go. */
  | Readonly<{kind: 'find-newsletter'; publicationId: string; newsletter?: Newsletter}>
  | Readonly<{
      kind: 'subscribe';
      publicationId: string;
      newsletter: Newsletter;
      email: string;
      remember: boolean;
      waitingId?: number;
    }>
  | Readonly<{kind: 'load-signups'}>
  | Readonly<{kind: 'find-leaving'; publicationId: string; title: string}>
  | Readonly<{kind: 'leave'; publicationId: string; leaving: Leaving}>
  | Readonly<{kind: 'confirm-signup'; id: number; isConfirmed: boolean}>
  | Readonly<{kind: 'forget-signup'; id: number}>
  | Readonly<{kind: 'open-link'; url: string}>
  /** Saves a page on the shelf of saved pages. */
  | Readonly<{kind: 'save-page'; url: string}>
  /** `type`: the media type, where the source says it; `browser`: that of the publication. */
  | Readonly<{kind: 'open-url'; url: string; type?: string; browser?: string}>
  | Readonly<{kind: 'copy'; text: string; what: string}>
  | Readonly<{kind: 'copy-article'; id: string}>
  | Readonly<{kind: 'save'; id: string; path: string}>
  | Readonly<{kind: 'hand-over'; id: string; to: 'editor' | 'pager' | 'pipe'; command?: string}>
  /** Adds a rule, and finds out what it would do with what is here. */
  | Readonly<{kind: 'add-rule'; rule: Rule}>
  | Readonly<{kind: 'load-rules'; isOpening?: boolean}>
  | Readonly<{kind: 'load-arranged'; publicationId: string}>
  /** By its place, from 1; without a place to go to it is removed. */
  | Readonly<{kind: 'change-rule'; place: number; to?: number}>
  /** Runs rules over all that is here. */
  | Readonly<{kind: 'run-rules'; rules: readonly Rule[]}>
  /** Does something with `count` articles of a view, from a row on. */
  | Readonly<{kind: 'on-range'; view: View; from: number; count: number; what: RangeAct}>
  /** Runs a command of the reader's own. */
  | Readonly<{kind: 'own-command'; name: string; ids: readonly string[]}>
  | Readonly<{kind: 'keep-settings'; settings: Settings}>
  /** A page that shows what settings look like. */
  | Readonly<{kind: 'set-sample'; measure: number}>
  | Readonly<{kind: 'wait-for-digits'; digits: string}>
  | Readonly<{kind: 'fade-notice'; id: number; milliseconds: number}>
  /** An act chosen by name is dispatched as if its key had been pressed. */
  | Readonly<{kind: 'act'; act: Act; count?: number}>
  | Readonly<{kind: 'redraw'}>
  | Readonly<{kind: 'suspend'}>
  | Readonly<{kind: 'quit'}>;
