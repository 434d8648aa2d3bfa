import type {Validators} from '../../domain/publication/source.ts';
import {ProblemError} from '../../domain/problem.ts';
import type {Answer, Reach} from '../../http/http.ts';
import {refusalOf} from '../../http/failure/refusal.ts';
import {documentOf} from '../text/document.ts';
import type {Document} from '../format/format.ts';
import {refusalInBody} from './refusal-in-body.ts';
import {settingsAt, type Own} from './settings-at.ts';
import type {Surroundings} from '../context.ts';

export type Question = Readonly<{
  url: string;
  accept: string;
  /** The reader's settings for the source; no header of it goes to another origin, whoever asks. */
  own?: Own;
  validators?: Validators;
  reach?: Reach;
}>;

/**
 * As a reader asks for a feed, and a browser for a page. Neither names application/json: sites that are part
 * of the Fediverse answer to that with an activity.
 */
export const FEEDS =
  'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.8, text/xml;q=0.8, text/html;q=0.6, */*;q=0.4';
export const PAGES = 'text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8';
export const JSON_ONLY = 'application/json';

/**
 * Asks for something and reads the answer as text. A status other than 2xx and 304 is thrown as a
 * ProblemError.
 */
export async function ask(
  {url, accept, own, validators, reach}: Question,
  {http, now, signal}: Surroundings,
): Promise<{answer: Answer; document: Document}> {
  const {headers, userAgent} = own ? settingsAt(url, own) : {};
  const isConditional = validators?.etag !== undefined || validators?.lastModified !== undefined;
  const answer = await http.request(
    {
      url,
      accept,
      ...(headers && {headers}),
      ...(userAgent && {userAgent}),
      ...(isConditional && {validators}),
      ...(reach && {reach}),
    },
    signal,
  );
  const contentType = answer.headers.get('content-type') ?? undefined;
  const language = answer.headers.get('content-language') ?? undefined;
  const document = documentOf(answer.body, {
    url: answer.url,
    contentType,
    language,
    isPrivate: answer.isPrivate,
  });
  const refusal = answer.status === 304 && isConditional ? undefined : refusalOf(answer, now());
  if (refusal) throw new ProblemError(refusalInBody(refusal, document));
  return {answer, document};
}
