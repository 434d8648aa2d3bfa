import type {Dispatch} from '../app/core/store.ts';
import type {Settings} from '../app/core/settings.ts';
import type {AccountSettings} from '../domain/sync/account.ts';
import type {PageStyle} from '../domain/page/page.ts';
import type {Raster} from '../domain/page/picture.ts';
import type {Images, Platform, Typesetter} from '../ports/terminal.ts';
import type {TypedPasswords} from '../services/typed-passwords.ts';
import type {Services} from '../services/context.ts';
import {reportOn} from './report-error.ts';
import type {WriteQueue} from './write-queue.ts';

/** Everything that effects act on. Heavy parts are loaded on first use. */
export type EffectContext = Omit<Services, 'report'> &
  Readonly<{
    writes: WriteQueue;
    typesetter: Deferred<Typesetter>;
    /** Absent where the terminal can show no pictures. */
    pictures?: Picturing;
    platform: () => Promise<Platform>;
    terminal: Readonly<{quit: () => void; suspend: () => void; redraw: () => void}>;
    keepSettings: (settings: Settings) => Promise<void>;
    /** Writes the accounts into the preferences; `options` has them from then on. */
    keepAccounts: (accounts: readonly AccountSettings[]) => Promise<void>;
    passwords: TypedPasswords;
    /** The current style of pages. */
    style: (measure: number) => PageStyle;
    /** Minutes between fetches of a source, as set on the screen. */
    refreshInterval: () => number;
  }>;

/** Shows the pictures of articles. */
export type Picturing = Deferred<Images> &
  Readonly<{
    /** Rows that a picture may take in a page; undefined while none are shown. */
    rows: () => number | undefined;
    /** Shows one alone on the screen until a key is pressed. */
    view: (raster: Raster, caption: string) => Promise<void>;
  }>;

/** A part that is loaded once, and available at once from then on. */
export type Deferred<T> = Readonly<{ready: () => T | undefined; load: () => Promise<T>}>;

/** The services of the reader; they report in the status line. */
export function servicesOf(context: EffectContext, dispatch: Dispatch): Services {
  return {...context, report: reportOn(dispatch)};
}
