/** @module-tag long */

import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {canServeMail, mailServer} from '../helpers/dovecot.ts';
import {program} from '../helpers/program.ts';
import {aHome, reader} from '../helpers/story.ts';
import {html, letter, mail, PROSE} from '../sources/mail/mails.ts';

const one = (name: string): Buffer =>
  mail(
    letter(`Subject: ${name} water`).map(line => line.replace('<one@', `<${name}@`)),
    html(PROSE),
  );

test.skipIf(!canServeMail).each(['XOAUTH2', 'OAUTHBEARER'] as const)(
  'a mailbox is opened with the token that a command prints, by %s',
  async oauth => {
    const server = await mailServer({oauth});
    onTestFinished(server.close);
    await server.deliver('News', [one('Low')]);
    const home = await aHome();
    const environment = {...home.environment, NODE_EXTRA_CA_CERTS: server.certificate};
    const inkwell = program({...home, environment});
    const location = server.location('News');
    const {stdout: file} = await inkwell(['config', 'path']);
    await mkdir(join(file.trim(), '..'), {recursive: true});
    const token = join(home.folder, 'token');
    await writeFile(token, 'tide-1\nmore that it prints\n');
    const settings = {sources: [{location, tokenCommand: `cat '${token}'`, folder: 'Mail'}]};
    await writeFile(file.trim(), JSON.stringify(settings));
    const denied = await inkwell(['refresh', '--force']);
    expect(denied.code).not.toBe(0);
    expect(denied.stderr).toContain('did not accept the user or the token');
    expect(denied.stderr).not.toContain('tide-1');
    server.tokens.add('tide-1');
    expect(await inkwell(['refresh', '--force'])).toMatchObject({code: 0});
    expect((await inkwell(['list', '--format', '{title}'])).stdout.trim()).toBe('Low water');
    // A token ends, and the command prints the next.
    server.tokens.clear();
    server.tokens.add('tide-2');
    await writeFile(token, 'tide-2\n');
    await server.deliver('News', [one('High')]);
    const terminal = reader({...home, environment});
    await terminal.until('Low water');
    terminal.act('refresh');
    await terminal.until('High water');
    terminal.act('quit');
    await terminal.exit();
    // Neither the token nor the command is part of what is handed on.
    for (const words of [
      ['sources', '--json'],
      ['export', '--state'],
      ['export', '--state', '--settings'],
    ])
      expect((await inkwell(words)).stdout).not.toMatch(/tide-|tokenCommand/u);
    const other = program(await aHome());
    const values = {sources: [{location, tokenCommand: 'touch /tmp/never'}]};
    const state = `{"kind":"inkwell","version":1}\n${JSON.stringify({kind: 'preferences', values})}\n`;
    await other(['import', '--settings', '-'], {input: state});
    const imported = await other(['config', 'get', 'sources']);
    expect(imported.stdout).toContain(location);
    expect(imported.stdout).not.toContain('tokenCommand');
  },
);

test.skipIf(!canServeMail)('a server that takes no tokens is named, and a command that fails', async () => {
  const server = await mailServer();
  onTestFinished(server.close);
  const home = await aHome();
  const inkwell = program({
    ...home,
    environment: {...home.environment, NODE_EXTRA_CA_CERTS: server.certificate},
  });
  const {stdout: file} = await inkwell(['config', 'path']);
  await mkdir(join(file.trim(), '..'), {recursive: true});
  const configure = (tokenCommand: string): Promise<void> =>
    writeFile(file.trim(), JSON.stringify({sources: [{location: server.location('INBOX'), tokenCommand}]}));
  await configure('exit 4');
  expect((await inkwell(['refresh', '--force'])).stderr).toContain(
    'its "tokenCommand" ended with exit code 4',
  );
  await configure('echo tide');
  expect((await inkwell(['refresh', '--force'])).stderr).toContain(' takes no tokens');
});
