import type {Attachment, Email} from 'postal-mime';
import type {MailPlace} from '../../domain/article/article.ts';
import {mailto} from '../../domain/email/mailto.ts';
import type {Leaving} from '../../domain/newsletter/leaving.ts';
import {isPrivateHost} from '../../http/private-address.ts';
import {safeEndpoint} from '../../domain/newsletter/signup-address.ts';
import type {Enclosure, RawArticle} from '../format/format.ts';
import {letterBody} from './letter-body.ts';
import {parseMail} from './parse-mail.ts';

/** A newsletter's issue that arrived by mail. */
export type Letter = Readonly<{
  /** The key of its publication: the List-Id, else the sender's address; lower case. */
  list: string;
  /** The title of its publication. */
  name: string;
  /** Milliseconds since 1970; undefined where the mail has no readable date. */
  at?: number;
  /** The ways to leave, as List-Unsubscribe states them. */
  leaving?: Leaving;
  /** Of the list, the sender and the page to leave. */
  hosts: readonly string[];
  article: RawArticle;
}>;

/** Bytes of a mail; a longer one is reported and not parsed. */
export const MAIL_BYTES = 25_000_000;
/** Bytes of a picture that comes with the mail; a larger one is left out. */
const PICTURE_BYTES = 400_000;
/** Characters of all its pictures where they are written: a letter may show one a thousand times. */
const PICTURES = 7_000_000;
/** Of those that are shown once more. */
const REPEATED = 300_000;
/** Places at which a letter shows pictures of its own. */
const MOST_SHOWN = 2000;

/**
 * Parses one mail. Undefined where it is not a letter: it states neither List-Id nor List-Unsubscribe, and
 * its sender is not among `senders`. Nothing of such a mail is stored anywhere.
 *
 * @throws Error where the mail can't be parsed: parts nested more than 256 deep, for one.
 */
export async function letterIn(
  mail: Uint8Array,
  senders: ReadonlySet<string> = new Set(),
): Promise<Letter | undefined> {
  return isLetter(headOf(mail), senders) ? letterOf(await parseMail(mail)) : undefined;
}

/** The letter that a parsed mail is. */
export function letterOf(email: Email, place?: MailPlace): Letter {
  const header = (name: string): string =>
    email.headers
      .find(({key}) => key === name)
      ?.value.replaceAll(/\s+/gu, ' ')
      .trim() ?? '';
  const sender = senderOf(email);
  const list = listId(header('list-id')) ?? sender.address;
  const at = Date.parse(email.date ?? '');
  const leaving = leavingFrom(header('list-unsubscribe'), header('list-unsubscribe-post'));
  const html = withOwnPictures(email);
  const {body, webVersion, preheader} = letterBody(html, email.text, email.subject ?? '');
  const url = webAddressIn(header('list-archive-url')) ?? webAddressIn(header('archived-at')) ?? webVersion;
  return {
    list,
    name: nameOf(sender.name, header('list-id')) || sender.address || list,
    ...(Number.isFinite(at) && {at}),
    ...(leaving && {leaving}),
    hosts: hostsOf(listId(header('list-id')), sender.address, leaving?.url),
    article: {
      guid: email.messageId?.trim() || `${list} ${email.date ?? ''} ${email.subject ?? ''}`,
      ...(url !== undefined && {url}),
      title: {content: email.subject?.trim() || 'Without a subject', format: 'text'},
      body,
      ...(preheader !== undefined && {excerpt: {content: preheader, format: 'text'}}),
      authors: [{name: withoutVia(sender.name) || sender.address}],
      published: [email.date],
      isPartial: false,
      enclosures: enclosuresOf(email.attachments),
      ...(place && {mail: place}),
    },
  };
}

/** The header of a mail as text, folded lines joined; nothing of its body. */
export function headOf(mail: Uint8Array): string {
  const start = Buffer.from(mail.buffer, mail.byteOffset, Math.min(mail.byteLength, 64_000)).toString(
    'latin1',
  );
  const end = /\r?\n\r?\n/u.exec(start)?.index ?? start.length;
  return start.slice(0, end).replaceAll(/\r?\n[ \t]+/gu, ' ');
}

/** The facts about its newsletter in the header of a mail; nothing of the mail is decoded. */
export function headerOf(mail: Uint8Array): {list: string; at: number; leaving: Leaving | undefined} {
  const head = headOf(mail);
  const line = (name: string): string => new RegExp(`^${name}:(.*)$`, 'imu').exec(head)?.[1]?.trim() ?? '';
  const sender = addressIn(line('from')) ?? '';
  return {
    list: listId(line('list-id')) ?? sender,
    at: Date.parse(line('date')) || 0,
    leaving: leavingFrom(line('list-unsubscribe'), line('list-unsubscribe-post')),
  };
}

export function isLetter(head: string, senders: ReadonlySet<string> = new Set()): boolean {
  if (/^list-(?:id|unsubscribe):/imu.test(head)) return true;
  const from = /^from:(.*)$/imu.exec(head)?.[1] ?? '';
  const address = addressIn(from);
  return address !== undefined && (senders.has(address) || senders.has(address.slice(address.indexOf('@'))));
}

/** Characters of a sender that are looked at; nobody's name and address are longer. */
const SENDER = 1_000;

function addressIn(from: string): string | undefined {
  const end = from.slice(-SENDER).trim();
  // A name before the brackets may look like an address, and is none.
  const found = /<([^\s<>"]+@[^\s<>"]+)>[^<>]*$/u.exec(end)?.[1] ?? /[^\s<>"]+@[^\s<>"]+/u.exec(end)?.[0];
  return found?.toLowerCase();
}

