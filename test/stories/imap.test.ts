/** @module-tag long */

import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {canServeMail, mailServer} from '../helpers/dovecot.ts';
import {program} from '../helpers/program.ts';
import {aHome, reader} from '../helpers/story.ts';
import {aWayTo} from '../helpers/way-to.ts';
import {html, letter, mail, PROSE} from '../sources/mail/mails.ts';
import type {Terminal} from '../helpers/terminal.ts';

test.skipIf(!canServeMail)(
  'a folder of an IMAP server is followed, and its password is stored nowhere',
  async () => {
    const server = await mailServer();
    onTestFinished(server.close);
    await server.deliver('Gr&APwA3w-e', [mail(letter('Subject: Low water'), html(PROSE))]);
    const home = await aHome();
    const environment = {...home.environment, NODE_EXTRA_CA_CERTS: server.certificate};
    const inkwell = program({...home, environment});
    const location = server.location('Gr%C3%BC%C3%9Fe');
    const denied = await inkwell(['add', location]);
    expect(denied.code).not.toBe(0);
    expect((await inkwell(['add', location.replace('ada@', 'ada:secret@')])).stderr).toMatch(
      /ada:\*\*\*@.* has a password in it/,
    );
    const {stdout: file} = await inkwell(['config', 'path']);
    await mkdir(join(file.trim(), '..'), {recursive: true});
    const configure = async (password: object): Promise<void> =>
      writeFile(file.trim(), JSON.stringify({sources: [{location, ...password}]}));
    await configure({passwordCommand: 'exit 3'});
    expect((await inkwell(['refresh', '--force'])).stderr).toContain('exit code 3');
    await configure({passwordCommand: 'printf "sec%s\\n" ret'});
    expect((await inkwell(['refresh', '--force'])).code).toBe(0);
    expect((await inkwell(['list', '--format', '{title}'])).stdout.trim()).toBe('Low water');
    for (const words of [['sources', '--json'], ['export', '--state'], ['config', 'list'], ['subscriptions']])
      expect((await inkwell(words)).stdout).not.toContain('secret');
    expect((await inkwell(['export', '--state'])).stdout).not.toContain('passwordCommand');
    // Nor does a state from elsewhere bring a command that is run here.
    const other = program(await aHome());
    const values = {sources: [{location, passwordCommand: 'touch /tmp/never'}]};
    const state = `{"kind":"inkwell","version":1}\n${JSON.stringify({kind: 'preferences', values})}\n`;
    await other(['import', '--settings', '-'], {input: state});
    const imported = await other(['config', 'get', 'sources']);
    expect(imported.stdout).toContain(location);
    expect(imported.stdout).not.toContain('passwordCommand');
    await configure({passwordEnv: 'LETTERS_PASSWORD'});
    await server.deliver('Gr&APwA3w-e', [
      mail(
        letter('Subject: High water').map(line => line.replace('<one@', '<two@')),
        html(PROSE),
      ),
    ]);
    const terminal = reader({...home, environment: {...environment, LETTERS_PASSWORD: 'secret'}});
    await terminal.until('Low water');
    terminal.act('refresh');
    await terminal.until('High water');
    // Its letters say how to leave; the key asks with the host.
    terminal.act('leave');
    await terminal.until('harbour.example is told to stop sending.');
    terminal.press('n');
    // Reading here marks the letter there, if the reader has asked for that.
    const seen = () => server.admin('fetch', '-u', 'ada', 'hdr.subject', 'mailbox', 'Grüße', 'seen');
    terminal.act('toggle-read', 'refresh');
    await terminal.until('Nothing new');
    expect(seen()).toBe('');
    terminal.act('quit');
    await terminal.exit();
    expect((await inkwell(['config', 'set', 'letters.markSeen', 'true'])).code).toBe(0);
    await inkwell(['refresh', '--force'], {environment: {LETTERS_PASSWORD: 'secret'}});
    expect(seen()).toMatch(/^hdr\.subject: (?:Low|High) water\s*$/u);
  },
);

