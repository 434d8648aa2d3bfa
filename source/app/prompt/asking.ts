import type {Field} from './field.ts';

/** A line to type at the bottom of the screen. */
export type Asking = Readonly<{
  kind: 'ask';
  purpose: AskPurpose;
  field: Field;
  completing?: Readonly<{typed: string; selected: number}>;
  /** The distance back in what was typed before, and what was being typed when that began. */
  recalling?: Readonly<{back: number; draft: string}>;
  /** The subject of the line, where it is not the screen: a publication's id. */
  subject?: string;
  /** The account or mailbox that a password is typed for. */
  account?: Readonly<{to: 'add' | 'unlock' | MailOpening; what: string; whose: string}>;
  /** Words that may be typed: the reader's tags. */
  choices?: readonly string[];
  /** The pasted text is longer than a line holds. */
  isRefused?: true;
}>;

/** The use of a mailbox's typed password: fetching its folders, or following one. */
export type MailOpening = 'open-mail' | 'follow-mail';

export type AskPurpose =
  | 'filter'
  | 'find'
  | 'command'
  | 'save'
  | 'pipe'
  | 'add'
  | 'account'
  | 'password'
  | 'tag'
  | 'search'
  | 'mark-query'
  | 'save-search'
  | 'folder'
  | 'rename'
  | 'rule'
  | 'browser';
