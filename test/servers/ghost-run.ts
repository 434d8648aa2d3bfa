import assert from 'node:assert/strict';
import {chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {program} from '../helpers/program.ts';
import {temporaryHome} from '../helpers/temporary-home.ts';
import type {Home} from '../helpers/temporary-home.ts';
import {Terminal} from '../helpers/terminal.ts';
import {judged} from './checks.ts';
import type {Result} from './checks.ts';
import {openGhost} from './ghost.ts';
import type {Ghost} from './ghost.ts';
import {patiently} from './mariadb.ts';
import {SITE} from './posts.ts';

/*
 * The whole life of a sign-up with a real Ghost: subscribe, the mail that asks to confirm, following its link,
 * a letter, reading it, leaving; once in a real terminal and once by commands alone.
 */

const PROSE = Array.from(
  {length: 8},
  (_, index) => `<p>Paragraph ${index} about lamps, tides and the patience of a harbour at night.</p>`,
).join('');

/**
 * The rows of a real Ghost, the whole life of a sign-up among them; throws where Ghost can't be had. `at`: the
 * folder in which it is, or will be, installed; without one it is installed for this run.
 */
export async function runGhost(
  at: string | undefined,
  say: (line: string) => void,
): Promise<readonly Result[]> {
  const folder = at ?? (await mkdtemp(join(tmpdir(), 'inkwell-ghost-installed-')));
  let deliver: ((mail: Buffer) => void) | undefined;
  try {
    say('Ghost: installing …');
    const ghost = await openGhost(folder, mail => deliver?.(mail));
    try {
      const fault = await lives(ghost, mailbox => (deliver = mailbox)).then(
        () => undefined,
        (error: unknown) => String(error),
      );
      deliver = undefined;
      const key = await ghost.fill();
      const {origin, mails} = ghost;
      return [...(await judged({origin, mails, key, hasFeed: true})), {column: 'life', fault}];
    } finally {
      await ghost.close();
    }
  } finally {
    if (at === undefined) await rm(folder, {recursive: true, force: true});
  }
}

async function lives(ghost: Ghost, onMailbox: (deliver: (mail: Buffer) => void) => void): Promise<void> {
  for (const live of [inTerminal, byCommands]) {
    const home = await temporaryHome();
    try {
      const mailbox = await aMaildir(home);
      onMailbox(mailbox.deliver);
      await live(ghost, await aReader(home, ghost, mailbox.path));
    } finally {
      await home.remove();
    }
  }
}

/** A mailbox of all that Ghost sends, its owner's mail too: private mail that must stay out. */
async function aMaildir(home: Home): Promise<{path: string; deliver: (mail: Buffer) => void}> {
  const path = join(home.folder, 'Mail');
  for (const part of ['cur', 'new', 'tmp']) await mkdir(join(path, part), {recursive: true});
  let count = 0;
  const write = async (mail: Buffer): Promise<void> => {
    const name = `${Date.now()}.${++count}.harbour`;
    await writeFile(join(path, 'tmp', name), mail);
    await rename(join(path, 'tmp', name), join(path, 'new', name));
  };
  return {path, deliver: mail => void write(mail)};
}

type Reader = Readonly<{
  home: Home;
  inkwell: ReturnType<typeof program>;
  /** Addresses that the browser opened; it follows them, as a browser does. */
  opened: () => Promise<readonly string[]>;
}>;

async function aReader(home: Home, ghost: Ghost, mailbox: string): Promise<Reader> {
  const list = join(home.folder, 'opened');
  const browser = join(home.folder, 'browser.sh');
  const follow = `fetch(process.argv[1]).then(async answer => console.log(answer.status, answer.url))`;
  await writeFile(list, '');
  await writeFile(
    browser,
    `#!/bin/sh\nprintf '%s\\n' "$1" >> '${list}'\nexec '${process.execPath}' -e "${follow}" "$1" >/dev/null\n`,
  );
  await chmod(browser, 0o755);
  const reader = {...home, environment: {...home.environment, BROWSER: browser}};
  const inkwell = program(reader);
  const added = await inkwell(['add', `${ghost.origin}/`, mailbox]);
  assert.equal(added.code, 0, added.stderr);
  return {
    home: reader,
    inkwell,
    opened: async () => (await readFile(list, 'utf8')).split('\n').filter(Boolean),
  };
}

async function inTerminal(ghost: Ghost, {home, opened}: Reader): Promise<void> {
  const email = 'ada@reader.example';
  const terminal = new Terminal({columns: 100, rows: 30, environment: home.environment});
  try {
    await terminal.until(/of \d+ unread/u);
    terminal.act('subscribe');
    await terminal.until('Goes to');
    terminal.type(`${email}\r`);
    await terminal.until('Enter done');
    // Ghost's own mail comes, and is shown where the reader waits for it.
    await terminal.until(/The mail\s+came: “/u);
    assert.deepEqual(await opened(), []);
    assert.equal(await ghost.newslettersOf(email), undefined);
    terminal.press('enter');
    await terminal.until(/Open it in the\s+browser\?/u);
    terminal.press('y');
    await patiently(async () => assert.notEqual(await ghost.newslettersOf(email), undefined));
    assert.equal((await opened()).length, 1);
    terminal.press('esc');
    await ghost.send('First light', PROSE);
    await terminal.until(/of \d+ unread/u);
    terminal.act('signups');
    await terminal.until(/confirmed +1 letter/u);
    terminal.press('esc');
    await terminal.until(/of \d+ unread/u);
    // Only the letter: the post of the same title is not due to be fetched.
    terminal.type('/First light\r');
    await terminal.until(/▌[^\n]*First light/u);
    terminal.act('open');
    await terminal.until('Paragraph 0 about lamps');
    terminal.act('leave');
    await terminal.until(/Leave [^?]+\?/u);
    terminal.press('y');
    await terminal.until('has unsubscribed you');
    await patiently(async () => assert.deepEqual(await ghost.newslettersOf(email), []));
    terminal.act('signups');
    await terminal.until(/unsubscribed +1 letter/u);
    assert.equal((await opened()).length, 1);
    terminal.act('quit');
  } finally {
    terminal.close();
  }
}

async function byCommands(ghost: Ghost, {inkwell, opened}: Reader): Promise<void> {
  const email = 'bo@reader.example';
  const run = async (...words: readonly string[]) => {
    const ran = await inkwell(words);
    assert.equal(ran.code, 0, `inkwell ${words.join(' ')}: ${ran.stderr}`);
    return ran.stdout;
  };
  const ledger = async () => {
    await run('refresh', '--force');
    const listed = JSON.parse(await run('subscriptions', '--json')) as {
      subscriptions: readonly Record<string, unknown>[];
    };
    return listed.subscriptions[0] ?? assert.fail('Nothing is in the ledger.');
  };
  await run('subscribe', email, '--to', SITE.title, '--yes');
  const asked = await patiently(async () => {
    const entry = await ledger();
    assert.ok(entry['confirmation'], 'The mail to confirm has not come.');
    return entry;
  });
  assert.equal(asked['state'], 'requested');
  assert.deepEqual(await opened(), []);
  await run('subscriptions', '--open', '1', '--yes');
  await patiently(async () => assert.notEqual(await ghost.newslettersOf(email), undefined));
  await ghost.send('Second light', PROSE);
  const confirmed = await patiently(async () => {
    const entry = await ledger();
    assert.equal(entry['state'], 'confirmed');
    return entry;
  });
  const id = String(confirmed['lettersId']);
  const {articles} = JSON.parse(await run('list', '--query', 'title:"Second light"', '--json')) as {
    articles: readonly {id: string; publicationId: string}[];
  };
  const letter = articles.find(one => one.publicationId === id) ?? assert.fail('The letter is not listed.');
  const text = await run('read', letter.id, '--format', 'text');
  assert.match(text, /Paragraph 7 about lamps/u);
  assert.doesNotMatch(text, /unsubscribe/iu);
  // The owner's mail lies in the same mailbox.
  for (const words of [
    ['search', 'Iris'],
    ['export', '--state'],
  ])
    assert.doesNotMatch(await run(...words), /Your New Ghost Site|iris@host/u);
  await run('unsubscribe', id, '--yes', '--json');
  assert.deepEqual(await ghost.newslettersOf(email), []);
  assert.equal((await ledger())['state'], 'left');
  assert.equal((await opened()).length, 1);
}
