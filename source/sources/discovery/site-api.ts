import pLimit from 'p-limit';
import {ask, JSON_ONLY} from '../place/ask.ts';
import {devTo, devToArticleAddress, devToBody} from '../format/dev-to.ts';
import type {Document, Format, Parsed, RawArticle} from '../format/format.ts';
import {ghost, ghostSettingsAddress, withGhostSettings} from '../format/ghost.ts';
import {wordpress, withWordPressSite, wordPressSiteAddress} from '../format/wordpress.ts';
import {reachFrom} from '../place/reach-from.ts';
import type {Own} from '../place/settings-at.ts';
import type {Surroundings} from '../context.ts';

type Api = Readonly<{document: Document; format: Format; own: Own}>;

/** A site's API tells in several documents what a feed tells in one: its name here, a text there. */
export async function completeFromApi(
  parsed: Parsed,
  {document, format, own}: Api,
  surroundings: Surroundings,
): Promise<Parsed> {
  const also = async (url: string | undefined): Promise<Document | undefined> => {
    try {
      return url === undefined
        ? undefined
        : (await ask({url, accept: JSON_ONLY, own, reach: reachFrom(document)}, surroundings)).document;
    } catch {
      // A further question must not cost what is there.
      surroundings.signal.throwIfAborted();
      return undefined;
    }
  };
  switch (format) {
    case wordpress: {
      const site = await also(wordPressSiteAddress(document.url));
      return site ? withWordPressSite(parsed, site) : parsed;
    }
    case ghost: {
      const settingsDocument = await also(ghostSettingsAddress(document.url));
      return settingsDocument ? withGhostSettings(parsed, settingsDocument) : parsed;
    }
    case devTo:
      return {...parsed, articles: await withBodies(parsed.articles, document.url, also, surroundings.now)};
    default:
      return parsed;
  }
}

/** Milliseconds that texts are fetched before the list is shown; the rest come when they are opened. */
const PATIENCE = 4000;

/** A list of DEV has no texts. They are fetched one by one until one is refused or it takes too long. */
async function withBodies(
  articles: readonly RawArticle[],
  list: string,
  also: (url: string | undefined) => Promise<Document | undefined>,
  now: () => number,
): Promise<readonly RawArticle[]> {
  const end = now() + PATIENCE;
  const atATime = pLimit(2);
  let isRefused = false;
  const complete = async (article: RawArticle): Promise<RawArticle> => {
    if (article.body || isRefused || now() > end) return article;
    const document = await also(devToArticleAddress(list, article.guid));
    const body = document && devToBody(document);
    isRefused ||= document === undefined;
    return body ? {...article, body, isPartial: false} : article;
  };
  return Promise.all(articles.map(article => atATime(() => complete(article))));
}
