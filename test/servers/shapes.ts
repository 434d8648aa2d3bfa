import {longId} from '../../source/sync/google-reader/item-id.ts';
import {RawClient, type Raw, type World} from './world.ts';

const STATE = 'user/-/state/com.google';

/** One table of requests: each with what its answer looks like, keys and types alone. */
export async function shapesOf(world: World): Promise<Readonly<Record<string, string>>> {
  const client = new RawClient(world);
  const shapes: Record<string, string> = {};
  const note = (what: string, raw: Raw): void => void (shapes[what] = `${raw.status} ${shapeOf(raw.text)}`);
  note('user-info without a token', await client.get('user-info', {output: 'json'}));
  await client.login();
  note('user-info', await client.get('user-info', {output: 'json'}));
  note('subscription/list', await client.get('subscription/list', {output: 'json'}));
  note('subscription/list without output', await client.get('subscription/list'));
  note('tag/list', await client.get('tag/list', {output: 'json'}));
  note('unread-count', await client.get('unread-count', {output: 'json'}));
  note('ids', await client.get('stream/items/ids', {output: 'json', s: `${STATE}/reading-list`, n: '2'}));
  note(
    'ids, all on one page',
    await client.get('stream/items/ids', {output: 'json', s: `${STATE}/reading-list`, n: '9999'}),
  );
  note(
    'ids of starred',
    await client.get('stream/items/ids', {output: 'json', s: `${STATE}/starred`, n: '10'}),
  );
  const all = await client.ids({s: `${STATE}/reading-list`});
  const [id = ''] = all;
  note(
    'contents',
    await client.post('stream/items/contents', [
      ['output', 'json'],
      ['i', longId(id)],
    ]),
  );
  note('contents by GET', await client.get('stream/items/contents', {output: 'json', i: longId(id)}));
  note('edit-tag', await client.mark([id], 'a', 'read'));
  note('edit-tag of an unknown article', await client.mark(['17'], 'a', 'read'));
  note('quickadd again', await client.post('subscription/quickadd', [['quickadd', world.feedAt(0)]]));
  note(
    'edit of an unknown feed',
    await client.post('subscription/edit', [
      ['ac', 'edit'],
      ['s', 'feed/987654'],
      ['t', 'X'],
    ]),
  );
  const read = await client.ids({s: `${STATE}/read`});
  shapes['the list of read ones'] = read.length === all.length ? 'everything' : 'the read ones';
  await client.mark([id], 'r', 'read');
  return shapes;
}

function shapeOf(text: string): string {
  try {
    return JSON.stringify(typesOf(JSON.parse(text)));
  } catch {
    return text.trim().split('\n')[0]?.slice(0, 30) ?? '';
  }
}

/** Objects by their keys, lists by their first member, all else by its type. */
function typesOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? [] : [typesOf(value[0])];
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map(key => [key, typesOf((value as Record<string, unknown>)[key])]),
  );
}
