import {readFile} from 'node:fs/promises';
import {extname, join, normalize} from 'node:path';
import {generateRssFeed} from 'feedsmith';
import {marked} from 'marked';
import type {ArticleWithBody} from '../../source/domain/article/article.ts';
import type {Publication} from '../../source/domain/publication/publication.ts';
import {json, page} from './newsroom.ts';
import type {Desk, Reply} from './newsroom.ts';

/**
 * A folder of articles as a site: `/`, `/feed.json`, `/feed.xml`, `/newsletter.json`, its articles and its
 * images.
 */
export function publicationDesk(
  folder: string,
  publication: Publication,
  articles: readonly ArticleWithBody[],
): Desk {
  const newsletter = {...publication.newsletter, url: '/subscribe', method: 'json', signup: undefined};
  return async ({url, method}, origin) => {
    const {pathname} = new URL(url, origin);
    if (method !== 'GET') return undefined;
    switch (pathname) {
      case '/':
        return page(home(publication, articles));
      case '/feed.json':
        return json(jsonFeed(publication, articles, newsletter, origin));
      case '/feed.xml':
        return rss(publication, articles, origin);
      case '/newsletter.json':
        return json(newsletter);
      default: {
        const found = articles.find(one => pathOf(one) === pathname);
        return found ? page(articlePage(found, publication)) : await image(folder, pathname);
      }
    }
  };
}

function home({title, tagline = '', newsletter}: Publication, articles: readonly ArticleWithBody[]): string {
  const rows = articles.map(one => `<li><a href="${pathOf(one)}">${escape(one.article.title)}</a></li>`);
  return `<html lang="en"><head><meta charset="utf-8"><title>${escape(title)}</title>
<link rel="alternate" type="application/feed+json" href="/feed.json">
<link rel="alternate" type="application/rss+xml" href="/feed.xml">
<link rel="newsletter" type="application/json" href="/newsletter.json"></head>
<body><h1>${escape(title)}</h1><p>${escape(tagline)}</p><ul>${rows.join('\n')}</ul>
<form action="/subscribe" method="post"><h2>${escape(newsletter?.heading ?? 'Newsletter')}</h2>
<input type="email" name="email" required><button>Subscribe</button></form></body></html>`;
}

function articlePage(one: ArticleWithBody, {title}: Publication): string {
  const {article} = one;
  return `<html lang="en"><head><meta charset="utf-8"><title>${escape(article.title)}</title><base href="/"></head>
<body><p><a href="/">${escape(title)}</a></p><article><h1>${escape(article.title)}</h1>${articleHtml(one)}</article></body></html>`;
}

function jsonFeed(
  publication: Publication,
  articles: readonly ArticleWithBody[],
  newsletter: unknown,
  origin: string,
) {
  const {title, tagline, language} = publication;
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: `${origin}/`,
    feed_url: `${origin}/feed.json`,
    language,
    _inkwell: {tagline, newsletter},
    items: articles.map(one => ({
      id: one.article.path,
      url: origin + pathOf(one),
      title: one.article.title,
      summary: one.article.excerpt,
      content_html: articleHtml(one),
      date_published: one.article.publishedAt,
      authors: one.article.authors.map(({name, url, role, bio}) => ({name, url, _inkwell: {role, bio}})),
      tags: one.article.tags,
      _inkwell: {category: one.article.category, minutes: one.article.minutes},
    })),
  };
}

function rss(
  {title, tagline = ''}: Publication,
  articles: readonly ArticleWithBody[],
  origin: string,
): Reply {
  const link = {href: `${origin}/newsletter.json`, rel: 'newsletter', type: 'application/json'};
  const items = articles.map(one => ({
    title: one.article.title,
    link: origin + pathOf(one),
    description: one.article.excerpt ?? '',
    content: {encoded: articleHtml(one)},
    dc: {creators: one.article.authors.map(({name}) => name)},
    ...(one.article.publishedAt && {pubDate: new Date(one.article.publishedAt)}),
  }));
  const body = generateRssFeed({
    title,
    link: `${origin}/`,
    description: tagline,
    atom: {links: [link]},
    items,
  });
  return {headers: {'content-type': 'application/rss+xml; charset=utf-8'}, body};
}

function articleHtml({body}: ArticleWithBody): string {
  return body.format === 'markdown' ? marked.parse(body.content, {async: false}) : body.content;
}

const pathOf = ({article}: ArticleWithBody): string =>
  `/${(article.path ?? article.id).replace(/\.\w+$/, '')}`;

const TYPES: Readonly<Record<string, string>> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
};

/** Nothing above the folder: what climbs out is cut off at its root. */
async function image(folder: string, pathname: string): Promise<Reply | undefined> {
  const type = TYPES[extname(pathname)];
  if (type === undefined) return undefined;
  const body = await readFile(join(folder, normalize(decodeURIComponent(pathname)))).catch(() => undefined);
  return body && {headers: {'content-type': type}, body};
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`);
}
