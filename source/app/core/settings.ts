import type {SpeechLevel} from '../../domain/speech.ts';
import type {ListColumn} from '../../domain/query/list-columns.ts';

/** Settings that screens depend on. */
export type Settings = Readonly<{
  /** Cells in a line of an article. */
  measure: number;
  breaking: 'optimal' | 'greedy';
  themeName: string;
  density: 'auto' | 'airy' | 'compact' | 'lines';
  /** Densities chosen for single lists: "lines all". */
  listDensities: readonly string[];
  /** Shown in a row of one line. */
  columns: readonly ListColumn[];
  sideBySide: boolean;
  /** An article counts as read near its end; false: as soon as it is opened. */
  readAtEnd: boolean;
  /** An article that is opened in the browser counts as read. */
  readInBrowser?: boolean;
  /** The set of keys; the reader's own bindings lie over it. */
  preset: 'inkwell' | 'vim' | 'less' | 'newsboat';
  images: 'ask' | 'always' | 'never';
  /** Fetch what is due when the reader opens. */
  refreshOnStart: boolean;
  /** Minutes between fetches of a source; 0: only when asked. */
  refreshEvery: number;
  /** Folders of the publications screen whose publications are out of sight. */
  closedFolders: readonly string[];
  /** By ear: how much is said, the parts of a row (none: all), the indents of code, and how far one is. */
  speechLevel: SpeechLevel;
  speechRow: readonly string[];
  speechIndent: 'spaces' | 'numbers';
  speechProgress: 'asked' | 'headings';
  /** Nothing moves by itself. */
  isCalm: boolean;
  /** Remembered with consent. */
  email?: string;
  rememberEmail: 'ask' | 'always' | 'never';
  isOffline: boolean;
}>;
