import type {Author} from '../domain/article.ts';
import type {Newsletter, Outcome} from '../domain/newsletter.ts';
import type {Page, PageLink, Place, Position, Span} from '../domain/page.ts';
import type {SignupFacts} from '../domain/signup-facts.ts';
import type {Problem} from '../domain/problem.ts';
import type {ArticleRow, ListWindow, PublicationRow, View} from '../domain/view.ts';
import type {Field} from './field.ts';
import type {Keymap} from './keymap.ts';

/** What the reader set once and the screens depend on. */
export type Settings = Readonly<{
  measure: number;
  breaking: 'optimal' | 'greedy';
  themeName: string;
  density: 'auto' | 'airy' | 'compact' | 'lines';
  sideBySide: boolean;
  /** An article counts as read near its end; false: as soon as it is opened. */
  readAtEnd: boolean;
  /** Remembered with consent. */
  email?: string;
  isOffline: boolean;
}>;

export type ListScreen = Readonly<{
  kind: 'list';
  /** Tells an answer for this screen from one for a screen that is gone. */
  key: number;
  view: View;
  /** What the masthead says when the list is not a whole publication: "Starred", an author, a tag. */
  heading?: string;
  author?: Author;
  window: ListWindow;
  /** Row number of the selection; `window.total` is the newsletter card. */
  selected: number;
  /** Row number of the first row on the screen. */
  top: number;
  /** The selected article set beside the list on wide screens. */
  preview?: Reading;
}>;

/** An article on the screen. */
export type Reading = Readonly<{
  id: string;
  row?: ArticleRow;
  page?: Page;
  problem?: Problem;
  place: Place;
  position: Position;
  chosen?: PageLink;
  find?: Readonly<{text: string; spans: readonly Span[]; current: number}>;
}>;

export type ArticleScreen = Reading & Readonly<{kind: 'article'; key: number}>;

export type PublicationsScreen = Readonly<{kind: 'publications'; key: number; selected: number; top: number}>;

export type Screen = ListScreen | ArticleScreen | PublicationsScreen;

/** Stands over the screen and takes the keys. */
export type Overlay =
  | Readonly<{kind: 'help'; field: Field; isTyping: boolean; top: number}>
  | Readonly<{kind: 'contents'; selected: number}>
  | Readonly<{kind: 'links'; selected: number}>
  | Readonly<{kind: 'notices'; top: number}>
  | Readonly<{kind: 'settings'; selected: number}>
  | Readonly<{
      kind: 'ask';
      purpose: AskPurpose;
      field: Field;
      completing?: Readonly<{typed: string; selected: number}>;
    }>
  | Readonly<{kind: 'confirm'; question: string; yes: Confirmed}>
  | SubscribePrompt;

/** A line to type at the bottom of the screen. */
export type AskPurpose = 'filter' | 'find' | 'command' | 'save' | 'pipe' | 'add';

export type Confirmed =
  | Readonly<{kind: 'mark-all-read'; view: View}>
  | Readonly<{kind: 'unfollow'; publicationId: string; title: string}>;

export type SubscribePrompt = Readonly<{
  kind: 'subscribe';
  publicationId: string;
  publicationTitle: string;
  homepage?: string;
  newsletter?: Newsletter;
  /** Who gets the address and what happens then; undefined for a moment after the prompt opens. */
  facts?: SignupFacts;
  field: Field;
  /** Set once the reader has finished typing and it is still no address. */
  error?: string;
  /** "reader@gmail.com", when "reader@gmial.com" was typed. */
  suggestion?: string;
  remember: boolean;
  step: 'looking' | 'typing' | 'sending' | 'answered';
  outcome?: Outcome;
}>;

export type Notice = Readonly<{
  id: number;
  text: string;
  tone: 'plain' | 'good' | 'warning' | 'error';
  at: number;
  canUndo?: boolean;
}>;

export type Refreshing = Readonly<{
  done: number;
  total: number;
  /** What is being fetched now. */
  current?: string;
}>;

export type State = Readonly<{
  columns: number;
  rows: number;
  now: number;
  settings: Settings;
  keymap: Keymap;
  /** Where the reader has come; the last is what is shown. Never empty. */
  trail: readonly [Screen, ...Screen[]];
  overlay?: Overlay;
  publications: readonly PublicationRow[];
  /** Publications of this run, when it was not opened on all. */
  scope?: readonly string[];
  refreshing?: Refreshing;
  /** Fetches that failed in this run, by publication. */
  problems: Readonly<Record<string, Problem>>;
  notice?: Notice;
  notices: readonly Notice[];
  /** Digits typed before a key: a count, or a link's number. */
  digits: string;
  isZen: boolean;
  nextKey: number;
  isLeaving: boolean;
}>;

export function screenOf(state: State): Screen {
  return state.trail.at(-1) ?? state.trail[0];
}
