import {realpathSync, statSync} from 'node:fs';
import type {Problem} from '../../domain/problem.ts';
import type {ProblemKind} from '../../domain/problem.ts';
import {aboutEntries, aboutFolder} from './about/about.ts';
import {articleFile} from './article/article-file.ts';
import type {ArticleFile} from './article/article-file.ts';
import {isReadme, isText, nameOf} from './choice.ts';
import {inOrder} from './order.ts';
import {readFiles, readText, TooLarge} from './read-files.ts';
import {siteIn} from './site.ts';
import {validatorOf} from './validator.ts';
import {walk} from './walk.ts';
import type {Entry} from './walk.ts';
import {Warnings} from './warnings.ts';
import {LIMITS} from '../format/format.ts';
import type {Parsed} from '../format/format.ts';

export type FolderOptions = Readonly<{
  /** Articles at most; what is more is left out with a warning. */
  items?: number;
  /** Folders inside one another. */
  depth?: number;
  /** Bytes that one file may have. */
  fileBytes?: number;
  signal?: AbortSignal;
}>;

export type Folder = Readonly<{
  /** Newest first; what names no day comes last; of one day, by path. */
  parsed: Parsed;
  /** Changes when a file is added, removed or written: names, sizes, times. Kept as the source's `etag`. */
  validator: string;
}>;

const DEPTH = 256;
const FILE_BYTES = 20_000_000;
const ALL_BYTES = 400_000_000;

/** The articles of a folder, found recursively. Nothing in it is ever executed, no link out of it is followed. */
export async function openFolder(path: string, options: FolderOptions = {}): Promise<Folder> {
  const root = realpathSync(path);
  const warnings = new Warnings();
  const about = aboutFolder(root);
  warnings.take(about.warnings);
  const walked = await walkFolder(root, options);
  if (walked.tooDeep > 0)
    warnings.add(
      'too-large',
      `Folders more than ${options.depth ?? DEPTH} deep were left out.`,
      'The setting limits.depth allows more.',
    );
  const entries = withinLimits(walked.entries, options, warnings);
  const surroundings = {people: about.people, homepage: about.publication.homepage};
  const files: ArticleFile[] = [];
  await readFiles(
    root,
    entries,
    {fileBytes: options.fileBytes ?? FILE_BYTES, signal: options.signal},
    (entry, text) => {
      const file = articleFile(entry.path, text, entry.modified, surroundings);
      if (file.fault !== undefined)
        warnings.add('malformed', `The front matter of ${entry.path} ${file.fault}.`);
      if (!file.isDraft && !isEmpty(file)) files.push(file);
    },
    (entry, error) => warnings.add(...faultOf(entry, error)),
  );
  const parsed: Parsed = {...about.publication, articles: inOrder(files), warnings: warnings.all()};
  return {parsed, validator: validatorOf([...walked.entries, ...aboutEntries(root)])};
}

/** Looks at names, sizes and times alone, so a refresh that finds nothing new reads no file. */
export async function folderValidator(path: string, options: FolderOptions = {}): Promise<string> {
  const root = realpathSync(path);
  const {entries} = await walkFolder(root, options);
  return validatorOf([...entries, ...aboutEntries(root)]);
}

/** One file of text as a publication of one article. Undefined where its name or its bytes say that it is no text. */
export async function openFile(
  path: string,
  {fileBytes = FILE_BYTES}: FolderOptions = {},
): Promise<Parsed | undefined> {
  const name = nameOf(path.replaceAll('\\', '/'));
  const text = readText(path, fileBytes);
  if (!isText(name) && text.includes('\0')) return undefined;
  const {mtimeMs} = statSync(path);
  const {article, fault} = articleFile(isText(name) ? name : `${name}.md`, text, mtimeMs, {
    people: new Map(),
  });
  const warnings: Problem[] =
    fault === undefined ? [] : [{kind: 'malformed', message: `The front matter of ${name} ${fault}.`}];
  return {articles: [article], warnings};
}

async function walkFolder(root: string, {depth = DEPTH, signal}: FolderOptions) {
  const {entersFolder, takesFile} = siteIn(root);
  const walked = await walk(root, {depth, entersFolder, takesFile, signal});
  const articles = walked.entries.filter(({path}) => !isReadme(path));
  return {...walked, entries: articles.length > 0 ? articles : walked.entries};
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
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  if (code === 'EACCES' || code === 'EPERM')
    return ['denied', `${path} can’t be read: you have no permission.`];
  return ['missing', `${path} can’t be read.`];
}
