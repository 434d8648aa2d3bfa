import {withoutPassword} from '../domain/publication/passwords.ts';
import type {Newsletter} from '../domain/newsletter/newsletter.ts';
import type {Problem} from '../domain/problem.ts';
import type {Publication} from '../domain/publication/publication.ts';

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
