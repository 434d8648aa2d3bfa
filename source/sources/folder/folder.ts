import {realpathSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {ProblemError} from '../../domain/problem.ts';
import type {ProblemKind} from '../../domain/problem.ts';
import type {Items} from '../context.ts';
import {instantFrom} from '../dates/dates.ts';
import {LIMITS} from '../format/format.ts';
import type {Parsed, RawArticle} from '../format/format.ts';
import {aboutEntries, aboutFolder} from './about/about.ts';
import {articleFile} from './article/article-file.ts';
import type {ArticleFile, Neighbourhood} from './article/article-file.ts';
import {linksAmong} from './links.ts';
import {DEPTH, partsIn, titleAt} from './open-file.ts';
import {FILE_BYTES, TooLarge} from '../text/read-file.ts';
import {readFiles} from './read-files.ts';
import type {Generator} from './site/generators.ts';
import {REPOSITORY, siteIn} from './site/site.ts';
import {validatorOf, walk} from './walk.ts';
import type {Entry, Walked} from './walk.ts';
import {Warnings} from './warnings.ts';

export type FolderOptions = Readonly<{
  /** Articles at most; what is more is left out with a warning. */
  items?: number;
  /** Folders inside one another. */
  depth?: number;
  /** Bytes that one file may have. */
  fileBytes?: number;
  /** Milliseconds since the epoch. */
  now?: number;
  signal?: AbortSignal;
  files?: Items | undefined;
}>;

export type Folder = Readonly<{
  /** Newest first; what names no day comes last; of one day, by path. */
  parsed: Parsed;
  /** Changes when a file is added, removed or written: names, sizes, times. Kept as the source's `etag`. */
  validator: string;
}>;

const ALL_BYTES = 400_000_000;

/**
 * The articles of a folder, found recursively. Nothing in it is ever executed, no link out of it is followed.
 */
export async function openFolder(path: string, options: FolderOptions = {}): Promise<Folder> {
  const root = realpathSync(path);
  const now = options.now ?? Date.now();
  const warnings = new Warnings();
  const site = siteIn(root);
  const about = aboutFolder(root, site.home);
  warnings.take(about.warnings);
  const walked = await walk(root, {...site, depth: options.depth ?? DEPTH, signal: options.signal});
  if (walked.tooDeep > 0)
    warnings.add(
      'too-large',
      `Folders more than ${options.depth ?? DEPTH} deep were left out.`,
      'The setting limits.depth allows more.',
    );
  const entries = withinLimits(walked.entries, options, warnings);
  const linksOf = linksAmong(
    entries.map(entry => entry.path),
    file => titleAt(join(root, file), site.generator),
  );
  const neighbourhood: Neighbourhood = {
    people: about.people,
    homepage: about.publication.homepage,
    generator: site.generator,
    settings: about.settings,
    now,
  };
  const read: {entry: Entry; file: ArticleFile}[] = [];
  const passed = [...walked.passed];
  await readFiles(
    root,
    entries,
    {fileBytes: options.fileBytes ?? FILE_BYTES, signal: options.signal, files: options.files},
    async (entry, text) => {
      const links = linksOf(entry.path);
      const parts = await partsIn(entry.path, text, {generator: site.generator, links});
      const file = articleFile(entry.path, parts, entry.modified, {...neighbourhood, links});
      if (file.fault !== undefined)
        warnings.add('malformed', `The front matter of ${entry.path} ${file.fault}.`);
      if (isEmpty(file)) passed.push({path: entry.path, why: 'have no words'});
      else read.push({entry, file});
    },
    (entry, error) => warnings.add(...faultOf(entry, error)),
  );
  const bundles = bundlesAmong(site.generator, entries);
  const articles = read.filter(({entry, file}) => !entry.needsHead || file.isHeaded);
  const shown = articles.length > 0 ? articles : read;
  if (articles.length > 0)
    passed.push(
      ...read.filter(one => !articles.includes(one)).map(({entry: {path}}) => ({path, ...REPOSITORY})),
    );
  const published = shown.filter(
    ({entry, file}) => file.held === undefined && !isInBundle(entry.path, bundles),
  );
  warnings.passedOver(passed);
  const due = Math.min(...shown.flatMap(({file}) => file.held?.until ?? []));
  const parsed: Parsed = {
    ...about.publication,
    articles: inOrder(published.map(({file}) => file)),
    warnings: warnings.all(),
  };
  return {
    parsed,
    validator: validatorOf(filesOf(root, walked)) + (Number.isFinite(due) ? `.${due}` : ''),
  };
}

/**
 * Looks at names, sizes and times alone, so a refresh that finds nothing new reads no file. `before`: the
 * validator of the last reading, which ends when an article that was held back is due.
 */
export async function folderValidator(
  path: string,
  options: FolderOptions = {},
  before = '',
): Promise<string> {
  const root = realpathSync(path);
  const walked = await walk(root, {...siteIn(root), depth: options.depth ?? DEPTH, signal: options.signal});
  const validator = validatorOf(filesOf(root, walked));
  const [hash, due] = before.split('.');
  return hash === validator && Number(due) > (options.now ?? Date.now()) ? before : validator;
}

function filesOf(root: string, {entries}: Walked): readonly Entry[] {
  return [...entries, ...aboutEntries(root)];
}

/** In Hugo and Zola a folder with an index is one page; other texts in it are parts of that. */
function bundlesAmong(generator: Generator | undefined, entries: readonly Entry[]): ReadonlySet<string> {
  if (generator?.name !== 'hugo') return new Set();
  const indexes = entries.filter(({path}) => /\/index\.\w+$/u.test(path));
  return new Set(indexes.map(({path}) => dirname(path)));
}

function isInBundle(path: string, bundles: ReadonlySet<string>): boolean {
  if (bundles.size === 0) return false;
  const isIndex = /\/index\.\w+$/u.test(path);
  for (let folder = dirname(isIndex ? dirname(path) : path); folder !== '.'; folder = dirname(folder))
    if (bundles.has(folder)) return true;
  return false;
}

/**
 * Newest first. What names no day of its own comes last, whatever time its file has: a fresh checkout gives
 * every file the time of the checkout. Of one day, by path.
 */
function inOrder(files: readonly ArticleFile[]): readonly RawArticle[] {
  return files
    .map(({article, isDated}) => ({
      article,
      isDated,
      date:
        article.published
          ?.map(written => (written === undefined ? undefined : instantFrom(written)))
          .find(Boolean) ?? '',
    }))
    .sort(
      (a, b) =>
        Number(b.isDated) - Number(a.isDated) ||
        compare(b.date, a.date) ||
        compare(a.article.path ?? '', b.article.path ?? ''),
    )
    .map(({article}) => article);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Names often begin with the day, so of too many files the last ones are kept. */
function withinLimits(
  entries: readonly Entry[],
  {items = LIMITS.items}: FolderOptions,
  warnings: Warnings,
): readonly Entry[] {
  const kept = entries.slice(-items);
  if (kept.length < entries.length)
    warnings.add(
      'too-large',
      `${entries.length} files are more than ${items}; the last ones by name are read.`,
      'The setting limits.items allows more.',
    );
  let bytes = 0;
  const readable = kept.filter(entry => (bytes += entry.bytes) <= ALL_BYTES);
  if (readable.length < kept.length)
    warnings.add(
      'too-large',
      `The folder holds more than ${ALL_BYTES / 1_000_000} MB of text; ${kept.length - readable.length} files were left out.`,
      'Open a folder inside of it.',
    );
  return readable;
}

/** A page without a title and without words is a redirect or a template. */
function isEmpty({article, isTitled}: ArticleFile): boolean {
  return !isTitled && !/[\p{L}\p{N}]/u.test(article.body?.content ?? '');
}

function faultOf({path, bytes}: Entry, error: unknown): [ProblemKind, string, string?] {
  if (error instanceof TooLarge)
    return [
      'too-large',
      `${path} has ${Math.round(bytes / 1_000_000)} MB, which is more than is read; it was left out.`,
      'The setting limits.bytes allows more.',
    ];
  if (error instanceof ProblemError)
    return [error.problem.kind, `${path} was left out: ${error.problem.message}`];
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  if (code === 'EACCES' || code === 'EPERM')
    return ['denied', `${path} can’t be read: you have no permission.`];
  return ['missing', `${path} can’t be read.`];
}
