/** A publisher's own Inkwell: one publication, under their name and in their colours. */
export type Edition = Readonly<{
  /** What opens: an address, or the absolute path of a folder that comes along. */
  source: string;
  /** Shown instead of the publication's own title. */
  name?: string;
  /** A built-in theme, or the absolute path of a theme file. A reader who has chosen a theme keeps it. */
  theme?: string;
  /** The newsletter, as docs/publishing.md describes it; only where the source advertises none. */
  newsletter?: Readonly<Record<string, unknown>>;
}>;

/** What an edition says in place of the defaults: weaker than all that the reader says. */
export function editionValues({theme}: Edition): ReadonlyMap<string, unknown> {
  return new Map(theme === undefined ? [] : [['theme', theme]]);
}
