import {expect, test} from 'vitest';
import {readNewsboatUrls} from '../../../source/services/exchange/newsboat-urls.ts';
import {importSources} from '../../../source/services/exchange/import-sources.ts';
import {readOpml} from '../../../source/services/exchange/opml.ts';
import {open} from '../../helpers/shelf.ts';

const opml = (body: string) => `<opml version="2.0"><head/><body>${body}</body></opml>`;

test('a list of newsboat gives addresses, names and folders, and names what it skips', () => {
  const {outlined, problems} = readNewsboatUrls(
    [
      '# feeds',
      '',
      'https://a.example/feed "~My \\"own\\" name" "daily news" tech',
      'https://b.example/feed !',
      '"query:Unread:unread = \\"yes\\""',
      '"exec:~/bin/feed.sh"',
      'filter:~/bin/f:https://c.example/',
    ].join('\n'),
  );
  expect(outlined).toEqual([
    {location: 'https://a.example/feed', title: 'My "own" name', folder: 'daily news'},
    {location: 'https://b.example/feed'},
  ]);
  expect(problems.map(({message}) => message)).toEqual([
    '“Unread” is a query of newsboat and was skipped.',
    '“exec:~/bin/feed.sh” runs a program and was skipped.',
    '“filter:~/bin/f:https://c.example/” runs a program and was skipped.',
  ]);
});

test('an outline without a feed is named, and a folder without content is not', () => {
  const {outlined, problems} = readOpml(
    opml(
      '<outline text="Folder"/><outline type="rss" text="Lost" htmlUrl="https://l.example/"/><outline type="atom" text="Bare"/><outline type="rss" text="A" url="https://a.example/f"/>',
    ),
  );
  expect(outlined).toEqual([{location: 'https://a.example/f', title: 'A'}]);
  expect(problems.map(({message}) => message)).toEqual([
    '“Lost” names no feed and was skipped.',
    '“Bare” names no feed and was skipped.',
  ]);
});

test('a name that is an address is none', () => {
  const {outlined} = readOpml(opml('<outline text="https://a.example/f" xmlUrl="https://a.example/f"/>'));
  expect(outlined).toEqual([{location: 'https://a.example/f'}]);
});

test('what is counted is what was added, one feed once however it is written', () => {
  const {library} = open();
  library.follow('https://a.example/feed', {isListed: true});
  const problems: never[] = [];
  const list = [
    'http://a.example/feed/',
    'https://b.example/',
    'https://www.b.example',
    'https://c.example/?f=1',
    'https://c.example/?f=2',
  ]
    .map(address => `<outline text="x" xmlUrl="${address}"/>`)
    .join('');
  expect(importSources(opml(list), false, library, problems).sources).toBe(3);
  expect(library.sources()).toHaveLength(4);
});

test('a category of an outline is its folder where no outline is around it', () => {
  const {outlined} = readOpml(
    opml(
      '<outline text="A" xmlUrl="https://a.example/" category="/Science/Space,/News"/><outline text="B" xmlUrl="https://b.example/" category="Science"/>',
    ),
  );
  expect(outlined.map(({folder}) => folder)).toEqual(['Science / Space', 'Science']);
});
