/** A publisher's own Inkwell: one publication, under their name and in their colours. */
export type Edition = Readonly<{
  /** The source that opens: an address, or the absolute path of a folder that ships with the edition. */
  source: string;
  /** Shown instead of the publication's own title. */
  name?: string;
  /** A built-in theme, or the absolute path of a theme file. A reader who has chosen a theme keeps it. */
  theme?: string;
  /** The newsletter, as docs/publishing.md describes it; only where the source advertises none. */
  newsletter?: Readonly<Record<string, unknown>>;
}>;

/** An edition's own defaults; every setting of the reader overrides them. */
export function editionValues({theme}: Edition): ReadonlyMap<string, unknown> {
  return new Map(theme === undefined ? [] : [['theme', theme]]);
}
