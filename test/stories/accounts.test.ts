import {readFile, readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, onTestFinished, test, vi} from 'vitest';
import {PATIENCE} from '../helpers/patience.ts';
import {program} from '../helpers/program.ts';
import {aHome, reader} from '../helpers/story.ts';
import {Double} from '../sync/double.ts';

test('r syncs an account, and acts of keys reach its server', async () => {
  const double = await new Double().start();
  onTestFinished(() => double.stop());
  const feed = double.addFeed('https://one.example/feed', 'Letters from the server');
  const [first] = [
    double.addItem(feed, {title: 'The first letter'}),
    double.addItem(feed, {title: 'The second letter'}),
  ];
  const home = await aHome();
  const environment = {RSS_PASSWORD: double.account.password};
  const run = (line: string) => program(home)(line.split(' '), {environment});
  await run(`account add ${double.origin} --name home --user alice --password-env RSS_PASSWORD`);
  await run('sync');
  double.addItem(feed, {title: 'The third letter'});

  const terminal = reader(home, {environment: {...environment, INKWELL_REFRESH_ON_START: 'false'}});
  await terminal.until(/The second letter[\s\S]*1 of 2$/);
  terminal.act('refresh');
  await terminal.until('1 new article');
  terminal.act('top');
  await terminal.until(/▌ ● The third letter/);
  terminal.act('bottom');
  await terminal.until(/▌ ● The first letter/);
  terminal.act('toggle-star');
  await terminal.until(/▌.*The first letter/);
  terminal.act('refresh');
  await vi.waitUntil(() => first.isStarred, {timeout: PATIENCE});
  terminal.act('publications');
  await terminal.until(/home +synced \d\d:\d\d +3/);
  await terminal.until(/Letters from the server +home/);
});

test('an account is added, synced, tested and removed among the publications', {tags: 'long'}, async () => {
  const double = await new Double().start();
  onTestFinished(() => double.stop());
  const feed = double.addFeed('https://one.example/feed', 'Letters from the server');
  const item = double.addItem(feed, {title: 'The first letter'});
  const home = await aHome();
  const terminal = reader(home, {});
  await terminal.until('? help');
  terminal.act('publications');
  await terminal.until('Publications');
  terminal.act('add-account');
  await terminal.until('Account: ');
  terminal.type(`${double.origin} alice printf wrong`);
  terminal.press('enter');
  await terminal.until('does not accept the name or the password');
  terminal.act('add-account');
  terminal.press('up');
  await terminal.until('printf wrong');
  terminal.press('ctrl+w');
  terminal.type(double.account.password);
  terminal.press('enter');
  await terminal.until(/127\.0\.0\.1 +synced \d\d:\d\d +1 +1/);
  await terminal.until(/Letters from the server +127\.0\.0\.1/);

  terminal.act('find');
  terminal.type('127');
  terminal.press('enter');
  await terminal.until('e test');
  terminal.act('arrange');
  await terminal.until('127.0.0.1: signed in, 1 feed, 1 unread');

  await double.stop();
  terminal.act('mark-all-read');
  terminal.press('y');
  await terminal.until('1 waiting to be sent');
  terminal.act('remove');
  await terminal.until('acts are lost.');
  terminal.press('n');
  await double.start(Number(new URL(double.origin).port));
  terminal.act('refresh');
  await vi.waitUntil(() => item.isRead, {timeout: PATIENCE});
  await terminal.until(/127\.0\.0\.1 +synced \d\d:\d\d +1/);
  terminal.act('remove');
  await terminal.until('Its feeds leave your list.');
  terminal.press('y');
  await terminal.until('Nothing is called');
  // The line may have gone by now, but it is kept among the messages.
  terminal.act('notices');
  await terminal.until('Removed 127.0.0.1. 1 feed left your list.');
  const {stdout} = await program(home)(['account', 'list', '--json'], {});
  expect(JSON.parse(stdout)).toMatchObject({accounts: []});
});

test(
  'a password that nothing gives is asked for, when an account is added and in each later run',
  {tags: 'long'},
  async () => {
    const double = await new Double().start();
    onTestFinished(() => double.stop());
    const {password} = double.account;
    const feed = double.addFeed('https://one.example/feed', 'Letters from the server');
    const item = double.addItem(feed, {title: 'The first letter'});
    const home = await aHome();
    const first = reader(home, {});
    await first.until('? help');
    first.act('publications');
    await first.until('Publications');
    first.act('add-account');
    await first.until('Account: ');
    first.type(`${double.origin} alice`);
    first.press('enter');
    await first.until(`Password of alice at ${double.origin}: `);
    first.paste(`${password}\r`);
    await first.until('●'.repeat(password.length));
    first.press('enter');
    await first.until(/127\.0\.0\.1 +synced \d\d:\d\d +1 +1/);
    first.act('find');
    first.type('127');
    first.press('enter');
    await first.until('e test');
    first.act('mark-all-read');
    first.press('y');
    await first.until('1 waiting to be sent');
    first.press('Q');
    await first.exit();

    const later = reader(home, {});
    await later.until('127.0.0.1 waits for its password');
    later.act('publications');
    await later.until(/127\.0\.0\.1 +password needed, 1 waiting to be sent, synced/);
    later.act('find');
    later.type('127');
    later.press('enter');
    await later.until('r password');
    later.act('refresh');
    await later.until('Password of 127.0.0.1: ');
    later.type('wrong');
    later.press('enter');
    await later.until('does not accept the name or the password');
    await later.until(/127\.0\.0\.1 +password needed, 1 waiting to be sent, synced/);
    later.act('refresh');
    await later.until('Password of 127.0.0.1: ');
    later.press('up');
    double.addItem(feed, {title: 'The second letter'});
    later.type(password);
    later.press('enter');
    await later.until(/127\.0\.0\.1 +synced \d\d:\d\d +1 +2/);
    expect(item.isRead).toBe(true);
    later.press('Q');
    await later.exit();

    for (const {output} of [first, later]) expect(output).not.toContain(password);
    const names = await readdir(home.folder, {recursive: true, withFileTypes: true});
    for (const one of names)
      if (one.isFile())
        expect(await readFile(join(one.parentPath, one.name), 'latin1')).not.toContain(password);
  },
);
