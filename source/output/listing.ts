import {allTags} from '../domain/article/own-tag.ts';
import {withoutPassword} from '../domain/publication/location.ts';
import {initials} from '../domain/article/article.ts';
import type {Newsletter} from '../domain/newsletter/newsletter.ts';
import type {Problem} from '../domain/problem.ts';
import type {Publication} from '../domain/publication/publication.ts';
import type {ListedRow} from '../services/list.ts';

export function publicationJson({
  id,
  title,
  tagline,
  homepage,
  location,
  language,
  newsletter,
}: Publication): object {
  return {
    id,
    title,
    tagline,
    homepage,
    location: withoutPassword(location),
    language,
    newsletter: newsletter && newsletterJson(newsletter),
  };
}

export function articleJson(row: ListedRow): object {
  const {
    id,
    publicationId,
    url,
    title,
    excerpt,
    category,
    authors,
    publishedAt,
    updatedAt,
    words,
    minutes,
    isPartial,
  } = row;
  const {
    comments,
    enclosures,
    image,
    path,
    position,
    isRead,
    isStarred,
    ownTags,
    progress,
    markdown,
    snippet,
  } = row;
  return {
    id,
    publicationId,
    url,
    path,
    title,
    excerpt,
    category,
    tags: allTags(row),
    ownTags,
    authors: authors.map(({name, role, bio, url: page}) => ({
      name,
      role,
      bio,
      url: page,
      initials: initials(name),
    })),
    publishedAt,
    updatedAt,
    words,
    minutes,
    isPartial,
    image,
    comments,
    enclosures,
    position,
    isRead,
    isStarred,
    progress,
    snippet,
    markdown,
  };
}

export function problemJson({location, kind, message, advice, retryAt}: Problem): object {
  return {
    location: location && withoutPassword(location),
    kind,
    message: withoutPassword(message),
    advice: advice && withoutPassword(advice),
    retryAt,
  };
}

function newsletterJson({heading, pitch, subscribers, promises, signup}: Newsletter): object {
  const where = signup.kind === 'none' ? undefined : signup.kind === 'request' ? signup.url : signup.page;
  return {
    heading,
    pitch,
    subscribers,
    promises,
    provider: signup.kind === 'none' ? undefined : signup.provider,
    host: where && new URL(where).host,
  };
}
