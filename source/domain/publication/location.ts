import {printableLine} from '../text/printable.ts';
import {withoutPassword} from './passwords.ts';

/**
 * The text that a publication's id is made from (see identity.ts), so that a source has the same one however
 * its address was typed: web addresses are normalised; a path must be absolute already and stays as it is.
 */
export function canonicalLocation(location: string): string {
  const address = webAddress(location);
  if (!address) return location;
  const url = new URL(address);
  url.hash = '';
  return url.href;
}

/** The title of a source before it was ever read: an address without its scheme, the last part of a path. */
export function provisionalTitle(location: string): string {
  const shorter = isOnTheWeb({location})
    ? withoutPassword(location)
        .replace(/^[a-z]+:\/\/(?:[^/?#]*@)?/i, '')
        .replace(/\/$/, '')
    : (/[^/\\]+(?=[/\\]*$)/.exec(location)?.[0] ?? '');
  return printableLine(shorter) || location;
}

/** The location of articles whose publication was lost to damage: nothing is fetched for them. */
export const RESCUED = 'inkwell:rescued';

/** The shelf of single pages that the reader saved: nothing is fetched for it. */
export const SAVED = 'inkwell:saved';

/**
 * The location of one newsletter's letters: they come with their mailbox and are not fetched by themselves.
 */
export function letterLocation(mailbox: string, list: string): string {
  return `${LETTERS}${mailbox}?list=${encodeURIComponent(list)}`;
}

const LETTERS = 'letters:';

/** The mailbox of a newsletter's location; undefined for any other location. */
export function mailboxOf(location: string): string | undefined {
  return location.startsWith(LETTERS)
    ? location.slice(LETTERS.length, location.lastIndexOf('?list='))
    : undefined;
}

/** The newsletter of such a location, as its letters name it. */
export function listOf(location: string): string {
  return decodeURIComponent(location.slice(location.lastIndexOf('?list=') + '?list='.length));
}

/**
 * True if a source is asked itself: an address, a folder or a file. Letters come with their mailbox, articles
 * of an account from its server.
 */
export function isFetchable({location, account}: Readonly<{location: string; account?: string}>): boolean {
  return location !== RESCUED && location !== SAVED && account === undefined && !location.startsWith(LETTERS);
}

/** True if a source that is followed is fetched from a server; a folder or a file is not. */
export function isOnTheWeb({location}: Readonly<{location: string}>): boolean {
  return /^(?:https?|imaps?):/i.test(location);
}

/** True for a folder of an IMAP server: `imaps://user@host/Folder`. */
export function isImap(location: string): boolean {
  return /^imaps?:\/\//i.test(location);
}

/**
 * The http(s) address that a person meant, or undefined where it is none: `feed:` in front of an address is
 * dropped, and a bare host ("example.com/blog") gets https. Slashes may be missing, as in browsers.
 */
export function webAddress(location: string): string | undefined {
  const text = location
    .trim()
    .replace(/^feed:(?:\/\/)?(?=https?:\/\/)/i, '')
    .replace(/^feed:\/\//i, 'http://');
  if (/^https?:/i.test(text)) return URL.parse(text)?.href;
  if (/^\/\/[^\s/?#@]*:[^\s/?#]*@/.test(text)) return URL.parse(`https:${text}`)?.href;
  // A path, which needs no expression of all letters.
  if (/^[./~]/.test(text)) return undefined;
  if (NEAR_HOST.test(text)) return URL.parse(`http://${text}`)?.href;
  return BARE_HOST.test(text) ? URL.parse(`https://${text}`)?.href : undefined;
}

/** An address as it is to be read: without what stands before the host. The host is in ASCII already. */
export function readableAddress(url: string): string {
  return url.replace(/^(https?:\/\/)[^/?#]*@/i, '$1');
}

/** "localhost:8080/x", "127.0.0.1:8080", "[::1]:8080", "nas:8080/feed": near, and without TLS as a rule. */
const NEAR_HOST =
  /^(?:localhost(?::\d+)?|(?:[a-z\d-]+\.)+localhost(?::\d+)?|\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?|\[[\da-f:.]+\](?::\d+)?|[a-z][a-z\d-]*:\d{2,5})(?:[/?#].*)?$/i;

/**
 * "example.com", "blog.example.com:8080/path"; not "notes.md", whose last part is no domain but a file's
 * ending.
 */
const BARE_HOST =
  /^(?!.*\.(?:md|mdx|markdown|txt|ya?ml|toml)$|[^/?#:]*\.(?:html?|xml|json|rss|atom|opml)$)(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{M}]{2,}(?::\d+)?(?:[/?#].*)?$/iu;

/**
 * True if a host is this machine by its name or number alone. As the URL parser writes hosts: `127.1` is
 * already `127.0.0.1` here.
 */
export function isLoopbackHost(hostname: string): boolean {
  const host = hostname.replace(/^\[(.*)\]$/u, '$1');
  return (
    host === 'localhost' || host.endsWith('.localhost') || host === '::1' || /^127(?:\.\d+){3}$/u.test(host)
  );
}

/** True for an address on this machine, as a bridge that makes feeds of other pages has. */
export function isOnThisMachine(location: string): boolean {
  const hostname = /^https?:/iu.test(location) ? URL.parse(location)?.hostname : undefined;
  return hostname !== undefined && isLoopbackHost(hostname);
}
