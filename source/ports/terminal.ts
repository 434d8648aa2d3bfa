import type {CommandRun} from '../domain/command/own-command.ts';
import type {Page, PageStyle, Sheet} from '../domain/page/page.ts';
import type {Cells, Pictured, Raster} from '../domain/page/picture.ts';

export interface Typesetter {
  set(sheet: Sheet, style: PageStyle): Page;
}

/** The pictures of articles, each fetched only on request. */
export interface Images {
  /** The picture as a page may show it in a room of cells. */
  at(articleId: string, src: string, room: Cells): Pictured | undefined;
  /** Fetches and decodes a picture for a room. Never throws: `at` reports the failure. */
  load(
    subject: {
      articleId: string;
      src: string;
      /**
       * The places where the article was published: its publication's location, its own address, its path in
       * a folder.
       */
      origin: {location: string; url?: string; path?: string};
    },
    room: Cells,
    signal: AbortSignal,
  ): Promise<void>;
  /** The pixels of a loaded picture. */
  raster(articleId: string, src: string): Raster | undefined;
  /** Forgets the pictures of an article. */
  forget(articleId: string): void;
  /** Sends all pictures again after another program has used the terminal. */
  sendAgain(): void;
  /** Deletes all pictures from the terminal's memory. */
  clear(): void;
}

/** A notification on the desktop: who says it, and one line. */
export type DesktopNotice = Readonly<{title: string; text: string}>;

/** The desktop around the terminal. */
export interface Platform {
  /**
   * `type`: the media type, where it is known, since some kinds have a program of their own; `browser`: the
   * browser of its publication.
   */
  openUrl(url: string, how?: {type?: string; browser?: string}): Promise<void>;
  /** Returns the sentence that reports it. */
  copy(what: string, text: string): Promise<string>;
  save(name: string, text: string): Promise<string>;
  /** Lends the terminal to a command (`$EDITOR`, `$PAGER`, a pipe) until it ends. */
  run(command: {
    kind: 'editor' | 'pager' | 'pipe';
    command?: string;
    text: string;
    name: string;
  }): Promise<void>;
  /** Runs a command to its end. @throws ProblemError when it is missing, fails, hangs or floods. */
  command(job: CommandRun, signal: AbortSignal): Promise<void>;
  notify(notice: DesktopNotice): Promise<void>;
}

export interface Clock {
  now(): number;
}
