import {expect, test} from 'vitest';
import {knownFeed} from '../../../source/sources/discovery/known-sites.ts';

test.for([
  ['https://github.com/vadimdemedes/ink', 'https://github.com/vadimdemedes/ink/releases.atom'],
  ['https://github.com/vadimdemedes/ink/releases', 'https://github.com/vadimdemedes/ink/releases.atom'],
  [
    'https://github.com/vadimdemedes/ink/commits/main/',
    'https://github.com/vadimdemedes/ink/commits/main.atom',
  ],
  ['https://github.com/vadimdemedes/ink/tags', 'https://github.com/vadimdemedes/ink/tags.atom'],
  ['https://github.com/sindresorhus', 'https://github.com/sindresorhus.atom'],
  [
    'https://gitlab.com/group/sub/project/-/releases',
    'https://gitlab.com/group/sub/project/-/releases?format=atom',
  ],
  ['https://codeberg.org/forgejo/forgejo/releases', 'https://codeberg.org/forgejo/forgejo/releases.rss'],
  [
    'https://www.youtube.com/channel/UC123_-x/videos',
    'https://www.youtube.com/feeds/videos.xml?channel_id=UC123_-x',
  ],
  ['https://youtube.com/playlist?list=PL1&x=2', 'https://www.youtube.com/feeds/videos.xml?playlist_id=PL1'],
  ['https://www.reddit.com/r/typography/', 'https://www.reddit.com/r/typography/.rss'],
  ['https://medium.com/@ada', 'https://medium.com/feed/@ada'],
  ['https://ada.medium.com/', 'https://ada.medium.com/feed'],
  ['https://dev.to/ada', 'https://dev.to/feed/ada'],
  ['https://dev.to/t/css', 'https://dev.to/feed/tag/css'],
  ['https://ada.substack.com/archive', 'https://ada.substack.com/feed'],
  ['https://stackoverflow.com/questions/tagged/c++', 'https://stackoverflow.com/feeds/tag/c++'],
  ['https://bsky.app/profile/ada.example', 'https://bsky.app/profile/ada.example/rss'],
])('%s has its feed at %s', ([address, feed]) => {
  expect(knownFeed(address ?? '')).toBe(feed);
});

test.for([
  'https://example.com/vadimdemedes/ink',
  'https://github.com/',
  'https://github.com/features',
  'https://github.com/orgs/x',
  'https://github.com/vadimdemedes/ink/blob/main/readme.md',
  'https://github.com/vadimdemedes/ink/releases.atom',
  'https://www.youtube.com/watch?v=x',
  'https://dev.to/api/articles',
  'https://dev.to/ada/a-post',
  'https://notgithub.com/a/b',
  'https://medium.com/@ada/a-post',
])('%s stays as it is', address => {
  expect(knownFeed(address)).toBeUndefined();
});
