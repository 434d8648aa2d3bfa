import type {Problem} from '../domain/problem.ts';
import {faultOfTag} from './guards.ts';
import type {Lists, RoundMeans, Tagged} from './round-means.ts';
import type {Sent} from './send-changes.ts';
import type {ServerTags} from './server.ts';

/** Asks whether the server keeps tags; from then on those that differ here wait to be sent. */
export async function beginTags({store, server}: Pick<RoundMeans, 'store' | 'server'>): Promise<void> {
  const names = await server.tags?.names();
  if (names) store.beginTags(names.taken);
  else store.endTags();
}

/**
 * Lists the articles of each tag. Some servers answer with everything when a label is not there, so a list
 * that holds all that is newest counts only if the label is still there afterwards. Of tags that were sent
 * the server must know at least one.
 */
export async function listTags(
  {store, server: {tags}, signal}: Pick<RoundMeans, 'store' | 'server' | 'signal'>,
  {newest}: Pick<Lists, 'newest'>,
  sent: Sent['tagged'],
): Promise<Tagged | undefined> {
  const names = await tags?.names();
  if (!tags || !names) return undefined;
  const listed = new Map<string, ReadonlySet<string>>();
  for (const name of names.tags) {
    signal.throwIfAborted();
    listed.set(name, new Set(await tags.ids(name)));
  }
  if ([...listed.values()].some(ids => newest.length > 0 && newest.every(id => ids.has(id)))) {
    const still = new Set((await tags.names())?.tags);
    for (const name of listed.keys()) if (!still.has(name)) listed.delete(name);
  }
  const known = new Set(newest);
  const sure = sent.map(({name, ids}) => ({name, ids: ids.filter(id => known.has(id))}));
  const isKept = sure.every(
    ({name, ids}) => ids.length === 0 || ids.some(id => listed.get(name)?.has(id) === true),
  );
  if (isKept) return listed;
  store.forgetTags();
  return undefined;
}

/** The differences between two listings of tags. */
export type TagChanges = Readonly<{
  lost: readonly Readonly<{name: string; ids: readonly string[]}>[];
  fresh: readonly Readonly<{name: string; ids: readonly string[]}>[];
  faults: readonly Problem[];
}>;

const NONE: TagChanges = {lost: [], fresh: [], faults: []};

/** Compares what the server lists with its last word. Nothing is taken from it where one list is a fault. */
export async function changesOfTags(
  {name: account, store, server, wish}: RoundMeans,
  {newest, tagged}: Pick<Lists, 'newest' | 'tagged'>,
): Promise<TagChanges> {
  if (!tagged || !server.tags) return NONE;
  const before = store.agreedTags();
  const names = [...new Set([...before.keys(), ...tagged.keys()])];
  const seen = new Set(newest);
  const isTrusted = wish.isAccepted === true || store.countItems() === 0;
  const faults: Problem[] = [];
  for (const name of isTrusted ? [] : names) {
    const lists = {name: account, before: before.get(name) ?? [], now: tagged.get(name) ?? NOTHING};
    const fault = await faultOfTag(lists, name, seen, () => readAgain(server.tags, name));
    if (fault) faults.push(fault);
  }
  if (faults.length > 0) return {...NONE, faults: faults.slice(0, 1)};
  return {
    lost: names.map(name => ({
      name,
      ids: (before.get(name) ?? []).filter(id => !tagged.get(name)?.has(id)),
    })),
    fresh: names.map(name => {
      const known = new Set(before.get(name));
      return {name, ids: [...(tagged.get(name) ?? NOTHING)].filter(id => !known.has(id))};
    }),
    faults: [],
  };
}

const NOTHING: ReadonlySet<string> = new Set();

/** A tag that is gone has no articles; asking for them would be answered with all. */
async function readAgain(tags: ServerTags | undefined, name: string): Promise<readonly string[]> {
  const names = await tags?.names();
  return tags && names?.tags.includes(name) ? tags.ids(name) : [];
}

/** The names of the tags of each article. */
export function tagsByArticle(tagged: Tagged | undefined): ReadonlyMap<string, readonly string[]> {
  const all = new Map<string, string[]>();
  for (const [name, ids] of tagged ?? [])
    for (const id of ids) {
      const known = all.get(id);
      if (known) known.push(name);
      else all.set(id, [name]);
    }
  return all;
}
