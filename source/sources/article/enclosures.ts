import type {Body} from '../../domain/article/article.ts';
import {safeAddress} from './addresses.ts';
import type {Enclosure} from '../format/format.ts';
import {lineOf} from './line.ts';

/** More than a page of links helps nobody. */
const MOST = 20;

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
