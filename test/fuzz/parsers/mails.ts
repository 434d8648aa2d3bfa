import type {Awaited} from '../../../source/domain/newsletter/awaited.ts';
import {isLetter, headOf} from '../../../source/sources/mail/message.ts';
import {lettersFetched} from '../../../source/sources/mail/open-mailbox.ts';
import {readLetters} from '../../../source/sources/mail/read-letters.ts';
import {html, letter, mail, PROSE, text} from '../../sources/mail/mails.ts';
import {HTML_WORDS} from '../documents.ts';
import {mustBeArticle, mustBeLine, mustBeLines} from '../judgement.ts';
import {property} from '../property.ts';
import {damaged, textOf} from '../soup.ts';
import type {Soup} from '../soup.ts';

const AWAITED: Awaited = {
  id: 1,
  title: 'The Harbour',
  own: ['harbour.example'],
  service: ['buttondown.com'],
  at: Date.parse('2026-11-12T07:55:00Z'),
};

const MAILS = [
  mail(letter('Subject: =?utf-8?Q?H=C3=B6he?='), text('Words.'), html(PROSE)),
  mail(letter('Subject: Confirm'), html('<p><a href="https://harbour.example/c?t=1">Confirm</a></p>')),
  mail(
    ['From: Bo <bo@harbour.example>', 'Subject: Please confirm', 'Date: Thu, 12 Nov 2026 08:00:00 +0000'],
    text('To confirm: https://harbour.example/c'),
  ),
].map(bytes => bytes.toString('latin1'));

const MAIL_WORDS = [
  ...HTML_WORDS.slice(0, 30),
  ...'\r\n|\r\n\r\n|\n|--b0undary|--b0undary--|Content-Type: |multipart/mixed; boundary=b|multipart/alternative; boundary="b0undary"|message/rfc822|text/html; charset=utf-7|charset=iso-2022-jp|Content-Transfer-Encoding: base64\r\n|quoted-printable|=?utf-8?B?G1szMW0=?=|=?x?Q?=1B[2J?=|=E2=80=AE|List-Id: |List-Id: <>|List-Unsubscribe: <|mailto:a@b.example>|https://[|http://127.0.0.1/u>|List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n|From: |From: "a" <>|Sender: x@|Message-ID: |Date: never\r\n|Date: Thu, 12 Nov 2026 08:00:00 +0000\r\n|Subject: confirm\r\n|cid:i1|Content-ID: <i1>\r\n|Content-Disposition: attachment; filename="../../x"\r\n|<a href="https://xn--harbur-yxa.example/confirm">Confirm</a>|<a href="javascript:x">confirm</a>|view in browser|unsubscribe|<!--[if mso]>|<![endif]-->|<div style="display:none">|From '.split(
    '|',
  ),
];

const {signal} = new AbortController();

/**
 * Whatever a mail holds, it becomes clean articles or a warning, and one that is no letter becomes nothing.
 */
async function readMail(soup: Soup): Promise<void> {
  const bytes = Buffer.from(textOf(soup), 'latin1');
  const read = await readLetters([{name: 'a mail', bytes}], [AWAITED], {signal});
  for (const {message} of read.warnings) mustBeLine(message, 'a warning');
  mustBeLines(read.confirmations, 'a confirmation');
  for (const {confirmation} of read.confirmations)
    if (!/^https?:/.test(confirmation.url)) throw new Error(`the browser would open ${confirmation.url}`);
  if (!isLetter(headOf(bytes)) && read.letters.length > 0) throw new Error('private mail became a letter');
  const origin = {location: '/mail', place: '/mail', name: 'Mail', url: 'file:///mail', validator: ''};
  const fetched = lettersFetched(read, {...origin, isUpdate: false}, {limits: {items: 100, depth: 90}});
  for (const part of [{fetched}, ...(fetched.kind === 'loaded' ? (fetched.parts ?? []) : [])]) {
    if (part.fetched.kind !== 'loaded') continue;
    mustBeLines(part.fetched.publication, 'the publication');
    for (const article of part.fetched.articles) mustBeArticle(article);
  }
}

export const MAILBOX = [property('a mail as it is stored', damaged(MAILS, MAIL_WORDS), readMail)];
