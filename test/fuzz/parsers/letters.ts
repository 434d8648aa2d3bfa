import {letterIn, headerOf} from '../../../source/sources/mail/message.ts';
import {assemble} from '../../../source/sources/article/assemble.ts';
import {bodyToMarkdown} from '../../../source/sources/text/body-to-markdown.ts';
import {HTML_WORDS} from '../documents.ts';
import {mustBeArticle, mustBeText} from '../judgement.ts';
import {property} from '../property.ts';
import {damaged, textOf} from '../soup.ts';
import type {Soup} from '../soup.ts';

const LETTERS = [
  `From: "Ada via Pier" <ada@pier.example>\r\nTo: me@home.example\r\nSubject: =?utf-8?B?TGlnaHQgMQ==?=\r\nDate: Thu, 12 Nov 2026 10:00:00 +0000\r\nMessage-ID: <1@pier.example>\r\nList-Id: "Pier" <pier.example>\r\nList-Unsubscribe: <https://pier.example/leave?u=1>, <mailto:leave@pier.example>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThe lamp=\r\n is lit. https://pier.example/1\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nPGgxPkxpZ2h0PC9oMT48cD5UaGUgbGFtcCBpcyBsaXQuPC9wPjxpbWcgc3JjPSJjaWQ6YSI+\r\n--b--\r\n`,
  `From: letters@quay.example\nSubject: Two\nList-Unsubscribe: <mailto:out@quay.example>\nContent-Type: multipart/related; boundary=r\n\n--r\nContent-Type: text/html; charset=iso-8859-1\n\n<html><body><div style="display:none">Preheader</div><table><tr><td><a href="https://quay.example/view">View in browser</a><h1>Two</h1><p>Words</p><img src="cid:pic" width="600"></td></tr></table></body></html>\n--r\nContent-Type: image/png; name="a.png"\nContent-ID: <pic>\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--r--\n`,
];

const MAIL_WORDS = [
  '\r\n',
  '\n\n',
  '\n ',
  '\n	',
  '--b',
  '--b--',
  '--r',
  ': ',
  '; ',
  '=\r\n',
  '=?utf-8?Q?',
  '?=',
  '=E4',
  'From: ',
  'Subject: ',
  'List-Id: <a.b>',
  'List-Unsubscribe: <',
  'Date: ',
  'Content-Type: ',
  'charset=',
  'multipart/mixed; boundary=',
  'message/rfc822',
  'text/html',
  'base64',
  'cid:',
  ' via ',
  'group: a, b;',
  '<',
  '>',
  '@',
];

/** A mail, from its bytes to the article that a mailbox gives the library. */
async function readLetter(soup: Soup): Promise<void> {
  const mail = Buffer.from(textOf(soup));
  headerOf(mail);
  // What can't be parsed is reported by its mailbox.
  const letter = await letterIn(mail).catch(() => undefined);
  if (!letter) return;
  if (letter.leaving?.url !== undefined && !/^https?:/u.test(letter.leaving.url))
    throw new Error(`a way out of another kind: ${letter.leaving.url}`);
  const from = {location: 'letters:/mail?list=a', canonicalLocation: 'letters:/mail?list=a', url: ''};
  for (const article of assemble({articles: [letter.article]}, from).articles) {
    mustBeArticle(article);
    mustBeText(bodyToMarkdown(article.body), 'the Markdown');
  }
}

export const MAIL = [property('letters', damaged(LETTERS, [...MAIL_WORDS, ...HTML_WORDS]), readLetter)];
