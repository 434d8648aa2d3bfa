/** A moment in time: ISO 8601 in UTC, as `new Date().toISOString()` writes it. */
export type Instant = string;

export type Author = Readonly<{
  name: string;
  role?: string;
  bio?: string;
  url?: string;
}>;

/** An article without its body. Every string is printable (see printable.ts). */
export type Article = Readonly<{
  /** Stable: the same article has the same id in every run (see identity.ts). */
  id: string;
  publicationId: string;
  /** The place in its source, from 0. */
  position: number;
  title: string;
  url?: string;
  excerpt?: string;
  category?: string;
  tags: readonly string[];
  authors: readonly Author[];
  publishedAt?: Instant;
  updatedAt?: Instant;
  words: number;
  /** Read time, at least 1; counts the body that we have (see isPartial). */
  minutes: number;
  /** The source gave a teaser, not the whole text. */
  isPartial: boolean;
  image?: string;
  /** An article of a folder: its path relative to the folder, with forward slashes. */
  path?: string;
  /** Ids that the publication itself names as related. */
  related?: readonly string[];
  /** The page where the article is discussed. */
  comments?: string;
  /** Recordings and other files that come with it. */
  enclosures?: readonly Enclosure[];
}>;

/** A file that comes with an article; `length` in bytes. */
export type Enclosure = Readonly<{url: string; type?: string; length?: number; seconds?: number}>;

/** A body as it came, before anything is converted. */
export type Body = Readonly<{
  format: 'markdown' | 'html' | 'text';
  content: string;
  /** The address that relative links and images in it are resolved against. */
  base?: string;
}>;

export type ArticleWithBody = Readonly<{
  article: Article;
  body: Body;
  /** The name that its source gives it; the library recognises it by this when other things change. */
  guid?: string;
  /** A letter's place in a mailbox at a server. */
  mail?: MailPlace;
}>;

/** `id` holds until the server numbers its mails anew; `isSeen` is the server's own mark. */
export type MailPlace = Readonly<{id: string; isSeen: boolean}>;

/** "ML" for Mara Lindqvist: the first letters of the first and the last name, by grapheme. */
export function initials(name: string): string {
  const words = name.split(/\s+/u).filter(word => /[\p{L}\p{N}]/u.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends
    .map(word => firstLetter(word ?? ''))
    .join('')
    .toUpperCase();
}

function firstLetter(word: string): string {
  return /[\p{L}\p{N}]\p{M}*/u.exec(word)?.[0] ?? '';
}
