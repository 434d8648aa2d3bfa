import {decodeReferences} from '../../../domain/article/references.ts';
import type {Fields} from '../../front-matter/fields.ts';
import {withoutPairs} from '../dialect/pairs.ts';

/** The fields in a saved page's head, and the part of it that is the article. */
export function articleInPage(html: string): {fields: Fields; body: string} {
  if (!/<(?:html|head|body|title|meta)\b/iu.test(html.slice(0, 5000))) return {fields: {}, body: html};
  const end = html.search(/<body\b/iu);
  const head = html.slice(0, Math.min(end === -1 ? 200_000 : end, 200_000));
  const metas = metasIn(head);
  const body = articleIn(html);
  const title = metas.get('og:title') ?? metas.get('twitter:title') ?? titleIn(head, body);
  const fields = {
    title,
    description: metas.get('description') ?? metas.get('og:description'),
    date:
      metas.get('article:published_time') ??
      metas.get('date') ??
      metas.get('dc.date') ??
      metas.get('datepublished') ??
      timeIn(body),
    updated: metas.get('article:modified_time') ?? metas.get('og:updated_time'),
    author: metas.get('author') ?? metas.get('dc.creator'),
    keywords: metas.get('keywords'),
    category: metas.get('article:section'),
    image: metas.get('og:image'),
    canonical: linkIn(head),
  };
  return {
    fields: Object.fromEntries(
      Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''),
    ),
    body,
  };
}

function metasIn(head: string): ReadonlyMap<string, string> {
  const metas = new Map<string, string>();
  for (const [tag] of head.matchAll(/<meta\b[^<>]{0,4000}>/giu)) {
    const name = attributeOf(tag, 'name') ?? attributeOf(tag, 'property') ?? attributeOf(tag, 'itemprop');
    const content = attributeOf(tag, 'content');
    if (name !== undefined && content !== undefined && !metas.has(name.toLowerCase()))
      metas.set(name.toLowerCase(), content);
  }
  return metas;
}

function attributeOf(tag: string, name: string): string | undefined {
  const [, double, single, bare] =
    new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'iu').exec(tag) ?? [];
  const value = double ?? single ?? bare;
  return value === undefined ? undefined : decodeReferences(value).trim();
}

function linkIn(head: string): string | undefined {
  for (const [tag] of head.matchAll(/<link\b[^<>]{0,4000}>/giu))
    if (attributeOf(tag, 'rel')?.toLowerCase() === 'canonical') return attributeOf(tag, 'href');
  return undefined;
}

/** The `title` element; where it has the site's name too, the heading that it begins with. */
function titleIn(head: string, body: string): string | undefined {
  const title = textOf(/<title\b[^>]*>([^<]{1,2000})/iu.exec(head)?.[1]);
  const heading = textOf(/<h1\b[^>]*>(.{1,2000}?)<\/h1\s*>/isu.exec(body.slice(0, 100_000))?.[1]);
  if (title === undefined) return undefined;
  if (heading !== undefined && title.toLowerCase().includes(heading.toLowerCase())) return heading;
  return title.replace(/\s+[|·»–—]\s+[^|·»–—]{1,60}$/u, '');
}

function textOf(marked: string | undefined): string | undefined {
  return marked === undefined
    ? undefined
    : decodeReferences(marked.replaceAll(/<[^<>]*>/gu, ''))
        .replaceAll(/\s+/gu, ' ')
        .trim() || undefined;
}

function timeIn(body: string): string | undefined {
  return /<time\b[^<>]*\sdatetime\s*=\s*["']([^"']{4,40})["']/iu.exec(body.slice(0, 20_000))?.[1];
}

/** The only `article` or `main`, else the body without what stands around it on every page. */
function articleIn(html: string): string {
  for (const name of ['article', 'main']) {
    const start = html.search(new RegExp(`<${name}\\b`, 'iu'));
    const end = html.toLowerCase().lastIndexOf(`</${name}`);
    const hasOne =
      start !== -1 &&
      end > start &&
      html.slice(start + 1, end).search(new RegExp(`</${name}\\b`, 'iu')) === -1;
    if (hasOne) return html.slice(start, html.indexOf('>', end) + 1);
  }
  const start = html.search(/<body\b/iu);
  const body = start === -1 ? withoutPairs(html, /<head\b/giu, /<\/head\s*>/giu) : html.slice(start);
  const bare = withoutPairs(body, /<nav\b/giu, /<\/nav\s*>/giu);
  return withoutPairs(bare, /<footer\b/giu, /<\/footer\s*>/giu);
}
