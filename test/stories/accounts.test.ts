import {onTestFinished, test, vi} from 'vitest';
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
  await vi.waitUntil(() => first.isStarred, {timeout: 60_000});
  terminal.act('publications');
  await terminal.until(/home synced \d\d:\d\d/);
});
