import {expect, test} from 'vitest';
import {withoutPassword, withoutPasswords} from '../../../source/domain/publication/passwords.ts';

test.each([
  ['https://jo:ochre@a.example/x', 'https://jo:***@a.example/x'],
  [
    'see http://:p%40ss@a.example and http://b.example/@c:d',
    'see http://:***@a.example and http://b.example/@c:d',
  ],
  ['https://jo:och@re@a.example/x', 'https://jo:***@a.example/x'],
  ['https://jo:OCHRE 2@a.example/ is none', 'https://jo:***@a.example/ is none'],
  ['https://jo:OCH#RE@a.example', 'https://jo:***@a.example'],
  ['https://jo:OCH/RE?@a.example', 'https://jo:***@a.example'],
  ['no file /tmp/https:/jo:ochre@a.example', 'no file /tmp/https:/jo:***@a.example'],
  ['https:jo:ochre@a.example', 'https:jo:***@a.example'],
  ['https:\\\\jo:ochre@a.example', 'https:\\\\jo:***@a.example'],
  ['//jo:ochre@a.example', '//jo:***@a.example'],
  ['https://jo@b.example:ochre@a.example', 'https://jo@b.example:***@a.example'],
  ['https://j\to:och\tre@a.example', 'https://j\to:***@a.example'],
  [`https://jo:${'OCHRE'.repeat(300)}@a.example/feed`, 'https://jo:***@a.example/feed'],
  [`https://jo:${'OCH/RE'.repeat(300)}@a.example/feed`, 'https://jo:***@a.example/feed'],
  ['https://j o:ochre@a.example/feed', 'https://j o:***@a.example/feed'],
  ['jo:ochre@a.example/feed', 'jo:***@a.example/feed'],
  ['“jo:ochre@a.example” is no folder', '“jo:***@a.example” is no folder'],
  ['mailto:jo@a.example', 'mailto:jo@a.example'],
  ['acct:jo@a.example', 'acct:jo@a.example'],
  ['imaps://jo@a.example/News', 'imaps://jo@a.example/News'],
  ['https://jo@a.example:8080/x@y', 'https://jo@a.example:8080/x@y'],
  ['https://jo@a.example/', 'https://jo@a.example/'],
  ['http://a.example:8080/@jo and ada@b.example', 'http://a.example:8080/@jo and ada@b.example'],
  ['See https://a.example: ask jo@b.example', 'See https://a.example: ask jo@b.example'],
  ['https://feed:ochre@a.example/', 'https://feed:***@a.example/'],
  ['https://me.http:ochre@a.example/', 'https://me.http:***@a.example/'],
  ['imaps://imap:ochre@a.example/INBOX', 'imaps://imap:***@a.example/INBOX'],
  ['No answer from https://feed:12345@a.example/.', 'No answer from https://feed:***@a.example/.'],
  ['http:////jo:ochre@a.example/', 'http:////jo:***@a.example/'],
  ['“http:////jo:ochre@a.example/” is odd', '“http:////jo:***@a.example/” is odd'],
  ['http://jo: ochre@a.example/', 'http://jo:***@a.example/'],
  ['http://jo:feed:ochre@a.example/', 'http://jo:***@a.example/'],
  ['https://jo:123 ochre@a.example/', 'https://jo:***@a.example/'],
  ['https://jo:a http:ochre@a.example/', 'https://jo:***@a.example/'],
  ['https://jo:x://ochre@a.example', 'https://jo:***@a.example'],
  ['http://[fd00::5]/@alice.rss', 'http://[fd00::5]/@alice.rss'],
  ['at http://[::1]:7601/@alice.rss now', 'at http://[::1]:7601/@alice.rss now'],
  ['http://jo:ochre@[::1]:7601/@alice', 'http://jo:***@[::1]:7601/@alice'],
  ['At https://a.example:443. Mail jo@b.example', 'At https://a.example:443. Mail jo@b.example'],
  ['(https://a.example:8080) jo@b.example', '(https://a.example:8080) jo@b.example'],
  ['https://a.example/a?b=http:c:d/e@f', 'https://a.example/a?b=http:c:d/e@f'],
  ['Re:ada@b.example', 'Re:ada@b.example'],
  ['/home/page:https:/jo:ochre@a.example/x is no file', '/home/page:https:/jo:***@a.example/x is no file'],
  ['mail jo@a.example', 'mail jo@a.example'],
])('the password in %s is not shown', (text, shown) => {
  expect(withoutPassword(text)).toBe(shown);
});

test('passwords in JSON are not shown, however their addresses are written', () => {
  const given = {
    sources: ['https://jo:OCHRE 2@a.example/', {at: 'https:/jo:o"chre@a.example'}, 'jo:ochre@a.example'],
    long: `https://jo:${'ochre'.repeat(500)}@a.example/`,
    title: '//a:b@c',
  };
  expect(JSON.parse(withoutPasswords(JSON.stringify(given)))).toEqual({
    sources: ['https://jo:***@a.example/', {at: 'https:/jo:***@a.example'}, 'jo:***@a.example'],
    long: 'https://jo:***@a.example/',
    title: '//a:b@c',
  });
});

test('passwords are looked for in one pass, however many addresses there are', () => {
  // A second look at each address from each would take minutes.
  for (const one of ['https://jo:a/ ', '"a:x', '(a:x', 'a://b:x@', 'http:', 'scheme://', '@@'])
    expect(withoutPassword(`${one.repeat(200_000)}@`).endsWith('@')).toBe(true);
});
