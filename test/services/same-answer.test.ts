import {mkdir, writeFile} from 'node:fs/promises';
import {homedir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, onTestFinished, test} from 'vitest';
import {screenOf} from '../../source/app/core/state.ts';
import {findPaths} from '../../source/options/paths.ts';
import {userFolder} from '../../source/options/user-folder.ts';
import {writeBlog} from '../helpers/blog.ts';
import {runCommand} from '../helpers/commands.ts';
import {openReaderIn, stored, type Reader} from '../helpers/doors.ts';
import {temporaryHome, type Home} from '../helpers/temporary-home.ts';
import {webServer, type WebServer} from '../helpers/web-server.ts';

let homes: readonly [Home, Home];
let web: WebServer;

beforeEach(async () => {
  homes = [await temporaryHome(), await temporaryHome()];
  web = await webServer();
});

afterEach(async () => {
  await Promise.all([...homes.map(home => home.remove()), web.close()]);
});

const EMAIL = 'ada@example.com';

/** A blog that both homes follow; its newsletter goes to `url`. */
async function followed(url: string): Promise<string> {
  const newsletter = `newsletter:\n  heading: Letters\n  url: ${url}\n  method: json\n`;
  const blog = await writeBlog(homes[0].folder, {articles: 2, newsletter});
  for (const {environment} of homes) await runCommand(environment, ['add', blog]);
  return blog;
}

const ledger = async ({environment}: Home): Promise<unknown[]> =>
  (await stored(environment)).flatMap(line => ('signup' in line ? [line.signup] : []));

describe('a sign-up', () => {
  test('that gets no answer is in the ledger before it ends', async () => {
    const blog = await followed(`${web.origin}/join`);
    web.hold('/join');
    const command = runCommand(homes[0].environment, ['subscribe', EMAIL, '--to', blog, '--yes']);
    await expect.poll(() => web.requests.length).toBe(1);
    const reader = await openReaderIn(homes[1].environment);
    await signUp(reader);
    await expect.poll(() => web.requests.length).toBe(2);
    const noted = await Promise.all(homes.map(home => ledger(home)));
    expect(noted[0]).toMatchObject([{state: 'unknown', host: new URL(web.origin).host}]);
    expect(noted[1]).toEqual(noted[0]);
    await web.close();
    await command;
    await reader.leave();
  });

  test('that is refused by a machine that does not listen waits as a reminder', async () => {
    const blog = await followed('http://127.0.0.1:9/join');
    await runCommand(homes[0].environment, ['subscribe', EMAIL, '--to', blog, '--yes']);
    const reader = await openReaderIn(homes[1].environment);
    await signUp(reader);
    await reader.until(({overlay}) => overlay?.kind === 'subscribe' && overlay.step === 'answered');
    await reader.leave();
    const [commands, readers] = [await ledger(homes[0]), await ledger(homes[1])];
    expect(commands).toMatchObject([{state: 'waiting'}]);
    expect(readers).toEqual(commands);
  });

  test('that waited is the same entry when it is sent at last', async () => {
    const blog = await followed(`${web.origin}/join`);
    const {environment} = homes[0];
    await runCommand(environment, ['subscribe', EMAIL, '--to', blog, '--yes', '--offline']);
    expect(await ledger(homes[0])).toMatchObject([{state: 'waiting'}]);
    web.serve('/join', {status: 201, body: '{}'});
    await runCommand(environment, ['subscribe', EMAIL, '--to', blog, '--yes']);
    expect((await ledger(homes[0])).length).toBe(1);
    expect(await ledger(homes[0])).not.toMatchObject([{state: 'waiting'}]);
  });

  test('stores no address unless it is remembered, whatever the door', async () => {
    const blog = await followed(`${web.origin}/join`);
    web.serve('/join', {status: 201, body: '{}'});
    for (const [remember, isStored] of [
      ['never', false],
      ['always', true],
    ] as const) {
      for (const {environment} of homes)
        await runCommand(environment, ['config', 'set', 'email.remember', remember]);
      await runCommand(homes[0].environment, ['subscribe', EMAIL, '--to', blog, '--yes']);
      const reader = await openReaderIn(homes[1].environment);
      await signUp(reader);
      await reader.until(({overlay}) => overlay?.kind === 'subscribe' && overlay.step === 'answered');
      await reader.leave();
      const [commands, readers] = [await ledger(homes[0]), await ledger(homes[1])];
      expect(commands.some(entry => JSON.stringify(entry).includes(EMAIL))).toBe(isStored);
      expect(readers).toEqual(commands);
    }
  });
});

