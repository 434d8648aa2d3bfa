import {expect, test} from 'vitest';
import {letterIn} from '../../../source/sources/mail/message.ts';
import {html, letter, mail, PROSE, text} from './mails.ts';

const words = (content: string | undefined): string =>
  (content ?? '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

test('a letter has its list, name, author, date and subject', async () => {
  const found = await letterIn(mail(letter('Subject: =?utf-8?B?RWJiZSAmIEZsdXQ=?='), html(PROSE)));
  expect(found).toMatchObject({
    list: 'weekly.harbour.example',
    name: 'Mara Lind',
    at: Date.parse('2026-11-12T08:00:00Z'),
    leaving: {
      url: 'https://harbour.example/leave/7',
      mailto: 'mailto:leave@harbour.example',
      isOneClick: true,
    },
    article: {
      guid: '<one@harbour.example>',
      title: {content: 'Ebbe & Flut', format: 'text'},
      authors: [{name: 'Mara Lind'}],
    },
  });
});

test('a way to leave has no header of the list’s choice, and a list no endless name', async () => {
  const found = await letterIn(
    mail(
      [
        'From: a@b.example',
        `List-Id: ${'<'.repeat(100_000)}`,
        'List-Unsubscribe: <mailto:out@b.example?subject=x%0D%0ABcc:c@d.example>',
      ],
      text('Hello'),
    ),
  );
  expect(found?.list).toBe('a@b.example');
  expect(found?.leaving).toBeUndefined();
});

test.each([
  ['a private mail', ['From: friend@home.example', 'Subject: Hello']],
  ['a receipt', ['From: shop@shop.example', 'Subject: Your order', 'Precedence: bulk']],
  [
    'a mail that only speaks of lists',
    ['From: a@b.example', 'Subject: List-Id: nonsense', 'X-List-Id: <x.y>'],
  ],
])('%s is not a letter', async (_, headers) => {
  expect(await letterIn(mail(headers, text('Hello')))).toBeUndefined();
});

test('words like List-Id in the body make no letter', async () => {
  expect(
    await letterIn(mail(['From: a@b.example', 'Subject: x'], text('\nList-Id: <a.b>\n'))),
  ).toBeUndefined();
});

test('a sender, or a whole domain, that the reader names is a letter', async () => {
  const plain = mail(['From: Ada <Ada@notes.example>', 'Subject: Notes'], text('Words.'));
  expect(await letterIn(plain, new Set(['ada@notes.example']))).toMatchObject({
    list: 'ada@notes.example',
    name: 'Ada',
  });
  expect(await letterIn(plain, new Set(['@notes.example']))).toMatchObject({list: 'ada@notes.example'});
  expect(await letterIn(plain, new Set(['@example']))).toBeUndefined();
});

test.each([
  ['Ada Brandt via Letterpress', 'Ada Brandt'],
  ['"Brandt, Ada"', 'Brandt, Ada'],
  ['=?iso-8859-1?Q?Andr=E9?=', 'André'],
])('the sender %s is named %s', async (from, name) => {
  const found = await letterIn(
    mail([`From: ${from} <a@b.example>`, 'List-Id: <1.b.example>', 'Subject: x'], text('Hi')),
  );
  expect(found?.name).toBe(name);
  expect(found?.article.authors).toEqual([{name}]);
});

test('without a Message-ID, a date or a subject a letter still has an identity and a title', async () => {
  const found = await letterIn(mail(['From: a@b.example', 'List-Id: <n.b.example>'], text('Words.')));
  expect(found?.article.guid).toContain('n.b.example');
  expect(found?.article.title?.content).toBe('Without a subject');
  expect(found?.at).toBeUndefined();
});

test.each([
  ['plain http', '<http://a.example/u>', 'List-Unsubscribe=One-Click', false],
  ['no post header', '<https://a.example/u>', '', false],
  ['https and the post header', '<https://a.example/u>', 'List-Unsubscribe=One-Click', true],
])('one click needs https and its header: %s', async (_, target, post, isOneClick) => {
  const headers = [
    'From: a@b.example',
    `List-Unsubscribe: ${target}`,
    ...(post ? [`List-Unsubscribe-Post: ${post}`] : []),
  ];
  expect((await letterIn(mail(headers, text('x'))))?.leaving?.isOneClick).toBe(isOneClick);
});

test('layout tables become paragraphs in reading order; a table of data stays', async () => {
  const found = await letterIn(
    mail(
      letter('Subject: Tables'),
      html(`<table role="presentation"><tr><td><table cellpadding="0"><tr><td><p>First</p></td><td><p>Second</p></td></tr></table></td></tr></table>
        <table><thead><tr><th>Port</th><th>Depth</th></tr></thead><tr><td>Bergen</td><td>11</td></tr></table>${PROSE}`),
    ),
  );
  const content = found?.article.body?.content ?? '';
  expect(words(content)).toMatch(/^First Second Port Depth Bergen 11 Paragraph 0/);
  expect(content.match(/<table/g)).toHaveLength(1);
});

test.each([
  ['display', 'display:none'],
  ['no height', 'max-height:0; overflow:hidden'],
  ['no opacity', 'opacity:0'],
  ['tiny letters', 'font-size:1px;color:#ffffff'],
  ['Outlook alone', 'mso-hide:all'],
])('a preheader hidden by %s is the excerpt and not the text', async (_, style) => {
  const found = await letterIn(
    mail(
      letter('Subject: Low water'),
      html(`<div style="${style}">What the ebb uncovers &#847;&zwnj;&nbsp;&#847;&zwnj;</div>${PROSE}`),
    ),
  );
  expect(found?.article.excerpt?.content).toBe('What the ebb uncovers');
  expect(words(found?.article.body?.content)).toMatch(/^Paragraph 0/);
});

test('pixels, styles, conditional comments and a heading that repeats the subject are gone', async () => {
  const found = await letterIn(
    mail(
      letter('Subject: The tide tables'),
      html(
        `<style>p{color:red}</style><!--[if mso]><p>Outlook</p><![endif]--><h1>The Tide Tables</h1>${PROSE}<img src="https://t.example/o.gif" width="1" height="1">`,
      ),
    ),
  );
  const content = found?.article.body?.content ?? '';
  expect(content).not.toMatch(/color:red|Outlook|The Tide Tables|o\.gif/);
  expect(words(content)).toMatch(/^Paragraph 0.*Paragraph 11/);
});

test.each([
  'View this email in your browser',
  'Read online',
  'Im Browser ansehen',
  'Voir dans votre navigateur',
  'Ver en tu navegador',
  'Visualizza nel browser',
  'ブラウザで表示',
])('“%s” becomes the address of the web version', async phrase => {
  const found = await letterIn(
    mail(letter('Subject: x'), html(`<p><a href="https://click.example/v?1">${phrase}</a></p>${PROSE}`)),
  );
  expect(found?.article.url).toBe('https://click.example/v?1');
  expect(words(found?.article.body?.content)).toMatch(/^Paragraph 0/);
});

test.each([
  '<p>You are receiving this because you signed up.</p><p><a href="https://x.example/u">Unsubscribe</a> · 1 Quay, Bergen</p>',
  '<p><a href="https://x.example/u">Abmelden</a></p>',
  '<p>Pour vous désabonner, <a href="https://x.example/u">cliquez ici</a></p>',
  '<table role="presentation"><tr><td>© 2026 Harbour</td></tr><tr><td><a href="https://x.example/u">Manage preferences</a></td></tr></table>',
])('the footer is left out: %s', async footer => {
  const found = await letterIn(mail(letter('Subject: x'), html(PROSE + footer)));
  expect(words(found?.article.body?.content)).toMatch(/everybody\.$/);
});

test('a letter about unsubscribing keeps its words', async () => {
  const long = `<p>${'How to unsubscribe from everything, a long essay. '.repeat(30)}</p>`;
  const found = await letterIn(mail(letter('Subject: x'), html(PROSE + long)));
  expect(words(found?.article.body?.content)).toContain('a long essay');
});

test('pictures alone give way to a text part that has words', async () => {
  const plain = 'A whole letter in plain words. '.repeat(20);
  const found = await letterIn(
    mail(letter('Subject: x'), text(plain), html('<img src="https://x.example/all.png"><p>Buy</p>')),
  );
  expect(found?.article.body).toEqual({format: 'text', content: plain.trim()});
});

test('a picture of the mail itself is shown from the mail', async () => {
  const body = [
    'Subject: Picture',
    'From: a@b.example',
    'List-Id: <n.b.example>',
    'Content-Type: multipart/related; boundary=r',
    '',
    '--r',
    'Content-Type: text/html',
    '',
    `${PROSE}<img src="cid:map@b" alt="Map" width="300">`,
    '--r',
    'Content-Type: image/png',
    'Content-ID: <map@b>',
    'Content-Transfer-Encoding: base64',
    '',
    'iVBORw0KGgo=',
    '--r--',
    '',
  ].join('\r\n');
  const found = await letterIn(Buffer.from(body));
  expect(found?.article.body?.content).toContain('src="data:image/png;base64,iVBORw0KGgo="');
});

test('charsets are decoded by what they are named', async () => {
  const bytes = Buffer.concat([
    Buffer.from(
      'From: a@b.example\r\nList-Id: <n.b.example>\r\nSubject: x\r\nContent-Type: text/plain; charset=windows-1252\r\n\r\n',
    ),
    Buffer.from([0x93, 0x48, 0x69, 0x94, 0x20, 0x80]),
  ]);
  expect((await letterIn(bytes))?.article.body?.content).toBe('“Hi” €');
});

test('parts nested too deep are refused, not followed for ever', async () => {
  let body = 'Content-Type: text/plain\r\n\r\nInnermost';
  for (let depth = 0; depth < 400; depth++)
    body = `Content-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}\r\n${body}\r\n--b${depth}--\r\n`;
  await expect(letterIn(Buffer.from(`List-Id: <a.b>\r\nFrom: a@b.example\r\n${body}`))).rejects.toThrow(
    /nest/i,
  );
});

test('many nested hidden blocks take work that grows with the mail', async () => {
  const deep = `${'<div style="display:none">'.repeat(1500)}words here${'</div>'.repeat(1500)}`;
  const found = await letterIn(mail(letter('Subject: x'), html(deep + PROSE)));
  expect(words(found?.article.body?.content)).toMatch(/^Paragraph 0/);
});

test('a sender of half a megabyte of brackets or blanks takes no more work than a short one', async () => {
  for (const from of ['('.repeat(500_000), `a${' '.repeat(60_000)}b <a@b.example>`]) {
    const found = await letterIn(
      mail(['List-Id: <n.b.example>', 'Subject: x', `From: ${from}`], text('Words.')),
    );
    expect(found?.list).toBe('n.b.example');
  }
});
