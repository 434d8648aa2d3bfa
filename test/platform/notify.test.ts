import {chmod, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {notifierOf, notifyDesktop} from '../../source/platform/notify.ts';
import {notificationProtocol} from '../../source/screen/notification-protocol.ts';

test.each([
  [{TERM: 'xterm-kitty'}, '99'],
  [{TERM: 'foot'}, '777'],
  [{TERM: 'rxvt-unicode-256color'}, '777'],
  [{TERM: 'xterm-256color', TERM_PROGRAM: 'WezTerm'}, '777'],
  [{TERM: 'xterm-ghostty'}, '777'],
  [{TERM: 'xterm-256color', TERM_PROGRAM: 'iTerm.app'}, '9'],
  [{TERM: 'xterm-256color'}, undefined],
  [{TERM: 'xterm-kitty', TMUX: '/tmp/tmux'}, undefined],
])('a terminal of %j is asked by %s', (environment, protocol) => {
  expect(notificationProtocol(environment)).toBe(protocol);
});

const hostile = 'A \u0007\u001B]0;owned\u0007; title;with \u009D0;x\u009C <b>marks</b> & "quotes" $(touch x)';

async function written(environment: NodeJS.ProcessEnv): Promise<string> {
  let bytes = '';
  await notifyDesktop(
    {title: 'Inkwell', text: hostile},
    {by: 'auto', write: text => (bytes += text), environment},
  );
  return bytes;
}

test('nothing in a title ends the sequence or begins another', async () => {
  const nine = await written({TERM_PROGRAM: 'iTerm.app'});
  expect(nine).toMatch(/^\u001B\]9;Inkwell: [^\u0000-\u001F\u007F-\u009F]*\u0007$/u);
  const seven = await written({TERM: 'foot'});
  expect(seven).toMatch(/^\u001B\]777;notify;Inkwell;[^\u0000-\u001F\u007F-\u009F;]*\u0007$/u);
  const kitty = await written({TERM: 'xterm-kitty'});
  expect(kitty).toMatch(/^(?:\u001B\]99;i=inkwell:d=[01]:e=1:p=(?:title|body);[\w+/=]*\u001B\\){2}$/u);
});

test.skipIf(process.platform !== 'linux')('the desktop’s program gets the texts as arguments', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'inkwell-notify-'));
  const program = join(folder, 'notify-send');
  await writeFile(program, `#!/bin/sh\nprintf '%s\\n' "$@" > "${folder}/said"\n`);
  await chmod(program, 0o755);
  const environment = {...process.env, PATH: `${folder}:${process.env['PATH'] ?? ''}`};
  await notifyDesktop(
    {title: 'Inkwell', text: `--urgency=critical <i>${hostile}`},
    {by: 'desktop', environment},
  );
  const said = (await readFile(join(folder, 'said'), 'utf8')).split('\n');
  expect(said.slice(0, 4)).toEqual(['-a', 'Inkwell', '--', 'Inkwell']);
  expect(said[4]).toMatch(
    /^--urgency=critical &lt;i&gt;A .*&lt;b&gt;marks&lt;\/b&gt; &amp; "quotes" \$\(touch x\)$/u,
  );
  await rm(folder, {recursive: true});
});

test('on no desktop is a title taken for an option of the program', () => {
  const title = '-eproperty p : (do shell script "touch x")';
  for (const platform of ['darwin', 'linux'] as const) {
    const words = notifierOf(platform, 'Inkwell', title);
    expect(words.indexOf('--')).toBeGreaterThan(0);
    expect(words.indexOf('--')).toBeLessThan(words.indexOf(title));
    expect(words.slice(0, words.indexOf('--')).join(' ')).not.toContain('shell');
  }
});

test.skipIf(process.platform !== 'linux')('where nobody can be notified it says so', async () => {
  await expect(
    notifyDesktop({title: 'Inkwell', text: 'x'}, {by: 'auto', environment: {PATH: '/nowhere'}}),
  ).rejects.toThrow('Nobody could be notified: notify-send is missing or failed.');
  await expect(
    notifyDesktop(
      {title: 'Inkwell', text: 'x'},
      {by: 'terminal', write: () => {}, environment: {TERM: 'xterm'}},
    ),
  ).rejects.toThrow('This terminal has no notifications that Inkwell knows of.');
});
