/** Newsletters and letters of each, as the figures in docs/performance.md were taken with. */
export const LISTS = 20;

const WORDS =
  'tide mooring harbour water patience rope keeper lamp stone winter ledger letter north signal weather boat quiet engine market river'.split(
    ' ',
  );
/** Words of one letter: with its layout it has some 27 kB. */
const LENGTH = 1300;

/** One letter of 27 kB, with text and HTML in layout tables, as services of newsletters send them. */
export function letter(number: number): Buffer {
  const list = number % LISTS;
  const prose = paragraphs(number);
  const rows = prose
    .map(
      (words, index) =>
        `<tr><td class="section" style="padding:12px 24px;font-family:Georgia,serif;font-size:16px;line-height:24px;color:#222222;" align="left" valign="top"><p style="margin:0 0 16px;"><a href="https://click.list${list}.example/${number}/${index}" style="color:#225577;text-decoration:underline;">${words.slice(0, 3).join(' ')}</a> ${words.slice(3).join(' ')}.</p></td></tr>`,
    )
    .join('\n');
  const html = `<!doctype html><html><head><meta charset="utf-8"><title>Letter ${number}</title><style>${'.section{max-width:600px} @media(max-width:600px){.section{padding:8px!important}}\n'.repeat(12)}</style></head><body>
<div style="display:none;max-height:0;overflow:hidden">${prose[0]?.slice(0, 9).join(' ')}&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center"><p><a href="https://list${list}.example/view/${number}">View in browser</a></p>
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0">
<tr><td><h1>Letter ${number} of list ${list}</h1></td></tr>
${rows}
<tr><td><img src="https://list${list}.example/open/${number}.gif" width="1" height="1"></td></tr>
<tr><td><p>You receive this because you signed up at list${list}.example.</p><p><a href="https://list${list}.example/leave/${number}">Unsubscribe</a> · 1 Quay Street</p></td></tr>
</table></td></tr></table></body></html>`;
  const text = prose.map(words => `${words.join(' ')}.`).join('\n\n');
  return Buffer.from(
    [
      `Return-Path: <bounce-${number}@list${list}.example>`,
      `Received: from mail.list${list}.example by mx.example; ${date(number)}`,
      `DKIM-Signature: v=1; a=rsa-sha256; d=list${list}.example; s=one; h=from:subject; b=${'A1b2C3d4'.repeat(40)}`,
      `From: "Keeper ${list}" <news@list${list}.example>`,
      'To: reader@example.com',
      `Subject: =?utf-8?Q?Letter_${number}_=E2=80=94_the_news_of_the_harbour?=`,
      `Message-ID: <${number}@list${list}.example>`,
      `Date: ${date(number)}`,
      `List-Id: The Harbour ${list} <weekly.list${list}.example>`,
      `List-Unsubscribe: <https://list${list}.example/leave/${number}>`,
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
      'MIME-Version: 1.0',
      'Content-Type: multipart/alternative; boundary="bound"',
      '',
      '--bound',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      quotedPrintable(text),
      '--bound',
      'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      quotedPrintable(html),
      '--bound--',
      '',
    ].join('\r\n'),
  );
}

function date(number: number): string {
  return new Date(Date.UTC(2020, 0, 1) + number * 10_000_000).toUTCString();
}

/** Words that differ from letter to letter, the same in each run. */
function paragraphs(number: number): readonly (readonly string[])[] {
  let seed = number * 2_654_435_761 + 1;
  const next = (): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return seed / 2 ** 32;
  };
  const words = Array.from({length: LENGTH}, (_, index) =>
    index % 17 === 0 ? `w${Math.floor(next() * 9000)}` : (WORDS[Math.floor(next() * WORDS.length)] ?? ''),
  );
  return Array.from({length: LENGTH / 50}, (_, index) => words.slice(index * 50, index * 50 + 50));
}

function quotedPrintable(text: string): string {
  const bytes = Buffer.from(text, 'utf8');
  let line = '';
  const lines: string[] = [];
  for (const byte of bytes) {
    if (byte === 10) {
      lines.push(line);
      line = '';
      continue;
    }
    const isPlain = byte >= 32 && byte < 127 && byte !== 61;
    line += isPlain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    if (line.length >= 72) {
      lines.push(`${line}=`);
      line = '';
    }
  }
  return [...lines, line].join('\r\n');
}
