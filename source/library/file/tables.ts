/**
 * A library's tables, each before those that refer to it. The full-text index is left out: it can be made
 * again.
 */
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
  'account',
  'subscription',
  'item',
  'item_tag',
  'pending',
  'own_tag',
  'errand',
] as const;

export type Table = (typeof TABLES)[number];

/** Tables that an earlier version of the file does not have, and the version that they came with. */
export const LATER: Partial<Record<Table, number>> = {
  account: 4,
  subscription: 4,
  item: 4,
  pending: 4,
  item_tag: 9,
  own_tag: 6,
  errand: 7,
};

/** "Inkw": marks our files among all SQLite files. */
export const APPLICATION_ID = 0x49_6e_6b_77;
