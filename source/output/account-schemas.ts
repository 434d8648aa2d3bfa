import {count, object, oneOf, problem, text, time} from './schema-parts.ts';

export const account = object({
  name: text,
  base: {...text, description: 'The address of its API'},
  api: oneOf('google-reader', 'miniflux'),
  server: text,
  'user?': text,
  feeds: count,
  articles: count,
  waiting: {...count, description: 'Acts that the server has not heard of yet'},
  missing: {...count, description: 'Articles still to be fetched'},
  'syncedAt?': time,
  'problem?': problem,
});

export const synced = object({
  name: text,
  sent: count,
  added: count,
  changed: {...count, description: 'Marks that the server changed here'},
  feedsAdded: count,
  feedsRemoved: count,
  waiting: count,
  missing: count,
  requests: count,
  milliseconds: count,
});
