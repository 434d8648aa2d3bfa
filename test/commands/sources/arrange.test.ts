import {afterEach, beforeEach, expect, test} from 'vitest';
import {checked, titles} from '../../helpers/checked.ts';
import {rss, served} from '../../helpers/feeds.ts';
import {commands} from '../../helpers/commands.ts';
import type {Home} from '../../helpers/temporary-home.ts';
import {temporaryHome} from '../../helpers/temporary-home.ts';
import type {WebServer} from '../../helpers/web-server.ts';
import {webServer} from '../../helpers/web-server.ts';

let home: Home;
let run: ReturnType<typeof commands>;
let web: WebServer;

beforeEach(async () => {
  [home, web] = await Promise.all([temporaryHome(), webServer()]);
  run = commands(home);
  for (const name of ['Well', 'Pond', 'Sea'])
    web.serve(`/${name}.xml`, served(rss(name, [{title: `${name} one`, day: '2026-11-02'}])));
  await run(['add', ...['Well', 'Pond', 'Sea'].map(name => `${web.origin}/${name}.xml`)]);
});

afterEach(async () => {
  await Promise.all([home.remove(), web.close()]);
});

const arrange = async (...words: string[]) =>
  checked('arrange', await run(['arrange', '--json', ...words])).sources;

const listed = async () => titles(checked('list', await run(['list', '--json']))).toSorted();
const order = async () =>
  checked('sources', await run(['sources', '--json'])).sources.map(({title}) => title);

test('hides a source from lists, and shows it again', async () => {
  expect(await arrange('Pond', '--hide')).toMatchObject([{title: 'Pond', isHidden: true}]);
  expect(await listed()).toEqual(['Sea one', 'Well one']);
  await arrange('Pond', '--no-hide');
  expect(await listed()).toEqual(['Pond one', 'Sea one', 'Well one']);
});

test('puts sources into a folder, and takes them out with an empty one', async () => {
  expect(await arrange('Well', 'Sea', '--folder', 'Water', '--mute')).toMatchObject([
    {title: 'Well', folder: 'Water', isMuted: true},
    {title: 'Sea', folder: 'Water', isMuted: true},
  ]);
  expect((await arrange('Well', '--folder', ''))[0]).not.toHaveProperty('folder');
});

test('gives a name, and takes it back', async () => {
  expect(await arrange('Well', '--name', 'My well')).toMatchObject([{title: 'My well'}]);
  expect(await arrange('My well', '--name', '')).toMatchObject([{title: 'Well'}]);
});

test('puts sources at a place, together and in the order that was named', async () => {
  expect(await order()).toEqual(['Well', 'Pond', 'Sea']);
  await arrange('Sea', 'Pond', '--place', '1');
  expect(await order()).toEqual(['Sea', 'Pond', 'Well']);
  await arrange('Sea', '--place', '99');
  expect(await order()).toEqual(['Pond', 'Well', 'Sea']);
});

test('changes nothing when it can not do everything', async () => {
  expect((await run(['arrange', 'Pond', 'Ocean', '--hide'])).code).toBe(4);
  expect((await run(['arrange', 'Pond', 'Sea', '--name', 'Both'])).code).toBe(2);
  expect(checked('sources', await run(['sources', '--json'])).sources).toMatchObject([
    {isHidden: false, title: 'Well'},
    {isHidden: false, title: 'Pond'},
    {isHidden: false, title: 'Sea'},
  ]);
});

/** The settings that the source has of its own. */
const settings = async (...words: string[]) =>
  (await arrange('Well', ...words))[0]?.settings.filter(({from}) => from === 'this publication');

test('shows what holds for a source and where that comes from, and changes it', async () => {
  expect(await settings()).toEqual([]);
  await run(['rules', 'add', 'sea', 'star']);
  await run(['rules', 'add', 'one', 'hide', '--in', 'Pond']);
  expect(
    await settings('--order', 'oldest', '--articles', 'unread', '--interval', '240', '--full-text', 'never'),
  ).toEqual([
    {name: 'order', value: 'oldest first', from: 'this publication'},
    {name: 'unreadOnly', value: 'unread only', from: 'this publication'},
    {name: 'fullText', value: 'as the source gives them', from: 'this publication'},
    {name: 'interval', value: '4 hours', from: 'this publication'},
  ]);
  const {stdout} = await run(['arrange', 'Well']);
  expect(stdout).toMatch(
    /^Well\n {2}Folder {15}none {2}\(this publication\)\n {2}Order {16}oldest first {2}\(this/,
  );
  expect(stdout).toContain('Rule                 star for sea  (your rules)');
  expect(stdout).not.toContain('hide');
  expect((await run(['mark', '--undo'])).stderr).toContain('Undone: Changed the settings of Well.');
  expect(await settings()).toEqual([]);
  await settings('--images', 'never');
  expect(await settings('--images', 'usual')).toEqual([]);
  expect((await run(['arrange', 'Well', '--interval', 'soon'])).stderr).toContain(
    '--interval wants a whole number',
  );
});

test('settings of a source come along with the state, but no program does', async () => {
  await arrange('Well', '--order', 'newest', '--browser', 'touch owned');
  const {stdout: state} = await run(['export', '--state']);
  const other = await temporaryHome();
  const there = commands(other);
  await there(['import', '-', '--settings'], {input: state});
  const {sources} = checked('arrange', await there(['arrange', 'Well', '--json']));
  expect(sources[0]?.settings.filter(({from}) => from === 'this publication')).toEqual([
    {name: 'order', value: 'newest first', from: 'this publication'},
  ]);
  await other.remove();
});
