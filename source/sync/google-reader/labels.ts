import {ownTag} from '../../domain/article/own-tag.ts';
import {ProblemError} from '../../domain/problem.ts';
import type {ServerKind} from '../../domain/sync/account.ts';
import type {Answer} from '../../http/http.ts';
import type {ServerTags} from '../server.ts';
import {tagListFrom} from './answers.ts';

/** Servers that refuse labels on articles, or say OK and drop them. */
const WITHOUT: ReadonlySet<ServerKind> = new Set(['miniflux', 'commafeed', 'theoldreader']);

type Means = Readonly<{
  tagList: () => Promise<Answer>;
  list: (stream: string) => Promise<readonly string[]>;
  edit: (field: 'a' | 'r', stream: string, ids: readonly string[]) => Promise<void>;
}>;

/** Labels on articles: each is asked for in each round. */
const MOST = 200;

const streamOf = (label: string): string => `user/-/label/${label}`;

/**
 * Labels on articles as own tags. Folders are labels, too, and a server looks among them first, so a label
 * that has a folder's name is none. Labels of several words are the server's alone.
 */
export function labelsOf(server: ServerKind, {tagList, list, edit}: Means): ServerTags | undefined {
  if (WITHOUT.has(server)) return undefined;
  /** The server's way to write a tag. */
  let written: ReadonlyMap<string, string> = new Map();
  const labelFor = (name: string): string => written.get(name) ?? name;
  return {
    async names() {
      const all = tagListFrom(await tagList());
      if (all.length === 0) return undefined;
      const folders = all.flatMap(({label, type}) => (type === 'folder' ? [label] : []));
      const labels = all.flatMap(({label, type}) =>
        type === 'tag' && !folders.includes(label) ? [label] : [],
      );
      if (labels.length > MOST)
        throw new ProblemError({
          kind: 'too-large',
          message: `The server names ${labels.length} labels on articles; with more than ${MOST} none are synced.`,
        });
      const tags = new Map<string, string>();
      for (const label of labels) {
        const name = ownTag(label);
        if (name !== undefined && (!tags.has(name) || name === label)) tags.set(name, label);
      }
      written = tags;
      return {tags: [...tags.keys()], taken: folders.filter(folder => !tags.has(folder))};
    },
    ids: name => list(streamOf(labelFor(name))),
    set: (name, value, ids) => edit(value === 1 ? 'a' : 'r', streamOf(labelFor(name)), ids),
  };
}