export function senderOf({from, sender}: Email): {name: string; address: string} {
  const first = from ?? sender;
  const one = first && 'group' in first && first.group ? first.group[0] : first;
  return {name: one?.name?.trim() ?? '', address: one?.address?.toLowerCase().trim() ?? ''};
}

function hostsOf(list: string | undefined, address: string, page: string | undefined): readonly string[] {
  const named = [list?.replace(/^[^.]*\./u, ''), address.slice(address.lastIndexOf('@') + 1)];
  return [...named.map(host => `https://${host ?? ''}`), page ?? ''].flatMap(
    url => URL.parse(url)?.hostname || [],
  );
}

/** Characters of a list's identifier (RFC 2919). */
const NAME = 255;

/** The identifier within `<…>` (RFC 2919), or the whole value where a list writes it bare. */
function listId(value: string): string | undefined {
  const id = (/<([^<>]+)>\s*$/u.exec(value)?.[1] ?? value).trim().toLowerCase();
  return id === '' || id.length > NAME || /\s/u.test(id) ? undefined : id;
}

/** The sender's name, else the phrase before the list's identifier. */
function nameOf(sender: string, list: string): string {
  const phrase = list
    .replace(/<[^<>]*>\s*$/u, '')
    .trim()
    .replaceAll(/^"|"$/gu, '');
  const name = withoutVia(sender);
  // A list's number or a hash is no name.
  return name || (/\p{L}{3}/u.test(phrase) && !/^[\da-f]{12,}/iu.test(phrase) ? phrase : '');
}

/** "Ada via Letters" and "Ada from Letters": services add themselves. */
function withoutVia(name: string): string {
  return name
    .slice(0, SENDER)
    .replaceAll(/\s+/gu, ' ')
    .replace(/ via .*$/iu, '')
    .trim();
}

function leavingFrom(value: string, post: string): Leaving | undefined {
  const targets = Array.from(value.matchAll(/<([^<>]+)>/gu), ([, target = '']) =>
    target.replaceAll(/\s/gu, ''),
  );
  const url = targets.find(target => /^https?:/iu.test(target) && URL.canParse(target));
  const [mailto] = targets.flatMap(target => plainMailto(target) ?? []);
  if (url === undefined && mailto === undefined) return undefined;
  const isOneClick = /^list-unsubscribe=one-click$/iu.test(post) && safeEndpoint(url) !== undefined;
  // A page in the reader's own network would be opened; what is sent is judged where the reader signed up.
  const isNear = url !== undefined && !isOneClick && isPrivateHost(new URL(url).hostname);
  if (isNear && mailto === undefined) return undefined;
  return {...(url !== undefined && !isNear && {url}), ...(mailto !== undefined && {mailto}), isOneClick};
}

/**
 * A mail to one person with a subject and a text at most; undefined for any other. A line break would be a
 * header of the list's choice, and a second recipient somebody whom the reader doesn't know.
 */
function plainMailto(target: string): string | undefined {
  const url = /^mailto:/iu.test(target) && !/%0[ad]/iu.test(target) ? URL.parse(target) : null;
  if (!url || !/^[\w.!$&'*+/=^`{|}~-]+@[a-z\d.-]+$/iu.test(url.pathname)) return undefined;
  const fields = Array.from(url.searchParams, ([name, value]) => [name.toLowerCase(), value] as const);
  return mailto(
    url.pathname,
    fields.filter(([name]) => name === 'subject' || name === 'body'),
  );
}

function webAddressIn(value: string): string | undefined {
  const address = value.replaceAll(/^<|>$/gu, '').trim();
  return /^https?:/iu.test(address) && URL.canParse(address) ? address : undefined;
}

/** The HTML with pictures that lie in the mail itself written in place of their `cid:` addresses. */
function withOwnPictures({html, attachments}: Email): string | undefined {
  if (html === undefined || !/cid:/iu.test(html)) return html;
  const pictures = new Map<string, string>();
  for (const {contentId, mimeType, content} of attachments) {
    if (contentId === undefined || !mimeType.startsWith('image/') || typeof content === 'string') continue;
    if (content.byteLength > PICTURE_BYTES) continue;
    const bytes = content instanceof Uint8Array ? content : new Uint8Array(content);
    pictures.set(
      contentId.replaceAll(/^<|>$/gu, ''),
      `data:${mimeType};base64,${Buffer.from(bytes).toString('base64')}`,
    );
  }
  let written = '';
  let at = 0;
  const room = {first: PICTURES, again: REPEATED};
  const shown = new Set<string>();
  for (const {0: whole, 1: id = '', index} of html.matchAll(/\bcid:([^"'\s>)]+)/giu).take(MOST_SHOWN)) {
    const picture = pictures.get(decoded(id));
    const use = shown.has(id) ? 'again' : 'first';
    if (picture === undefined || picture.length > room[use]) continue;
    room[use] -= picture.length;
    shown.add(id);
    written += html.slice(at, index) + picture;
    at = index + whole.length;
  }
  return written + html.slice(at);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Files that are attached; they stay in the mail and are only named. */
function enclosuresOf(attachments: readonly Attachment[]): readonly Enclosure[] {
  return attachments
    .filter(({disposition, related}) => disposition === 'attachment' && !related)
    .map(({filename, mimeType, content}) => ({
      url: `cid:${filename ?? 'file'}`,
      type: mimeType,
      ...(filename !== null && filename !== undefined && {title: filename}),
      ...(typeof content !== 'string' && {bytes: content.byteLength}),
    }));
}
