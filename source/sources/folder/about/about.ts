import {existsSync, readdirSync, realpathSync, statSync} from 'node:fs';
import type {Dirent} from 'node:fs';
import {join, sep} from 'node:path';
import type {Problem} from '../../../domain/problem.ts';
import {isFields} from '../../front-matter/fields.ts';
import type {Fields} from '../../front-matter/fields.ts';
import type {RawAuthor} from '../../format/format.ts';
import {frontMatterOf} from '../../front-matter/front-matter.ts';
import {peopleIn} from './people.ts';
import type {People} from './people.ts';
import {
  PARAMETER_FILES,
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

/** A folder's own words beside its articles, and its writers. */
export type About = Readonly<{
  publication: Publication;
  people: People;
  /** The settings of the site, in which generators say how they treat articles. */
  settings: Fields;
  warnings: readonly Problem[];
}>;

const MOST_BYTES = 2_000_000;
const MOST_PEOPLE = 2_000;

/** `home`: where the site is that the folder belongs to; its people write here too, and its settings hold. */
export function aboutFolder(root: string, home: string): About {
  const warnings: Problem[] = [];
  const own = fieldsOf(root, warnings);
  const settings = home === root ? own : fieldsOf(home, []);
  const people = new Map<string, RawAuthor>();
  for (const folder of new Set([home, root])) {
    for (const path of peopleFiles(folder)) add(peopleIn(valueAt(folder, path, warnings)));
    for (const path of PEOPLE_FOLDERS) add(peopleIn(personFiles(folder, path)));
  }
  add(peopleOfPublication(settings));
  add(peopleOfPublication(own));
  const publication = publicationFrom(own, people);
  const {authors = publication.authors} = home === root ? publication : publicationFrom(settings, people);
  return {publication: {...publication, ...(authors && {authors})}, people, settings, warnings};

  function add(more: People): void {
    for (const [key, author] of more) people.set(key, {...people.get(key), ...author});
  }
}

/** The files that aboutFolder reads, so that a change of one is noticed. */
export function aboutEntries(root: string): readonly Entry[] {
  const folders = PEOPLE_FOLDERS.flatMap(folder =>
    namesIn(join(root, folder)).map(name => `${folder}/${name}`),
  );
  return [...PUBLICATION_FILES, ...PARAMETER_FILES, ...peopleFiles(root), ...folders].flatMap(path => {
    const stats = statSync(join(root, path), {throwIfNoEntry: false});
    return stats?.isFile() ? [{path, bytes: stats.size, modified: stats.mtimeMs}] : [];
  });
}

/** Blogs beside one another have authors of their own. */
function peopleFiles(root: string): readonly string[] {
  const folders = entriesIn(root).filter(
    entry => entry.isDirectory() && !/^[._]|^node_modules$/u.test(entry.name),
  );
  const below = folders
    .slice(0, MOST_FOLDERS)
    .flatMap(({name}) => [`${name}/authors.yml`, `${name}/authors.yaml`, `${name}/authors.json`]);
  return [...below.filter(path => existsSync(join(root, path))), ...PEOPLE_FILES, '.authors.yml'];
}

const MOST_FOLDERS = 50;

function fieldsOf(root: string, warnings: Problem[]): Fields {
  const settings = firstOf(PUBLICATION_FILES, path => valueAt(root, path, warnings));
  const parameters = firstOf(PARAMETER_FILES, path => valueAt(root, path, warnings));
  const fields = isFields(settings) ? settings : {};
  return isFields(parameters)
    ? {...fields, params: {...parameters, ...(isFields(fields['params']) && fields['params'])}}
    : fields;
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

/** A file for each, or a folder with a page: its name is the key. */
function personFiles(root: string, folder: string): Record<string, unknown> {
  const people: Record<string, unknown> = {};
  for (const name of namesIn(join(root, folder))) {
    const text = textInside(root, `${folder}/${name}`);
    const key = name.replace(/(?:\/_?index)?\.[a-z]+$/iu, '');
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
  return entriesIn(path)
    .flatMap(entry =>
      entry.isDirectory() ? [`${entry.name}/_index.md`, `${entry.name}/index.md`] : [entry.name],
    )
    .filter(name => /\.(?:ya?ml|json|toml|md|markdown|html)$/iu.test(name))
    .slice(0, MOST_PEOPLE);
}

function entriesIn(path: string): readonly Dirent[] {
  try {
    return readdirSync(path, {withFileTypes: true});
  } catch {
    return [];
  }
}

/** The text of a file; undefined where there is none, or a link that leads out of the folder. */
function textInside(root: string, path: string): string | undefined {
  const file = join(root, path);
  // Of some forty names most are missing, and an error takes longer than the question.
  if (!existsSync(file)) return undefined;
  try {
    const real = realpathSync(file);
    return real.startsWith(root.endsWith(sep) ? root : root + sep) ? readText(real, MOST_BYTES) : undefined;
  } catch {
    return undefined;
  }
}
