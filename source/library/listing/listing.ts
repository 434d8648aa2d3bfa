/** The articles of a view in their order, by key. */
export interface Listing {
  readonly total: number;
  readonly unread: number;
  keys: (offset: number, count: number) => readonly number[];
  indexOf: (key: number) => number | undefined;
  /**
   * The first unread one behind `key` (of the whole list when undefined), wrapping once, but not `key`
   * itself. Backwards it is the first one before it.
   */
  nextUnread: (key: number | undefined, isBackwards?: boolean) => number | undefined;
}
