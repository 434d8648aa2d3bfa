import {existsSync, realpathSync, statSync} from 'node:fs';
import {dirname, join, relative, sep} from 'node:path';
import type {Problem} from '../../domain/problem.ts';
import type {Parsed} from '../format/format.ts';
import {aboutFolder} from './about/about.ts';
import {articleFile, partsOf} from './article/article-file.ts';
import type {Parts} from './article/article-file.ts';
import {titleIn} from './article/article-fields.ts';
import {headingOf} from './article/opening.ts';
import {pickFrom} from './article/pick.ts';
import {linksAmong} from './links.ts';
import type {Links} from './links.ts';
import {FILE_BYTES} from '../text/read-file.ts';
import {readText} from './read-files.ts';
import {isText, markupOf, nameOf} from './site/choice.ts';
import type {Generator} from './site/generators.ts';
import {generatorAround, siteIn} from './site/site.ts';
import {walk} from './walk.ts';

/** Folders inside one another, where no setting says otherwise. */
export const DEPTH = 256;

/**
 * One file of text as a publication of one article. Undefined where its name or its bytes say that it is no
 * text.
 */
export async function openFile(
  path: string,
  {fileBytes = FILE_BYTES, now = Date.now()}: Readonly<{fileBytes?: number; now?: number}> = {},
): Promise<Parsed | undefined> {
  const name = nameOf(path.replaceAll('\\', '/'));
  const text = readText(path, fileBytes);
  if (!isText(name) && text.includes('\0')) return undefined;
  const real = realpathSync(path);
  const {generator, home} = generatorAround(dirname(real));
  // Of a file that belongs to no site the folder is not looked at: it may be anything, even the reader's
  // home.
  const {people, settings, publication} = generator
    ? aboutFolder(home, home)
    : {people: new Map(), settings: {}, publication: {}};
  const file = isText(name) ? name : `${name}.md`;
  const links = generator
    ? await linksIn(home, generator, relative(home, real).split(sep).join('/'))
    : linksBeside(real);
  const parts = await partsIn(file, text, {generator, links});
  const {article, fault} = articleFile(file, parts, statSync(path).mtimeMs, {
    people,
    settings,
    homepage: publication.homepage,
    generator,
    links,
    now,
  });
  const warnings: Problem[] =
    fault === undefined ? [] : [{kind: 'malformed', message: `The front matter of ${name} ${fault}.`}];
  return {articles: [article], warnings, ...(publication.authors && {authors: publication.authors})};
}

/** Links of a file that is opened by itself, among all files of its site. */
async function linksIn(home: string, generator: Generator, from: string): Promise<Links> {
  const {entries} = await walk(home, {...siteIn(home), depth: DEPTH});
  return linksAmong(
    entries.map(({path}) => path),
    path => titleAt(join(home, path), generator),
  )(from);
}

/** A file that belongs to no site can name those beside it. */
function linksBeside(path: string): Links {
  const folder = dirname(path);
  const none = linksAmong([])(nameOf(path));
  return {
    ...none,
    find: reference => {
      const [name = ''] = reference.split(/[#|]/u, 1);
      return name.trim() === '' || /[/\\\0]/u.test(name)
        ? undefined
        : [name, `${name}.md`].find(file => isText(file) && existsSync(join(folder, file)));
    },
  };
}

/** The title of an article whose file is not read for itself. */
export function titleAt(path: string, generator: Generator | undefined): string | undefined {
  try {
    if (markupOf(path) !== undefined) return undefined;
    const {fields, body} = partsOf(path, readText(path, FILE_BYTES), generator);
    return titleIn(pickFrom(fields)) ?? headingOf(body);
  } catch {
    return undefined;
  }
}

/** The head and the text of a file, by what its name says of its format. */
export async function partsIn(
  path: string,
  text: string,
  {generator, links}: Readonly<{generator: Generator | undefined; links: Links}>,
): Promise<Parts> {
  const markup = markupOf(path);
  if (markup === undefined) return partsOf(path, text, generator);
  const {readMarkup} = await import('./markup/markup.ts');
  return await readMarkup(markup, text, links);
}
