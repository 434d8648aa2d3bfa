import {count, flag, listOf, object, problem, text, time} from './schema-parts.ts';

const newsletter = object({
  'heading?': text,
  'pitch?': text,
  'subscribers?': text,
  promises: listOf(text),
  'provider?': text,
  'host?': text,
});

export const publication = object({
  id: text,
  title: text,
  'tagline?': text,
  'homepage?': text,
  location: {...text, description: 'As it was given'},
  'language?': {...text, description: 'BCP 47'},
  'newsletter?': newsletter,
});

const author = object({name: text, 'role?': text, 'bio?': text, 'url?': text, initials: text});

export const article = object({
  id: {...text, description: 'Stable: the same article has the same id in every run'},
  publicationId: text,
  'url?': text,
  'path?': {...text, description: 'Of an article of a folder: relative to the folder'},
  title: text,
  'excerpt?': text,
  'category?': text,
  tags: {...listOf(text), description: 'Of the source and your own'},
  'ownTags?': {...listOf(text), description: 'The tags that you gave it'},
  authors: listOf(author),
  'publishedAt?': time,
  'updatedAt?': time,
  words: count,
  minutes: {type: 'integer', minimum: 1},
  isPartial: {...flag, description: 'The source gave a teaser only'},
  'image?': text,
  'comments?': {...text, description: 'The page where it is discussed'},
  'enclosures?': listOf(
    object({url: text, 'type?': text, 'length?': {...count, description: 'Bytes'}, 'seconds?': count}),
  ),
  position: {...count, description: 'Place in its source, from 0'},
  isRead: flag,
  isStarred: flag,
  'isHidden?': {...flag, description: 'A rule has hidden it'},
  progress: {type: 'number', minimum: 0, maximum: 1},
  'snippet?': {...text, description: 'search: the line that shows why it was found'},
  'markdown?': text,
});

export const idTitleLocation = {id: text, title: text, location: text};

const sourceFields = {
  ...idTitleLocation,
  'feedUrl?': text,
  'homepage?': text,
  'folder?': text,
  'account?': {...text, description: 'The account whose server is asked'},
  total: count,
  unread: count,
  isHidden: flag,
  isMuted: flag,
  'fetchedAt?': time,
  'dueAt?': time,
  failures: count,
  'problem?': problem,
};

export const source = object(sourceFields);

/** A source with everything that holds for it. */
export const arrangedSource = object({
  ...sourceFields,
  settings: listOf(object({name: text, value: text, from: text})),
  rules: listOf(text),
});
