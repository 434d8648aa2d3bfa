import type {Parsed} from './formats/format.ts';

export type FolderOptions = Readonly<{
  /** Articles at most; what is more is left out with a warning. */
  items?: number;
  /** Bytes that one file may have. */
  fileBytes?: number;
  signal?: AbortSignal;
}>;

export type Folder = Readonly<{
  /** Articles newest first, those without a date last, then by path. */
  parsed: Parsed;
  /** Changes when a file is added, removed or written: names, sizes, times. Kept as the source's `etag`. */
  validator: string;
}>;

/** The articles of a folder, found recursively. Nothing in it is ever executed, no link out of it is followed. */
export async function openFolder(_path: string, _options: FolderOptions = {}): Promise<Folder> {
  return {parsed: {articles: []}, validator: ''};
}

/** Looks at names, sizes and times alone, so a refresh that finds nothing new reads no file. */
export async function folderValidator(_path: string, _options: FolderOptions = {}): Promise<string> {
  return '';
}

/** One file of text as a publication of one article. Undefined where its name or its bytes say that it is no text. */
export async function openFile(_path: string, _options: FolderOptions = {}): Promise<Parsed | undefined> {
  return undefined;
}

/** Calls `onChange` a moment after the last of a run of changes. Returns what ends the watching. */
export function watchFolder(_path: string, _onChange: () => void): () => void {
  return () => {};
}
