import type {Article, Body} from '../../domain/article/article.ts';
import {plainText} from '../../domain/text/plain-text.ts';
import {ProblemError} from '../../domain/problem.ts';
import {count, wordsIn} from '../../domain/article/reading-time.ts';
import {commonWords, listOfWords} from '../page/content.ts';
import {baseWithin} from '../../domain/text/addresses.ts';
import {askPage} from '../discovery/ask-page.ts';
import {PAGES} from '../place/ask.ts';
import {reachFrom} from '../place/reach-from.ts';
import type {Surroundings} from '../context.ts';

/** The publication of an article: how near its pages may be. */
export type Near = Readonly<{location: string; isPrivate?: boolean}>;

/**
 * The whole text of a teaser, from its page. What is no longer than the teaser is no improvement: that
 * throws.
 */
export async function complete(
  article: Article,
  teaser: Body,
  publication: Near | undefined,
  surroundings: Surroundings,
): Promise<Body> {
  const {url, title} = article;
  if (url === undefined || !/^https?:/u.test(url)) throw cannot(`“${title}” has no page of its own.`);
  const {document} = await askPage(
    {url, accept: PAGES, reach: reachFrom({...publication, url: publication?.location})},
    surroundings,
  );
  const {formatOf} = await import('../format/formats.ts');
  const parsed =
    formatOf(document)?.parse(document) ?? (await import('../page/read-page.ts')).readPage(document);
  const [page, ...others] = parsed.articles;
  const body = others.length === 0 ? page?.body : undefined;
  if (!body || wordsOf(body) <= wordsOf(teaser)) {
    throw cannot(
      page?.isPartial === true
        ? `The rest of “${title}” is for members of the site only.`
        : `The page of “${title}” has no more text than is here.`,
    );
  }
  const isAbout = page?.title !== undefined && page.title.content.toLowerCase().includes(title.toLowerCase());
  if (!holds(body, teaser, isAbout ? LEAST_WITH_TITLE : LEAST))
    throw cannot(`The page of “${title}” shows something else than the article.`);
  return {...body, base: baseWithin(document.url, body.base ?? parsed.base)};
}

function wordsOf(body: Body): number {
  return wordsIn(count(plainText(body)));
}

/**
 * Of the words of a teaser, the part that its page must have; less where the page has the article's title.
 */
const LEAST = 0.4;
const LEAST_WITH_TITLE = 0.1;
/** Fewer words say nothing. */
const FEW = 6;

/**
 * True if a page holds the words of the item: a log-in page, a notice or a list of other articles does not.
 */
function holds(page: Body, teaser: Body, least: number): boolean {
  const words = listOfWords(teaser).filter(word => word.length > 2);
  if (words.length < FEW) return true;
  return commonWords(words, listOfWords(page)) >= words.length * least;
}

function cannot(message: string): ProblemError {
  return new ProblemError({kind: 'missing', message, advice: 'Open it in a browser with “o”.'});
}
