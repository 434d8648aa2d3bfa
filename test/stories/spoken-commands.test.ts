import {expect, test} from 'vitest';
import {writeBlog} from '../helpers/blog.ts';
import {commands} from '../helpers/commands.ts';
import {aHome, aServer, reader} from '../helpers/story.ts';
import {DRAWING, saidIn} from '../helpers/transcript.ts';

/* Commands by ear: the flag, both variables and the setting ask for it, and nothing that they print is drawn. */

const ASKED = [
  ['the flag', ['--screen-reader'], {}],
  ['INKWELL_SCREEN_READER', [], {INKWELL_SCREEN_READER: '1'}],
  ['ACCESSIBLE', [], {ACCESSIBLE: '1'}],
] as const;

test.each(ASKED)('list, read, search and sources are said: %s', async (_, flags, environment) => {
  const home = await aHome();
  const blog = await writeBlog(home.folder, {articles: 2});
  const run = commands(home);
  await run(['add', blog]);
  const how = {environment};
  const listed = await run(['list', ...flags], how);
  expect(listed.stdout).toMatch(
    /^The Lighthouse Log\. Notes from the lamp room\.\n1, unread, Entry 1 of the log, Ada Brandt, .*, 2 minute read, id \w+\n2, unread, /,
  );
  const read = await run(['read', `${blog}/01-entry.md`, ...flags], how);
  expect(read.stdout).toContain('Title: Entry 1 of the log');
  expect(read.stdout).toContain('Heading level 2: Watch 1 of entry 1');
  const found = await run(['search', 'Entry', ...flags], how);
  expect(found.stdout).toMatch(/^1, unread, Entry/m);
  const sources = await run(['sources', ...flags], how);
  expect(sources.stdout).toMatch(/^The Lighthouse Log, .*, 2 of 2 unread, fetched /);
  const doctor = await run(['doctor', ...flags], how);
  expect(doctor.stdout).toMatch(/^(?:Well|Note|Warning), \w+: /m);
  for (const {stdout} of [listed, read, found, sources, doctor]) {
    expect(DRAWING.exec(stdout)?.[0]).toBeUndefined();
    expect(stdout).not.toContain('\u001B');
  }
});

test('the setting asks for it, too, and --json stays JSON', async () => {
  const home = await aHome();
  const blog = await writeBlog(home.folder, {articles: 1});
  const run = commands(home);
  await run(['config', 'set', 'screenReader', 'true']);
  expect((await run(['list', blog])).stdout).toContain('1, unread, Entry 1 of the log');
  expect((await run(['list', blog, '--json'])).json()).toMatchObject({version: 1});
});

test.each([
  [['list', '--json'], 'JSON is for programs'],
  [['read', 'x.md', '--format', 'html'], 'The format html is for programs'],
  [['list', '--format', '{title}'], 'Text by a template is for programs'],
  [['schema'], 'What "inkwell schema" prints is for programs'],
])('%s with --screen-reader is refused with a sentence', async (words, sentence) => {
  const home = await aHome();
  const {code, stdout, stderr} = await commands(home)([...words, '--screen-reader']);
  expect({code, stdout}).toEqual({code: 2, stdout: ''});
  expect(stderr).toContain(`${sentence} and can't be read out. Leave out --screen-reader, or the format.`);
});

test('a word of a query that is not understood is said, not pointed at', async () => {
  const home = await aHome();
  const {stderr} = await commands(home)(['search', 'read:<', '--screen-reader']);
  expect(stderr).toContain('The word in question: ');
  expect(stderr).not.toContain('^');
});

test('subscribe asks on lines of their own: where it goes, the address, and only then yes or no', async () => {
  const server = await aServer();
  server.serve('/subscribe', {headers: {'content-type': 'application/json'}, body: '{"ok":true}'});
  const home = await aHome();
  const blog = await writeBlog(home.folder, {
    articles: 1,
    newsletter: `newsletter:\n  heading: Letters\n  url: ${server.origin}/subscribe\n  method: json\n  field: address\n`,
  });
  await commands(home)(['add', blog]);
  const terminal = reader(home, {arguments: ['subscribe', '--to', blog, '--screen-reader'], columns: 120});
  await terminal.until('Email:');
  expect(terminal.screen()).toMatch(/Letters\nGoes to .*\nEmail:$/);
  terminal.type('ada@example.org\r');
  await terminal.until(/Type y for yes, n for no:$/);
  terminal.type('y\r');
  await terminal.exit();
  expect(server.requests.filter(({path}) => path === '/subscribe')).toHaveLength(1);
  // The line belongs to the terminal: nothing of it is written again.
  expect(saidIn(terminal.output)).not.toContain('\u001B');
  expect(saidIn(terminal.output).match(/ada@example\.org/g)).toHaveLength(2);
});

test('a sign-up that can’t be sent asks for no address on the command line', async () => {
  const home = await aHome();
  const blog = await writeBlog(home.folder, {articles: 1, newsletter: 'newsletter:\n  heading: Letters\n'});
  await commands(home)(['add', blog]);
  const terminal = reader(home, {arguments: ['subscribe', '--to', blog, '--screen-reader'], columns: 120});
  await terminal.until(/Save a reminder on this machine\? Type y for yes, n for no:$/);
  expect(terminal.screen()).not.toContain('Email');
  terminal.type('y\r');
  expect((await terminal.exit()).code).toBe(0);
});
