import {expect, onTestFinished, test} from 'vitest';
import {checked} from '../../helpers/checked.ts';
import {commands} from '../../helpers/commands.ts';
import {temporaryHome} from '../../helpers/temporary-home.ts';
import {webServer} from '../../helpers/web-server.ts';

test('a page is saved once with its text, read offline, and one that fails keeps its address and the reason', async () => {
  const home = await temporaryHome();
  const web = await webServer();
  onTestFinished(async () => void (await Promise.all([home.remove(), web.close()])));
  const start = commands(home);
  const run = (...argv: string[]) => start(argv);
  const serve = (path: string) =>
    web.serve(path, {
      headers: {'content-type': 'text/html'},
      body: `<title>A lamp</title><article><h1>A lamp</h1>${'<p>The keeper lit the lamp and wrote a line of it.</p>'.repeat(20)}</article>`,
    });
  serve('/lamp');
  web.serve('/late', {status: 404, body: ''});

  const first = await run('save', `${web.origin}/lamp`, `${web.origin}/late`, 'no page', '--json');
  const {saved, problems} = checked('save', first);
  expect(first.code).toBe(3);
  expect(saved).toMatchObject([
    {title: 'A lamp', isPartial: false, wasSaved: false},
    {title: `${web.origin}/late`, isPartial: true, wasSaved: false},
  ]);
  expect(problems).toHaveLength(2);
  expect(problems[1]?.message).toBe('“no page” is not the address of a page.');

  const again = await run('save', `${web.origin}/lamp`);
  expect(again.stdout).toMatch(/^Already saved: A lamp/);
  const read = await run('read', saved[0]?.id ?? '', '--offline', '--format', 'text');
  expect(read.stdout).toContain('The keeper lit the lamp');
  expect((await run('search', 'keeper', '--format', '{title}')).stdout).toBe('A lamp\n');
  expect((await run('list', '--query', 'in:saved', '--format', '{title}')).stdout.split('\n')).toContain(
    'A lamp',
  );
  expect((await run('refresh', '--force')).code).toBe(0);
  expect((await run('export')).stdout).not.toContain('inkwell:saved');

  const secret = `${web.origin.replace('//', '//jo:OCHRE@')}/gone`;
  await run('save', secret);
  for (const words of [
    ['list', '--json'],
    ['list', '--format', '{url}'],
    ['search', 'gone', '--json'],
  ])
    expect((await run(...words)).stdout).not.toContain('OCHRE');

  serve('/late');
  const late = await run('save', `${web.origin}/late`, '--json');
  expect(checked('save', late).saved).toMatchObject([{title: 'A lamp', isPartial: false}]);
  expect(late.code).toBe(0);
}, 60_000);
