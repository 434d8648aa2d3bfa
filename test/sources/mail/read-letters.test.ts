import {expect, test} from 'vitest';
import {readLetters} from '../../../source/sources/mail/read-letters.ts';
import {html, letter, mail, text} from './mails.ts';

const signal = new AbortController().signal;

const read = (...mails: readonly Buffer[]) =>
  readLetters(
    mails.map((bytes, index) => ({name: `letter ${index}`, bytes})),
    [],
    {signal},
  );

const good = mail(letter('Subject: Good'), text('Words of a good letter.'));

test('a letter of rules without end is read in work that grows no faster than it does', async () => {
  for (const body of [
    `hi${'\n---\nx'.repeat(30_000)}\n${'tail words '.repeat(20_000)}`,
    `hi${`\n---${' \n'.repeat(50)}`.repeat(2000)}`,
    `hi\n---${'\n'.repeat(100_000)}x`,
  ]) {
    const {letters} = await read(mail(letter('Subject: Rules'), text(body)), good);
    expect(letters.map(({article}) => article.title)).toHaveLength(2);
  }
});

test('a letter of more parts than anybody writes is left out by its name, and costs no other', async () => {
  const parts = Buffer.concat([
    mail(letter('Subject: Parts', 'Content-Type: multipart/mixed; boundary=B'), text('')).subarray(0, -1),
    Buffer.from('--B\r\n\r\nx\r\n'.repeat(20_000)),
  ]);
  const {letters, warnings} = await read(parts, good);
  expect(letters).toHaveLength(1);
  expect(warnings).toMatchObject([{message: 'letter 0 can’t be parsed as a mail.'}]);
});

test('a block of more nodes than a call takes arguments is read', async () => {
  const cell = `<table border="0"><tr><td>${'a<br>'.repeat(90_000)}`;
  const {letters} = await read(mail(letter('Subject: Hello'), html(cell)));
  expect(letters[0]?.article.body?.content).toMatch(/^<div>.*a<br>a<br>/);
});

test('a letter of more tags than anybody writes gives way to its text, or stays as it is', async () => {
  const heavy = html('<p>a'.repeat(100_001));
  const words = text('A whole letter in plain words. '.repeat(20));
  const {letters} = await read(
    mail(letter('Subject: Hello'), heavy),
    mail(letter('Subject: Hello'), text('See the page.'), heavy),
    mail(letter('Subject: Hello'), words, heavy),
  );
  expect(letters.map(({article}) => article.body?.content.trim())).toEqual([
    heavy.body,
    heavy.body,
    words.body.trim(),
  ]);
});

test.each([
  ['large', 300_000, 1],
  ['small', 3000, 75],
])(
  'a %s picture that a letter shows again and again is written as often as there is room',
  async (_, bytes, often) => {
    const {letters} = await read(
      mail(letter('Subject: Picture'), html('<img src="cid:a" width="300">'.repeat(1000)), {
        type: 'image/png',
        headers: ['Content-Transfer-Encoding: base64', 'Content-ID: <a>'],
        body: Buffer.alloc(bytes).toString('base64'),
      }),
    );
    const content = letters[0]?.article.body?.content ?? '';
    expect(content.match(/<img/g)).toHaveLength(1000);
    expect(content.match(/src="data:/g)).toHaveLength(often);
  },
);

test('a letter of more lines than anybody writes is left out by its name, and costs no other', async () => {
  const {letters, warnings} = await read(mail(letter('Subject: Lines'), text('x\n'.repeat(350_000))), good);
  expect(letters).toHaveLength(1);
  expect(warnings).toMatchObject([{message: 'letter 0 can’t be parsed as a mail.'}]);
});

test('a text beside HTML of links without an end is read', async () => {
  const links = html('<a href="'.repeat(20_000));
  const parts = mail(letter('Subject: Links', 'MIME-Version: 1.0'), text('Words.'), links);
  const mixed = Buffer.from(parts.toString().replace('multipart/alternative', 'multipart/mixed'));
  const within = mail(letter('Subject: Within'), {type: 'message/rfc822', body: mixed.toString()});
  const {letters} = await read(mixed, within);
  expect(letters.map(({article}) => article.body?.content)).toEqual([
    expect.stringContaining('Words.'),
    expect.stringContaining('Words.'),
  ]);
});

test('few large letters are a batch', async () => {
  const large = mail(letter('Subject: Large'), text('word '.repeat(2_000_000)));
  const batches: number[] = [];
  const mails = [1, 2, 3].map(number => ({name: `letter ${number}`, bytes: large}));
  const {letters} = await readLetters(mails, [], {signal}, taken => batches.push(taken.length));
  expect([...batches, letters.length]).toEqual([2, 1]);
});

test('a mail of more header than anybody writes is left out by its name', async () => {
  const {letters, warnings} = await read(mail([...letter(), `To: ${'a:'.repeat(500_000)}`], text('Words.')));
  expect(letters).toHaveLength(0);
  expect(warnings).toHaveLength(1);
});
