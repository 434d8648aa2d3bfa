import {expect, test} from 'vitest';
import {readLetters} from '../../../source/sources/mail/read-letters.ts';
import {letter, mail, text} from './mails.ts';

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
