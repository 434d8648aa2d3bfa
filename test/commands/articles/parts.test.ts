import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {writeBlog} from '../../helpers/blog.ts';
import {checked, titles} from '../../helpers/checked.ts';
import {commands} from '../../helpers/commands.ts';
import type {Home} from '../../helpers/temporary-home.ts';
import {temporaryHome} from '../../helpers/temporary-home.ts';

const POST = `# Ships

## Lamps

Read [a
list](https://example.org/ships) and [another](https://example.org/others).

\`\`\`sh
light --now
\`\`\`

### Oil

    pour
`;

let home: Home;
let run: ReturnType<typeof commands>;

beforeAll(async () => {
  home = await temporaryHome();
  run = commands(home);
  await run(['add', await writeBlog(home.folder, {articles: 6})]);
  await writeFile(join(home.folder, 'post.md'), POST);
});

afterAll(() => home.remove());

const part = async (format: string) => (await run(['read', 'post.md', '--format', format])).stdout;

describe('parts of an article, for programs', () => {
  test('its headings, deeper ones further in', async () => {
    expect(await part('contents')).toBe('Lamps\n  Oil\n');
  });

  test('its links, a line each, apart by tabs', async () => {
    expect(await part('links')).toBe(
      '1\ta list\thttps://example.org/ships\n2\tanother\thttps://example.org/others\n',
    );
  });

  test('its code, as it stands', async () => {
    expect(await part('code')).toBe('light --now\n\npour\n');
  });
});

test('what is related stands in the order of the reader, and never has the article itself', async () => {
  const {articles} = checked('list', await run(['list', '--json']));
  const [first] = articles;
  const related = checked('related', await run(['related', first?.id ?? '', '--json', '--limit', '3']));
  expect(titles(related)).toHaveLength(3);
  expect(titles(related)).not.toContain(first?.title);
  expect((await run(['related', 'nothing'])).code).toBe(4);
});

test('searches are kept, shown, used and forgotten', async () => {
  await run(['searches', 'Odd', 'author:ada', 'is:unread']);
  expect(checked('searches', await run(['searches', '--json'])).searches).toEqual([
    {name: 'Odd', query: 'author:ada is:unread'},
  ]);
  const {stdout: query} = await run(['searches', 'odd']);
  expect(titles(checked('list', await run(['list', '--json', '--query', query.trim()])))).toHaveLength(3);
  expect((await run(['searches', 'Bad', 'is:unred'])).code).toBe(2);
  expect((await run(['searches', 'Even'])).code).toBe(4);
  expect((await run(['searches', '--forget', 'Odd'])).stderr).toBe('Deleted: Odd\n');
  expect((await run(['searches'])).stdout).toBe('');
});

const order = async (name: string) => titles(checked('list', await run(['list', '--json', '--order', name])));

test('the list is sorted as it is asked for', async () => {
  const newest = await order('newest');
  expect(newest).toHaveLength(6);
  expect(await order('oldest')).toEqual(newest.toReversed());
  expect((await run(['list', 'blog', '--order', 'oldest'])).code).toBe(2);
});

test('what can not be copied or opened says why', async () => {
  const {articles} = checked('list', await run(['list', '--json']));
  const copied = await run(['copy', articles[0]?.id ?? '']);
  expect(copied).toMatchObject({code: 1, stdout: ''});
  expect(copied.stderr).toContain('not running in a terminal');
  const opened = await run(['open', articles[0]?.id ?? '']);
  expect(opened.stderr).toContain('has no address on the web');
  expect((await run(['open', 'javascript:alert(1)'])).stderr).toContain('no web or mail address');
});