const one = (name: string): Buffer =>
  mail(
    letter(`Subject: ${name} water`).map(line => line.replace('<one@', `<${name}@`)),
    html(PROSE),
  );

test.skipIf(!canServeMail)(
  'a letter that arrives while the reader is open is announced, also after the connection was cut',
  async () => {
    const server = await mailServer();
    onTestFinished(server.close);
    await server.deliver('News', [one('Low')]);
    const way = await aWayTo(server.ports.imaps);
    const home = await aHome();
    const environment = {
      ...home.environment,
      NODE_EXTRA_CA_CERTS: server.certificate,
      LETTERS_PASSWORD: 'secret',
    };
    const inkwell = program({...home, environment});
    const {stdout: file} = await inkwell(['config', 'path']);
    await mkdir(join(file.trim(), '..'), {recursive: true});
    const location = `imaps://ada@127.0.0.1:${way.port}/News`;
    const settings = {sources: [{location, passwordEnv: 'LETTERS_PASSWORD'}]};
    await writeFile(file.trim(), JSON.stringify(settings));
    expect((await inkwell(['refresh', '--force'])).code).toBe(0);
    // All sources have just been fetched, so the reader by itself asks for nothing for an hour.
    const terminal = reader({...home, environment});
    await terminal.until('Low water');
    await server.deliver('News', [one('High')]);
    await showNew(terminal, 'High water');
    way.cut();
    await server.deliver('News', [one('Slack')]);
    await showNew(terminal, 'Slack water');
    terminal.act('quit');
    expect(await terminal.exit()).toMatchObject({code: 0});
    expect(server.admin('search', '-u', 'ada', 'mailbox', 'News', 'seen')).toBe('');
  },
);

test.skipIf(!canServeMail)(
  'the reader asks for the password of a mailbox, and keeps it for the run alone',
  async () => {
    const server = await mailServer();
    onTestFinished(server.close);
    await server.deliver('News', [one('Low')]);
    const home = await aHome();
    const environment = {...home.environment, NODE_EXTRA_CA_CERTS: server.certificate};
    const first = reader({...home, environment});
    await first.until('? help');
    const follow = async (password: string): Promise<void> => {
      first.act('add');
      await first.until('Add a blog: ');
      first.type(server.location('News'));
      first.press('enter');
      await first.until(/Password of ada at 127\.0\.0\.1:\d+: /);
      first.type(password);
      await first.until('●'.repeat(password.length));
      first.press('enter');
    };
    await follow('wrong');
    await first.until('did not accept');
    await follow('secret');
    await first.until('Low water');
    first.act('quit');
    expect((await first.exit()).code).toBe(0);

    await server.deliver('News', [one('High')]);
    const second = reader({...home, environment: {...environment, INKWELL_REFRESH_INTERVAL: '1'}});
    await second.until('Low water');
    second.act('refresh');
    await second.until(/ada at \S+ waits for its password/);
    second.act('publications');
    await second.until('Publications');
    second.act('bottom', 'refresh');
    await second.until('Password of ada at');
    second.type('secret');
    await second.until('●●●●●●');
    second.press('enter');
    await second.until('1 new article');
    second.act('back');
    await second.until('High water');
    // From now on the reader waits at the folder.
    await server.deliver('News', [one('Slack')]);
    await showNew(second, 'Slack water');
    second.act('quit');
    expect((await second.exit()).code).toBe(0);
    const inkwell = program({...home, environment});
    for (const words of [
      ['sources', '--json'],
      ['export', '--state', '--secrets'],
      ['config', 'list'],
    ])
      expect(/[:"=]secret\b/.test((await inkwell(words)).stdout)).toBe(false);
  },
);

/** Asks for what is new until a letter is there: what is counted may have come in a moment before. */
async function showNew(terminal: Terminal, letter: string): Promise<void> {
  const isThere = (): boolean => terminal.screen().includes(letter);
  const isCounted = (): boolean => terminal.screen().includes('1 new Tab');
  while (!isThere()) {
    await terminal.until(() => isThere() || isCounted());
    if (isThere()) return;
    terminal.act('show-new');
    await terminal.until(() => isThere() || !isCounted());
  }
}
