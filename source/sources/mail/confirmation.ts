import type {Email} from 'postal-mime';
import type {Awaited, Claim} from '../../domain/newsletter/awaited.ts';
import {isInTime} from '../../domain/newsletter/awaited.ts';
import {printableLine} from '../../domain/text/printable.ts';
import {attribute, elementsIn, isNamed, textOf} from '../../html/tree.ts';
import {senderOf} from './message.ts';
import {parseLetter} from './parse-letter.ts';
import {CONFIRM, LEAVING} from './phrases.ts';

/** Characters of a button's words, and links of a mail, that are looked at. */
const BUTTON = 80;
const MOST_LINKS = 200;

/** True if the mail was sent when a confirmation is waited for: only then it is parsed. */
export function mayConfirm(head: string, awaited: readonly Awaited[]): boolean {
  if (awaited.length === 0) return false;
  const at = Date.parse(/^date:(.*)$/imu.exec(head)?.[1] ?? '');
  return Number.isFinite(at) && awaited.some(one => isInTime(one, at));
}

/** The claim of a mail that asks to confirm something; undefined for any other mail. */
export function claimIn(email: Email): Claim | undefined {
  const subject = printableLine(email.subject ?? '');
  const links = linksOf(email).filter(({url, words}) => isWeb(url) && !LEAVING.test(words));
  const asks = CONFIRM.test(subject);
  const link =
    links.find(({words}) => words.length <= BUTTON && CONFIRM.test(words)) ??
    (asks ? (links.find(({url}) => IN_ADDRESS.test(url)) ?? links[0]) : undefined);
  if (!link) return undefined;
  const words = printableLine(link.words).slice(0, BUTTON) || 'a link without words';
  const sender = senderOf(email);
  const {href} = new URL(link.url);
  return {
    sender: {name: printableLine(sender.name).slice(0, BUTTON), address: printableLine(sender.address)},
    subject,
    link: {url: href, words},
    at: Date.parse(email.date ?? ''),
  };
}

/** A link that confirms has such a word in its address. */
const IN_ADDRESS = /confirm|verif|activat|opt-?in|subscribe|signup|token|magic/iu;

type Link = Readonly<{url: string; words: string}>;

function linksOf({html, text}: Email): readonly Link[] {
  const fragment = parseLetter(html);
  if (fragment) {
    const links: Link[] = [];
    for (const element of elementsIn(fragment)) {
      const url = isNamed(element, 'a') ? attribute(element, 'href') : undefined;
      if (url === undefined) continue;
      links.push({url, words: textOf(element).replaceAll(/\s+/gu, ' ').trim()});
      // A link within a link has the same words.
      element.childNodes = [];
      if (links.length === MOST_LINKS) break;
    }
    return links;
  }
  const lines = (text ?? '').matchAll(LINE_WITH_LINK).take(MOST_LINKS);
  return Array.from(lines, ([line, url = '']) => ({
    url,
    words: line
      .replace(url, '')
      .replaceAll(/[<>\s:]+/gu, ' ')
      .trim(),
  }));
}

/** A line and its first link. */
const LINE_WITH_LINK = /(?<![^\n])[^\n]*?(https?:\/\/[^\s<>"]+)[^\n]*/giu;

function isWeb(url: string): boolean {
  return /^https?:/iu.test(url) && URL.canParse(url);
}