test('a UTF-8 page under another label has the same letters in its articles and its newsletter', async () => {
  const body =
    '<!doctype html><title>Señales</title><link rel="alternate" type="application/rss+xml" href="/f.xml"><section><h2>Señales por correo</h2><form action="/s" method="post"><label>Email <input type="email" name="email"></label><button>Subscribe</button></form></section>';
  web.serve('/', {headers: {'content-type': 'text/html; charset=iso-8859-15'}, body});
  web.serve('/f.xml', {
    headers: {'content-type': 'application/rss+xml; charset=iso-8859-15'},
    body: `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Señales</title><link>${web.origin}/</link><item><title>Año</title><guid>1</guid><description>Mañana.</description></item></channel></rss>`,
  });
  for (const {environment} of homes) await runCommand(environment, ['add', `${web.origin}/`]);
  const listed = await runCommand(homes[0].environment, ['list', '--format', '{title}']);
  expect(listed.stdout).toContain('Año');
  const command = await runCommand(homes[0].environment, [
    'subscribe',
    EMAIL,
    '--to',
    `${web.origin}/`,
    '--yes',
  ]);
  expect(command.stderr).toContain('Señales por correo');
  const reader = await openReaderIn(homes[1].environment);
  reader.press('S');
  await reader.until(({overlay}) => overlay?.kind === 'subscribe' && overlay.facts);
  const {overlay} = reader.state();
  expect(overlay?.kind === 'subscribe' && overlay.newsletter?.heading).toBe('Señales por correo');
  await reader.leave();
});

test('a folder that is named like a host is a folder at both doors', async () => {
  const folder = join(homes[0].folder, 'notes.example.net');
  await mkdir(folder);
  await writeFile(join(folder, 'a.md'), '---\ntitle: Alpha\n---\n\nText of it.\n');
  const before = process.cwd();
  process.chdir(homes[0].folder);
  onTestFinished(() => process.chdir(before));
  const {stdout} = await runCommand(homes[0].environment, [
    'list',
    'notes.example.net',
    '--format',
    '{title}',
  ]);
  expect(stdout.trim()).toBe('Alpha');
  const reader = await openReaderIn(homes[1].environment, ['notes.example.net']);
  expect(reader.state().publications.map(({location}) => location)).toEqual([
    join(process.cwd(), 'notes.example.net'),
  ]);
  reader.press('r');
  await reader.until(state => {
    const screen = screenOf(state);
    return screen.kind === 'list' && screen.window.rows[0]?.title === 'Alpha';
  });
  await reader.leave();
});

test('a relative path in an XDG variable is ignored, wherever it is looked up', () => {
  const environment = {XDG_CONFIG_HOME: 'conf', XDG_DATA_HOME: './data', XDG_CACHE_HOME: 'cache'};
  const paths = findPaths(environment);
  expect(Object.values(paths).filter(path => !path.startsWith('/'))).toEqual([]);
  expect(Object.values(paths).filter(path => path.startsWith(process.cwd()))).toEqual([]);
  const home = homedir();
  expect(userFolder('cache', {environment, platform: 'linux', home})).toBe(`${home}/.cache/inkwell`);
  expect(userFolder('data', {environment, platform: 'darwin', home})).toBe(
    `${home}/Library/Application Support/inkwell`,
  );
  expect(userFolder('data', {environment: {XDG_DATA_HOME: '/there'}, platform: 'linux', home})).toBe(
    '/there/inkwell',
  );
});

test('one publication alone is listed in its own order at both doors', async () => {
  web.serve('/f.xml', {
    headers: {'content-type': 'application/rss+xml'},
    body: `<?xml version="1.0"?><rss version="2.0"><channel><title>Serial</title><link>${web.origin}/</link>${[1, 2, 3].map(day => `<item><title>Part ${day}</title><guid>${day}</guid><pubDate>Tue, 0${day} Jun 2025 04:00:00 GMT</pubDate><description>Text.</description></item>`).join('')}</channel></rss>`,
  });
  for (const {environment} of homes) await runCommand(environment, ['add', `${web.origin}/f.xml`]);
  const {stdout} = await runCommand(homes[0].environment, ['list', '--format', '{title}']);
  const reader = await openReaderIn(homes[1].environment);
  const screen = screenOf(reader.state());
  expect(screen.kind === 'list' && screen.window.rows.map(({title}) => title)).toEqual(
    stdout.trim().split('\n'),
  );
  await reader.leave();
});

test('offline a folder is read, and a source on the web is not, at both doors', async () => {
  const blog = await writeBlog(homes[0].folder, {articles: 1});
  for (const {environment} of homes) await runCommand(environment, ['add', blog]);
  await writeFile(join(blog, 'new.md'), '---\ntitle: New\n---\n\nText.\n');
  await runCommand(homes[0].environment, ['refresh', '--force', '--offline']);
  const reader = await openReaderIn(homes[1].environment, [], new Map([['offline', true]]));
  reader.press('r');
  await reader.until(({publications}) => publications[0]?.total === 2);
  await reader.leave();
  expect(await stored(homes[0].environment)).toEqual(await stored(homes[1].environment));
});

async function signUp(reader: Reader): Promise<void> {
  reader.press('S');
  await reader.until(({overlay}) => overlay?.kind === 'subscribe' && overlay.facts);
  while (fieldOf(reader) !== '') reader.press('backspace');
  reader.type(EMAIL);
  reader.press('enter');
}

function fieldOf(reader: Reader): string {
  const {overlay} = reader.state();
  return overlay?.kind === 'subscribe' ? overlay.field.value : '';
}
