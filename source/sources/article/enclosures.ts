import type {Body, Enclosure as ArticleEnclosure} from '../../domain/article/article.ts';
import {safeAddress} from '../../domain/text/addresses.ts';
import type {Enclosure} from '../format/format.ts';
import {lineOf} from './line.ts';

/** More than a page of links helps nobody. */
const MOST = 20;

/** The files of an article with safe addresses, each once; undefined where there is none. */
export function enclosuresOf(
  raw: readonly Enclosure[] | undefined,
  base: string,
): readonly ArticleEnclosure[] | undefined {
  const files = new Map<string, ArticleEnclosure>();
  for (const {url: written, type, bytes, seconds} of (raw ?? []).slice(0, MOST)) {
    const url = safeAddress(written, base);
    if (url === undefined || url.startsWith('mailto:') || files.has(url)) continue;
    const mediaType = /^[\w.+-]+\/[\w.+-]+$/u.exec(type?.trim() ?? '')?.[0];
    files.set(url, {
      url,
      ...(mediaType && {type: mediaType.toLowerCase()}),
      ...(isCount(bytes) && {length: Math.round(bytes)}),
      ...(isCount(seconds) && {seconds: Math.round(seconds)}),
    });
  }
  return files.size === 0 ? undefined : [...files.values()];
}

function isCount(value: number | undefined): value is number {
  return value !== undefined && Number.isFinite(value) && value > 0 && value < Number.MAX_SAFE_INTEGER;
}

/** The body with links to its files at the end; a file that the text already leads to is not named twice. */
export function withEnclosures(body: Body, enclosures: readonly Enclosure[], base: string): Body {
  if (enclosures.length === 0) return body;
  const links = new Map<string, string>();
  for (const enclosure of enclosures.slice(0, MOST)) {
    const url = safeAddress(enclosure.url, base);
    if (url && !body.content.includes(enclosure.url)) links.set(url, labelOf(enclosure, url));
  }
  if (links.size === 0) return body;
  const list = [...links].map(([url, label]) => linkIn(body.format, url, label)).join('');
  return {...body, content: `${body.content}${body.content === '' ? '' : '\n\n'}${list}`};
}

function linkIn(format: Body['format'], url: string, label: string): string {
  if (format === 'html') return `<p><a href="${escapeHtml(url)}">${escapeHtml(label)}</a></p>\n`;
  return format === 'text'
    ? `${label}: ${url}\n`
    : `[${label.replaceAll(/[[\]\\]/gu, String.raw`\$&`)}](<${url}>)\n\n`;
}

/** "Episode 12 (audio, 24 MB)". */
function labelOf({title, type, bytes}: Enclosure, url: string): string {
  const name = lineOf(title === undefined ? undefined : {content: title, format: 'loose'}) ?? fileName(url);
  const kind =
    /^(audio|video|image)\//u.exec(type ?? '')?.[1] ?? /^application\/(pdf|zip)$/u.exec(type ?? '')?.[1];
  const size = bytes !== undefined && bytes >= 100_000 ? `${Math.round(bytes / 100_000) / 10} MB` : undefined;
  const facts = [kind, size].filter(Boolean).join(', ');
  return facts === '' ? name : `${name} (${facts})`;
}

function fileName(url: string): string {
  const {pathname, host} = new URL(url);
  const name = pathname.split('/').findLast(Boolean);
  return lineOf({content: name ?? host, format: 'text'}) ?? host;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
