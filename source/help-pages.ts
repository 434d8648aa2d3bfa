declare const INKWELL_HELP: string | undefined;

/** Help by command; undefined when the sources run as they are. Nobody who reads a blog waits for it. */
export const PAGES =
  typeof INKWELL_HELP === 'undefined'
    ? undefined
    : (JSON.parse(INKWELL_HELP) as Readonly<Record<string, string>>);
