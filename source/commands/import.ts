import {readFile, stat} from 'node:fs/promises';
import type {Library} from '../ports/library.ts';
import type {Imported, StateLine} from '../domain/state-line.ts';
import {reasonOf} from '../domain/system-error.ts';
import {webAddress} from '../domain/publication/location.ts';
import {ProblemError, type Problem} from '../domain/problem.ts';
import type {CommandContext} from '../command-line/table.ts';
import {EXIT} from '../runtime/exit.ts';
import {followable} from '../services/followable.ts';
import {problemJson} from '../output/listing.ts';
import {readOpml, type Outlined} from '../services/opml.ts';
import {isState, stateLines} from '../services/exported-state.ts';
import {readStandardInput} from '../runtime/standard-input.ts';
import {counted} from '../output/counted.ts';

/** `inkwell import`: OPML, or what `inkwell export --state` wrote. Nothing is fetched. */
export async function run(context: CommandContext<'import'>): Promise<number> {
  const {flags, options, output, ports, words} = context;
  const [file = '-'] = words;
  const text = file === '-' ? await readStandardInput() : await readWithin(file, options.limits.bytes);
  const library = await ports.library();
  const problems: Problem[] = [];
  const imported = isState(text)
    ? await importState(text, library, context, problems)
    : importOpml(readOpml(text), flags.folders ?? false, library, problems);
  if (flags.json) await output.json({version: 1, ...imported, problems: problems.map(problemJson)});
  else await tell(imported, problems, output);
  if (problems.length === 0) return EXIT.done;
  return Object.values(imported).some(count => count > 0) ? EXIT.partly : EXIT.failed;
}

/** The preferences come last: what the library took in is there, whatever they hold. */
async function importState(
  text: string,
  library: Library,
  context: CommandContext<'import'>,
  problems: Problem[],
): Promise<Taken> {
  const preferences: Record<string, unknown> = {};
  const imported = library.importState(libraryLines(text, preferences));
  const {importPreferences} = await import('../services/import-preferences.ts');
  return {...imported, preferences: await importPreferences(preferences, context, problems)};
}

function* libraryLines(text: string, preferences: Record<string, unknown>): Iterable<StateLine> {
  for (const line of stateLines(text))
    if (line.kind === 'preferences') Object.assign(preferences, line.values);
    else yield line;
}

type Taken = Imported & Readonly<{preferences?: number}>;

/** Each is fetched, again and again: more than anybody reads would be an accident, or somebody's trick. */
export const MOST_SOURCES = 10_000;

/** Only web addresses are taken from a file that others may have written, and folders if the person says so. */
function importOpml(
  outlined: readonly Outlined[],
  takesFolders: boolean,
  library: Library,
  problems: Problem[],
): Imported {
  if (outlined.length > MOST_SOURCES)
    throw new ProblemError({
      kind: 'too-large',
      message: `The file names ${outlined.length} sources; ${MOST_SOURCES} are imported at most.`,
      advice: 'Divide it, and import what you read.',
    });
  const known = new Map(library.sources().map(source => [source.location, source.settings]));
  const followed: Parameters<Library['followAll']>[0][number][] = [];
  for (const {folder, location, title} of outlined) {
    const isFolder = location.startsWith('/');
    const address = isFolder ? undefined : webAddress(location);
    if (address === undefined && !(isFolder && takesFolders)) {
      const message = isFolder
        ? `The folder ${location} was passed over.`
        : `${location} is no web address and was passed over.`;
      problems.push({
        kind: 'unsafe',
        location,
        message,
        ...(isFolder && {advice: 'Say --folders to follow local folders that the file names.'}),
      });
      continue;
    }
    const where = address ?? followable(location);
    const settings = {...(title !== undefined && {name: title}), ...known.get(where)};
    known.set(where, settings);
    followed.push({location: where, isListed: true, settings, ...(folder !== undefined && {folder})});
  }
  library.followAll(followed);
  return {sources: followed.length, articles: 0, marks: 0, signups: 0};
}

async function readWithin(file: string, limit: number): Promise<string> {
  try {
    const {size} = await stat(file);
    if (size > limit * 50)
      throw new ProblemError({kind: 'too-large', message: `${file} is larger than is ever imported.`});
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new ProblemError({
      kind: isMissing ? 'missing' : 'denied',
      message: isMissing ? `There is no file ${file}.` : `${file} can't be read: ${reasonOf(error)}.`,
    });
  }
}

async function tell(
  {articles, marks, preferences = 0, signups, sources}: Taken,
  problems: readonly Problem[],
  output: CommandContext<'import'>['output'],
): Promise<void> {
  for (const problem of problems) output.problem(problem);
  const parts = [
    counted(sources, 'source'),
    articles > 0 && counted(articles, 'article'),
    marks > 0 && counted(marks, 'mark'),
    signups > 0 && counted(signups, 'sign-up'),
    preferences > 0 && counted(preferences, 'preference'),
  ];
  await output.text(`Imported ${parts.filter(Boolean).join(', ')}.\n`);
  if (articles === 0 && sources > 0) output.note('"inkwell refresh" fetches them.');
}
