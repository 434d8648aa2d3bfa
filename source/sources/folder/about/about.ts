import {readdirSync, realpathSync, statSync} from 'node:fs';
import {join, sep} from 'node:path';
import type {Problem} from '../../../domain/problem.ts';
import {isFields} from '../../front-matter/fields.ts';
import type {RawAuthor} from '../../format/format.ts';
import {frontMatterOf} from '../../front-matter/front-matter.ts';
import {peopleIn} from './people.ts';
import type {People} from './people.ts';
import {
  PEOPLE_FILES,
  PEOPLE_FOLDERS,
  peopleOfPublication,
  publicationFrom,
  PUBLICATION_FILES,
  settingsIn,
} from './publication.ts';
import type {Publication} from './publication.ts';
import {readText} from '../read-files.ts';
import type {Entry} from '../walk.ts';

/** What stands in a folder beside its articles: its own words, and those who write. */
export type About = Readonly<{publication: Publication; people: People; warnings: readonly Problem[]}>;

const MOST_BYTES = 2_000_000;
const MOST_PEOPLE = 2_000;

export function aboutFolder(root: string): About {
  const warnings: Problem[] = [];
  const settings = firstOf(PUBLICATION_FILES, path => valueAt(root, path, warnings));
  const fields = isFields(settings) ? settings : {};
  const people = new Map<string, RawAuthor>();
  for (const path of PEOPLE_FILES) add(peopleIn(valueAt(root, path, warnings)));
  for (const folder of PEOPLE_FOLDERS) add(peopleIn(personFiles(root, folder)));
  add(peopleOfPublication(fields));
  return {publication: publicationFrom(fields, people), people, warnings};

  function add(more: People): void {
    for (const [key, author] of more) people.set(key, {...people.get(key), ...author});
  }
}

/** The files that aboutFolder reads, so that a change of one is noticed. */
export function aboutEntries(root: string): readonly Entry[] {
  const folders = PEOPLE_FOLDERS.flatMap(folder =>
    namesIn(join(root, folder)).map(name => `${folder}/${name}`),
  );
  return [...PUBLICATION_FILES, ...PEOPLE_FILES, ...folders].flatMap(path => {
    const stats = statSync(join(root, path), {throwIfNoEntry: false});
    return stats?.isFile() ? [{path, bytes: stats.size, modified: stats.mtimeMs}] : [];
  });
}

function firstOf<Value>(
  paths: readonly string[],
  read: (path: string) => Value | undefined,
): Value | undefined {
  for (const path of paths) {
    const value = read(path);
    if (value !== undefined) return value;
  }
  return undefined;
}

function valueAt(root: string, path: string, warnings: Problem[]): unknown {
  const text = textInside(root, path);
  if (text === undefined) return undefined;
  const settings = settingsIn(path, text);
  if (settings?.fault !== undefined)
    warnings.push({kind: 'malformed', message: `${path} ${settings.fault}; what can be read of it is used.`});
  return settings?.value;
}

/** A file for each: its name is the key. */
function personFiles(root: string, folder: string): Record<string, unknown> {
  const people: Record<string, unknown> = {};
  for (const name of namesIn(join(root, folder))) {
    const text = textInside(root, `${folder}/${name}`);
    const key = name.replace(/\.[a-z]+$/iu, '');
    if (text === undefined || key === '__proto__') continue;
    const fields = /\.(?:md|markdown|html)$/iu.test(name) ? biographyIn(text) : settingsIn(name, text)?.value;
    if (isFields(fields)) people[key] = {key, ...fields};
  }
  return people;
}

/** A person's page: its text is the biography where its head has none. */
function biographyIn(text: string): Record<string, unknown> {
  const {fields, body} = frontMatterOf(text);
  const bio = body.trim();
  return bio === '' || bio.length > 1000 ? fields : {bio, ...fields};
}

function namesIn(path: string): readonly string[] {
  try {
    return readdirSync(path)
      .filter(name => /\.(?:ya?ml|json|toml|md|markdown|html)$/iu.test(name))
      .slice(0, MOST_PEOPLE);
  } catch {
    return [];
  }
}

/** The text of a file; undefined where there is none, or a link that leads out of the folder. */
function textInside(root: string, path: string): string | undefined {
  try {
    const real = realpathSync(join(root, path));
    return real.startsWith(root.endsWith(sep) ? root : root + sep) ? readText(real, MOST_BYTES) : undefined;
  } catch {
    return undefined;
  }
}
