/** What a library consists of, each before what refers to it. The full-text index is not among them: it can be made again. */
export const TABLES = [
  'publication',
  'article',
  'entry',
  'body',
  'label',
  'run',
  'act',
  'signup',
  'saved_query',
] as const;

export type Table = (typeof TABLES)[number];

/** "Inkw": marks our files among all SQLite files. */
export const APPLICATION_ID = 0x49_6e_6b_77;
