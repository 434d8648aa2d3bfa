import {afterEach, beforeEach, expect, test} from 'vitest';
import {checked, titles} from '../../helpers/checked.ts';
import {rss, served} from '../../helpers/feeds.ts';
import {program} from '../../helpers/program.ts';
import type {Home} from '../../helpers/temporary-home.ts';
import {temporaryHome} from '../../helpers/temporary-home.ts';
import type {WebServer} from '../../helpers/web-server.ts';
import {webServer} from '../../helpers/web-server.ts';

let home: Home;
let run: ReturnType<typeof program>;
let web: WebServer;

beforeEach(async () => {
  [home, web] = await Promise.all([temporaryHome(), webServer()]);
  run = program(home);
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
  expect((await run(['arrange', 'Pond'])).stderr).toContain('Missing: --hide');
  expect(checked('sources', await run(['sources', '--json'])).sources).toMatchObject([
    {isHidden: false, title: 'Well'},
    {isHidden: false, title: 'Pond'},
    {isHidden: false, title: 'Sea'},
  ]);
});
