import {mkdirSync, renameSync, rmSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {articleId} from '../../source/domain/article/identity.ts';
import type {ArticleWithBody} from '../../source/domain/article/article.ts';
import type {Library} from '../../source/ports/library.ts';
import {openLibrary} from '../../source/library/file/open-library.ts';
import {makeArticle} from './make-article.ts';

/** Fills a library as the reader would have it after fetching these feeds. */
export function fillLibrary(file: string, {feeds, articles}: {feeds: number; articles: number}): void {
  mkdirSync(dirname(file), {recursive: true, mode: 0o700});
  const unfinished = join(dirname(file), 'unfinished.db');
  rmSync(unfinished, {force: true});
  const library = openLibrary(unfinished, {now: Date.now});
  for (let feed = 0; feed < feeds; feed++) storeFeed(library, feed, articles);
  library.close();
  renameSync(unfinished, file);
}

function storeFeed(library: Library, feed: number, count: number): void {
  const location = `http://127.0.0.1:9/feeds/${feed}.xml`;
  const {publicationId} = library.follow(location, {isListed: true});
  library.store(publicationId, {
    kind: 'loaded',
    publication: {id: publicationId, title: `Feed ${String(feed).padStart(4, '0')}`, location},
    articles: Array.from({length: count}, (_, index) => entry(publicationId, feed, index)),
    validators: {etag: `"${feed}"`},
    warnings: [],
  });
}

function entry(publicationId: string, feed: number, index: number): ArticleWithBody {
  const {title, url, summary, author, publishedAt, tags, html} = makeArticle(feed, index);
  const words = html.split(/\s+/u).length;
  return {
    article: {
      id: articleId(publicationId, url),
      publicationId,
      position: index,
      title,
      url,
      excerpt: summary,
      tags,
      authors: [{name: author}],
      publishedAt: publishedAt.toISOString(),
      words,
      minutes: Math.max(1, Math.round(words / 230)),
      isPartial: false,
    },
    body: {format: 'html', content: html},
  };
}

if (import.meta.main) {
  const [file = '', feeds = '10', articles = '100'] = process.argv.slice(2);
  fillLibrary(file, {feeds: Number(feeds), articles: Number(articles)});
}
