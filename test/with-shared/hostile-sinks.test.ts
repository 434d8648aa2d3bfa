import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {checkedRun, lookAround, openPress, printLibrary, printSource} from '../helpers/hostile/sinks.ts';
import {program} from '../helpers/program.ts';
import {aHome, aServer} from '../helpers/story.ts';
import {DATA, isThere} from './data.ts';

const FOLDER = join(DATA, '06-hostile');

describe.skipIf(!isThere)('hostile data', () => {
  const payloads = isThere
    ? Object.values(
        JSON.parse(readFileSync(join(FOLDER, 'terminal-escapes.json'), 'utf8')) as Record<string, string>,
      )
    : [];

  test('each sequence through every field of every format and every output', async () => {
    const press = await openPress(payloads);
    for (const source of press.sources)
      expect(await printSource(press, source)).toBeGreaterThan(payloads.length / 2);
    await printLibrary(press);
  });

  test('each sequence through every screen', async () => {
    expect(await lookAround(await openPress(payloads))).toEqual([]);
  });

  test('each document as a feed, an answer or a file', async () => {
    const home = await aHome();
    const checked = checkedRun(program(home));
    const server = await aServer();
    for (const kind of ['feeds', 'json', 'http']) {
      for (const name of readdirSync(join(FOLDER, kind))) {
        const path = `/${kind}/${name}`;
        const headers = name.endsWith('.gz') ? {'content-encoding': 'gzip'} : {};
        server.serve(path, {headers, body: readFileSync(join(FOLDER, kind, name)) as unknown as string});
        const {code} = await checked(['list', '--json', '--bodies', '--', server.origin + path]);
        expect([0, 1, 3, 4]).toContain(code);
        await checked(['list', '--', server.origin + path]);
      }
    }
    for (const name of readdirSync(join(FOLDER, 'md')))
      for (const format of ['ansi', 'text', 'markdown', 'json', 'html'])
        await checked(['read', '--format', format, '--color', 'always', '--', join(FOLDER, 'md', name)]);
  });
});
