import {expect, test} from 'vitest';
import {choiceFor, faultOfBrowser, kindOf} from '../../../source/domain/command/browser-choice.ts';

const choices = [
  {for: '*://*.example.com/watch*', run: 'tube'},
  {for: 'audio', run: 'player'},
  {for: 'video', run: 'mpv'},
  {for: 'mail', run: 'mutt'},
];

test.each([
  ['https://www.example.com/watch?v=1', undefined, 'tube'],
  ['https://WWW.EXAMPLE.COM/watch', undefined, 'tube'],
  ['https://example.org/watch?v=1', undefined, undefined],
  ['https://example.org/a.MP3?x=1', undefined, 'player'],
  ['https://example.org/a', 'audio/mpeg', 'player'],
  ['https://example.org/a.mp3', 'video/mp4', 'mpv'],
  ['https://example.org/?file=a.mp4', undefined, undefined],
  ['mailto:a@example.com', undefined, 'mutt'],
])('%s of type %s is opened by %s', (address, type, run) => {
  expect(choiceFor(choices, address, type)?.run).toBe(run);
});

const found = (pattern: string, address: string): boolean =>
  choiceFor([{for: pattern, run: 'x'}], address) !== undefined;

test('a pattern is held to both ends, and its pieces may not overlap', () => {
  expect(found('https://a/*', 'https://a/b')).toBe(true);
  expect(found('https://a/*', 'http://b/https://a/')).toBe(false);
  expect(found('*ab*ba', 'aba')).toBe(false);
  expect(found('*ab*ba', 'abba')).toBe(true);
  expect(found('https://a/b', 'https://a/b')).toBe(true);
});

test('an address cannot make a pattern slow', () => {
  expect(
    choiceFor([{for: `${'*a'.repeat(50)}*b`, run: 'x'}], `https://${'a'.repeat(200_000)}`),
  ).toBeUndefined();
});

test('kinds are told by the media type before the ending', () => {
  expect(kindOf('https://example.com/a.png')).toBe('image');
  expect(kindOf('https://example.com/a.png', 'application/pdf')).toBe('image');
  expect(kindOf('not an address.mp4')).toBeUndefined();
});

test.each([
  [{for: 'video', run: 'mpv'}, undefined],
  [{for: 'text', run: 'x'}, 'a browser has no "for": video, audio, image, mail, or a pattern'],
  [{for: 'video'}, 'the browser for video has no "run"'],
  [{for: 'video', run: 'x\ny'}, 'the browser for video has no "run"'],
  [{for: 'video', run: 'x', terminal: 'yes'}, 'neither true nor false'],
  [{for: 'video', run: 'x', shell: true}, 'has "shell", which is not a part of a browser'],
  ['mpv', 'a browser is not an object'],
])('%j has this fault: %s', (given, fault) => {
  if (fault === undefined) expect(faultOfBrowser(given)).toBeUndefined();
  else expect(faultOfBrowser(given)).toContain(fault);
});
