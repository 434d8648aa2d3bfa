import type {Parsed, RawAuthor, RawText} from '../../format/format.ts';
import {isFields} from '../../front-matter/fields.ts';
import type {Fields} from '../../front-matter/fields.ts';
import {readFields} from '../../front-matter/read-fields.ts';
import {authorsFrom, peopleIn} from './people.ts';
import type {People} from './people.ts';
import {pickFrom} from '../article/pick.ts';
import type {Pick as Picked} from '../article/pick.ts';
import {HUGO_FILES} from '../site/generators.ts';
import {settingsInScript} from './script-settings.ts';

export type Publication = Pick<
  Parsed,
  'title' | 'tagline' | 'homepage' | 'language' | 'authors' | 'newsletter'
>;

/** Files in which a folder describes itself, the most trusted first. */
export const PUBLICATION_FILES = [
  'publication.yml',
  'publication.yaml',
  'publication.json',
  'publication.toml',
  '_config.yml',
  '_config.yaml',
  '_config.toml',
  ...HUGO_FILES,
  'mkdocs.yml',
  'pelicanconf.py',
  'conf.py',
  ...scripts('docusaurus.config'),
  ...['', 'docs/'].flatMap(folder => [
    ...scripts(`${folder}.vitepress/config`),
    ...scripts(`${folder}.vuepress/config`),
  ]),
  ...scripts('gatsby-config'),
  'book.toml',
  '_data/metadata.json',
  '_data/site.json',
  'src/_data/metadata.json',
  'src/_data/site.json',
  ...scripts('astro.config'),
];
/** Beside Hugo's settings, for what its themes are told. */
export const PARAMETER_FILES = [
  'config/_default/params.toml',
  'config/_default/params.yaml',
  'config/_default/params.yml',
];

function scripts(name: string): readonly string[] {
  return ['js', 'mjs', 'cjs', 'ts', 'mts'].map(ending => `${name}.${ending}`);
}

/** Files in which writers are known by keys; `authors.yml` and its like in each folder at the top, too. */
export const PEOPLE_FILES = ['', '_data/', 'data/', 'source/_data/', 'src/_data/', 'src/data/'].flatMap(
  folder =>
    ['authors.yml', 'authors.yaml', 'authors.json', 'authors.toml', 'people.yml'].map(name => folder + name),
);
/** Folders with a file for each. */
export const PEOPLE_FOLDERS = [
  'data/authors',
  '_authors',
  '_data/authors',
  'content/authors',
  'content/author',
  'src/content/authors',
  'src/data/authors',
  'authors',
];

/** The values of a settings file; undefined where nothing can be read of it. */
export function settingsIn(path: string, text: string): {value: unknown; fault?: string} | undefined {
  if (/\.(?:py|[cm]?[jt]s)$/iu.test(path)) return settingsInScript(path, text);
  const bare = text
    .replace(/^\ufeff/u, '')
    .replaceAll(/\r\n?/gu, '\n')
    .replace(/^---[ \t]*\n/u, '')
    .replace(/\n(?:---|\.\.\.)[ \t]*\n?$/u, '\n');
  const syntax = /\.toml$/iu.test(path) ? 'toml' : /\.json$/iu.test(path) ? 'json' : 'yaml';
  const list =
    syntax === 'toml' || !/^\s*[-[]/u.test(bare)
      ? undefined
      : readFields(`list:\n${bare.replaceAll(/^/gmu, '  ')}`, 'yaml');
  if (list) return {value: list.fields['list'], ...(list.fault !== undefined && {fault: list.fault})};
  const reading = readFields(bare, syntax);
  return reading && {value: reading.fields, ...(reading.fault !== undefined && {fault: reading.fault})};
}

/**
 * The publication's own description; of generators' settings only what has the same meaning in all of them.
 */
export function publicationFrom(fields: Fields, people: People): Publication {
  const pick = pickFrom(ownFields(fields));
  const tagline = pick.text('tagline', 'description', 'subtitle', 'sitesubtitle', 'blogdescription');
  const homepage = pick.text('homepage', 'url', 'baseurl', 'siteurl', 'site');
  const language = pick.text(
    'language',
    'languagecode',
    'lang',
    'defaultlanguage',
    'defaultcontentlanguage',
    'locale',
    'defaultlang',
  );
  const title = pick.text('title', 'name', 'sitename', 'sitetitle', 'blogtitle');
  const authors = signersIn(pick, people);
  const newsletter = pick.values('newsletter')[0];
  return {
    ...(title !== undefined && {title: loose(title)}),
    ...(tagline !== undefined && {tagline: loose(tagline)}),
    ...(homepage !== undefined && /^https?:\/\//iu.test(homepage) && {homepage}),
    ...(language !== undefined && {language}),
    ...(authors.length > 0 && {authors}),
    ...((isFields(newsletter) || typeof newsletter === 'string') && {newsletter}),
  };
}

/** Without the names of a site's taxonomies, which are nobody's; with what it says in its main language. */
export function ownFields({taxonomies: _, languages, ...fields}: Fields): Fields {
  const pick = pickFrom(fields);
  const main = pick.text('defaultcontentlanguage', 'defaultlanguage') ?? 'en';
  const own = isFields(languages) ? (languages[main] ?? Object.values(languages)[0]) : undefined;
  return isFields(own) ? {...fields, ...own, params: {...inner(fields), ...inner(own)}} : fields;
}

function inner({params}: Fields): Fields {
  return isFields(params) ? params : {};
}

/** The publication's own writers, whom its articles may name by key. */
export function peopleOfPublication(fields: Fields): People {
  return peopleIn(pickFrom(ownFields(fields)).values('authors')[0]);
}

/** The writers of what nobody else signs: one `author`, or the only one of the `authors`. */
function signersIn(pick: Picked, people: People): readonly RawAuthor[] {
  const [single] = pick.values('author', 'blogauthor');
  if (single !== undefined) return authorsFrom(single, people);
  const all = new Set(peopleIn(pick.values('authors')[0]).values());
  return all.size === 1 ? [...all] : [];
}

function loose(content: string): RawText {
  return {content, format: 'loose'};
}
