import {decodeReferences} from '../../domain/article/references.ts';

/** A tag that closes, has attributes, or is known: "Map<K>" and "a <b" are none. */
const TAG =
  /<\/[a-z][a-z\d]*\s*>|<[a-z][a-z\d]*\s[^<>=]*=[^<>]*>|<(?:b|blockquote|body|br|center|code|dd|del|div|dl|dt|em|h[1-6]|hr|i|img|li|ol|p|pre|q|s|section|span|strong|sub|sup|table|td|th|tr|u|ul|wbr)\s*\/?>/iu;
const REFERENCE = /&(?:[a-z][a-z\d]{1,30}|#\d{1,7}|#x[\da-f]{1,6});/iu;

/** True if a text is meant as HTML: it has a tag of HTML, or a character reference. */
export function looksLikeHtml(text: string): boolean {
  return TAG.test(text) || REFERENCE.test(text) || /<!--|<!\[CDATA\[/u.test(text);
}

export function hasTags(text: string): boolean {
  return TAG.test(text);
}

/** HTML that was escaped once too often: it shows its tags where it should have them. */
export function unescapedTwice(html: string): string {
  if (
    TAG.test(html) ||
    !/&lt;\/(?:a|p|div|li|em|strong|b|i|h[1-6]|blockquote|span|ul|ol|td|pre)&gt;/iu.test(html)
  )
    return html;
  return decodeReferences(html);
}
