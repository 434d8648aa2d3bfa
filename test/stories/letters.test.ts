import {mkdir, readFile, readdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {commands} from '../helpers/commands.ts';
import {aHome, reader} from '../helpers/story.ts';
import {html, letter, mail, PROSE, text} from '../sources/mail/mails.ts';

const SECRET = 'whisperedquietly';

async function mailboxIn(home: {folder: string}): Promise<string> {
  const place = join(home.folder, 'Mail');
  for (const part of ['cur', 'new', 'tmp']) await mkdir(join(place, part), {recursive: true});
  await writeFile(join(place, 'cur/1:2,'), mail(letter('Subject: Low water'), html(PROSE)));
  await writeFile(
    join(place, 'new/2'),
    mail(
      [
        'From: Ida <ida@type.example>',
        'List-Id: <grid.type.example>',
        'Subject: Cells',
        'Message-ID: <2@t>',
        'Date: Fri, 13 Nov 2026 08:00:00 +0000',
      ],
      html(PROSE),
    ),
  );
  await writeFile(
    join(place, 'new/3'),
    mail([`From: ${SECRET}@home.example`, `Subject: ${SECRET}`], text(SECRET)),
  );
  return place;
}

test('a Maildir gives each newsletter a publication, and private mail is nowhere', async () => {
  const home = await aHome();
  const place = await mailboxIn(home);
  const inkwell = commands(home);
  expect((await inkwell(['add', place])).code).toBe(0);
  const {publications, articles} = JSON.parse((await inkwell(['list', '--json'])).stdout) as {
    publications: readonly {id: string; title: string}[];
    articles: readonly {
      title: string;
      publicationId: string;
      authors: readonly {name: string}[];
      minutes: number;
    }[];
  };
  expect(publications.map(({title}) => title).sort()).toEqual(expect.arrayContaining(['Ida', 'Mara Lind']));
  expect(articles.map(({title}) => title).sort()).toEqual(['Cells', 'Low water']);
  expect(articles.find(({title}) => title === 'Low water')).toMatchObject({
    authors: [{name: 'Mara Lind'}],
    minutes: 1,
  });
  for (const words of [['export'], ['export', '--state'], ['search', SECRET], ['sources', '--json']])
    expect((await inkwell(words)).stdout).not.toContain(SECRET);
  for (const file of await readdir(home.folder, {recursive: true, withFileTypes: true}))
    if (file.isFile() && !file.parentPath.startsWith(place))
      expect((await readFile(join(file.parentPath, file.name))).includes(SECRET)).toBe(false);
});

test('a new letter arrives by a refresh; one that was read stays read, and a removed newsletter stays away', async () => {
  const home = await aHome();
  const place = await mailboxIn(home);
  const inkwell = commands(home);
  await inkwell(['add', place]);
  await inkwell(['mark', '--read', '--query', 'title:water']);
  const {sources} = JSON.parse((await inkwell(['sources', '--json'])).stdout) as {
    sources: readonly {title: string; location: string}[];
  };
  await inkwell(['remove', sources.find(({title}) => title === 'Ida')?.location ?? '']);
  await writeFile(
    join(place, 'new/4'),
    mail(
      letter('Subject: High water').map(line => line.replace('one@', 'four@')),
      html(PROSE),
    ),
  );
  await writeFile(
    join(place, 'new/5'),
    mail(
      [
        'From: Ida <ida@type.example>',
        'List-Id: <grid.type.example>',
        'Subject: More cells',
        'Message-ID: <5@t>',
      ],
      html(PROSE),
    ),
  );
  expect((await inkwell(['refresh', '--force'])).code).toBe(0);
  const {articles} = JSON.parse((await inkwell(['list', '--json'])).stdout) as {
    articles: readonly {title: string; isRead: boolean}[];
  };
  expect(new Map(articles.map(({title, isRead}) => [title, isRead]))).toEqual(
    new Map([
      ['High water', false],
      ['Low water', true],
    ]),
  );
});

test('a letter reads as an article in the reader', async () => {
  const home = await aHome();
  const place = await mailboxIn(home);
  const terminal = reader(home, {arguments: [place]});
  await terminal.until(/Low water/);
  terminal.act('bottom');
  await terminal.until(/▌[^\n]*Low water/);
  terminal.act('open');
  await terminal.until(/Paragraph 0 about tides/);
  expect(terminal.screen()).not.toContain('leave');
});

test('the words of the command line open a single mail', async () => {
  const home = await aHome();
  const file = join(home.folder, 'one.eml');
  await writeFile(file, mail(letter('Subject: Low water'), html(PROSE)));
  expect((await commands(home)(['list', file, '--json'])).stdout).toContain('Low water');
});

test(
  'leaving names the page or the mail where one click is not offered, and asks before it sends',
  {tags: 'long'},
  async () => {
    const home = await aHome();
    const place = await mailboxIn(home);
    const inkwell = commands(home);
    await inkwell(['add', place]);
    const ida = await inkwell(['unsubscribe', 'Ida', '--json']);
    expect(ida.code).not.toBe(0);
    expect(ida.stderr).toContain('does not say how to leave');
    // Nobody is there to be asked.
    const mara = await inkwell(['unsubscribe', 'Mara Lind']);
    expect(mara.code).not.toBe(0);
    expect(mara.stderr).toMatch(/not running in a terminal/i);
    await writeFile(
      join(place, 'new/9'),
      mail(
        [
          'From: Ida <ida@type.example>',
          'List-Id: <grid.type.example>',
          'List-Unsubscribe: <mailto:leave@type.example>',
          'Subject: Last',
          'Message-ID: <9@t>',
          'Date: Sat, 14 Nov 2026 08:00:00 +0000',
        ],
        html(PROSE),
      ),
    );
    expect(JSON.parse((await inkwell(['unsubscribe', 'Ida', '--json'])).stdout)).toMatchObject({
      outcome: 'needs-mail',
      page: 'mailto:leave@type.example',
    });
  },
);

const numbers = (count: number) => Array.from({length: count}, (_, index) => `Letter ${count - 1 - index}`);

test(
  'a mailbox of more letters than are held in memory is stored whole, the newest first',
  {tags: 'long'},
  async () => {
    const home = await aHome();
    const place = join(home.folder, 'Mail');
    for (const part of ['cur', 'new', 'tmp']) await mkdir(join(place, part), {recursive: true});
    const deliver = async (from: number, to: number): Promise<void> => {
      for (let number = from; number < to; number++) {
        const date = new Date(Date.UTC(2026, 0, 1) + number * 3_600_000).toUTCString();
        const headers = letter(`Subject: Letter ${number}`).filter(
          line => !/^(?:Date|Message-ID):/.test(line),
        );
        await writeFile(
          join(place, 'new', `${String(number).padStart(5, '0')}.x`),
          mail([...headers, `Message-ID: <${number}@h>`, `Date: ${date}`], text(`Words of ${number}.`)),
        );
      }
    };
    await deliver(0, 250);
    const inkwell = commands(home);
    expect((await inkwell(['add', place])).code).toBe(0);
    const titles = async () =>
      (await inkwell(['list', '--limit', '999', '--format', '{title}'])).stdout.trim().split('\n');
    expect(await titles()).toEqual(numbers(250));
    await deliver(250, 420);
    expect((await inkwell(['refresh', '--force'])).stderr).toContain('170 new articles');
    expect(await titles()).toEqual(numbers(420));
  },
);
