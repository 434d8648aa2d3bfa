import {expect, test} from 'vitest';
import {provisionalTitle, readableAddress, webAddress} from '../../../source/domain/publication/location.ts';

test.each([
  ['https://example.org/feed.xml', 'example.org/feed.xml'],
  ['http://ada:secret@example.org/', 'example.org'],
  ['http://ada:sec#ret@example.org/', 'example.org'],
  ['/home/ada/notes', 'notes'],
  ['/home/ada/notes/', 'notes'],
  ['/', '/'],
])('until it is read, %s is called “%s”', (location, title) => {
  expect(provisionalTitle(location)).toBe(title);
});

test.each([
  ['localhost:8080/feed.xml', 'http://localhost:8080/feed.xml'],
  ['localhost', 'http://localhost/'],
  ['127.0.0.1:8080', 'http://127.0.0.1:8080/'],
  ['192.168.1.4/rss', 'http://192.168.1.4/rss'],
  ['[::1]:8080/x', 'http://[::1]:8080/x'],
  ['nas:8080/feed', 'http://nas:8080/feed'],
  ['bücher.example', 'https://xn--bcher-kva.example/'],
  ['почта.рф/лента', 'https://xn--80a1acny.xn--p1ai/%D0%BB%D0%B5%D0%BD%D1%82%D0%B0'],
  ['example.com/feed.xml', 'https://example.com/feed.xml'],
  ['https:/jo:ochre@a.example/x', 'https://jo:ochre@a.example/x'],
  ['https:a.example', 'https://a.example/'],
  ['//jo:ochre@a.example', 'https://jo:ochre@a.example/'],
  ['//server/share', undefined],
  ['feed.xml', undefined],
  ['notes.md', undefined],
  ['docs.example/notes.md', undefined],
  ['C:\\notes', undefined],
])('%s typed is the address %s', (typed, address) => {
  expect(webAddress(typed)).toBe(address);
});

test('an address is read without what stands before its host', () => {
  expect(readableAddress('https://bank.com@evil.test/a@b')).toBe('https://evil.test/a@b');
  expect(readableAddress('https://evil.test/a@b')).toBe('https://evil.test/a@b');
  expect(readableAddress('mailto:a@b.test')).toBe('mailto:a@b.test');
});
