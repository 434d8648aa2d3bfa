import {publicationId} from '../../domain/article/identity.ts';
import {canonicalLocation, webAddress} from '../../domain/publication/location.ts';
import {withoutPasswords} from '../../domain/publication/passwords.ts';
import {ProblemError, type Problem} from '../../domain/problem.ts';
import type {Imported, StateLine} from '../../domain/state-line.ts';
import {locationOf, type SourceEntry} from '../../options/source-entries.ts';
import type {Library} from '../../ports/library.ts';
import type {Services} from '../context.ts';
import {isHeldPublic} from './import-sources.ts';
import {acceptance, acceptedPreferences, type Consent} from './accepted-state.ts';
import {linesOf} from './text-lines.ts';
import {parseJson} from '../../domain/text/parse-json.ts';

/** True for the beginning of what `inkwell export --state` wrote: its first line with anything in it. */
export function isState(text: string): boolean {
  const line = /\S[^\n]*/u.exec(text)?.[0] ?? '';
  try {
    const head = JSON.parse(line) as {kind?: unknown} | null;
    return head?.kind === 'inkwell';
  } catch {
    return false;
  }
}

/** The library line by line, then the preferences. */
export function* exportState(
  library: Library | undefined,
  preferences: ReadonlyMap<string, unknown>,
): Iterable<StateLine> {
  const values = [...preferences].flatMap(([key, value]) =>
    isOfThisMachine(key) ? [] : [[key, portable(key, value)] as const],
  );
  if (library) yield* library.exportState();
  else if (values.length > 0) yield {kind: 'inkwell', version: 1};
  if (values.length > 0) yield {kind: 'preferences', values: Object.fromEntries(values)};
}

/** Imports an exported state. The preferences come last: the library is stored whatever they hold. */
export async function importState(
  parts: AsyncIterable<readonly StateLine[]>,
  consent: Consent,
  {library, preferences}: Pick<Services, 'library' | 'preferences'>,
  problems: Problem[],
  signal: AbortSignal,
): Promise<Imported & Readonly<{preferences: number}>> {
  const values: Record<string, unknown> = {};
  const imported = {sources: 0, articles: 0, marks: 0, signups: 0};
  const accept = acceptance(consent, library, problems);
  for await (const part of parts) {
    signal.throwIfAborted();
    for (const line of part) if (line.kind === 'preferences') Object.assign(values, line.values);
    const {articles, marks, signups, sources} = library.importState(accept(part));
    imported.sources += sources;
    imported.articles += articles;
    imported.marks += marks;
    imported.signups += signups;
  }
  return {
    ...imported,
    preferences: await importPreferences(values, consent, {library, preferences}, problems),
  };
}

/** Characters of a line: JSON of that length may need forty times as much memory. */
export const LONGEST_STATE_LINE = 32_000_000;

/** Lines and characters that are imported together. */
const MOST_LINES = 500;
const PART = 4_000_000;

/** The lines of an exported state, in parts of a size that memory does not feel. */
export async function* stateParts(
  chunks: AsyncIterable<string>,
  longest = LONGEST_STATE_LINE,
): AsyncGenerator<readonly StateLine[]> {
  let number = 0;
  let part: StateLine[] = [];
  let size = 0;
  for await (const line of linesOf(chunks, longest, number => tooLong(number, longest))) {
    number++;
    if (line.trim() === '') continue;
    part.push(stateLine(line, number));
    size += line.length;
    if (part.length < MOST_LINES && size < PART) continue;
    yield part;
    [part, size] = [[], 0];
  }
  yield part;
}

function tooLong(number: number, most: number): ProblemError {
  return new ProblemError({
    kind: 'too-large',
    message: `Line ${number} can't be imported: it has more than ${most} characters.`,
    advice: 'It holds one article at most; delete the line to import the others.',
  });
}

function stateLine(line: string, number: number): StateLine {
  try {
    const entry = parseJson(line) as StateLine;
    if (typeof entry === 'object' && typeof entry.kind === 'string') return entry;
  } catch {}
  throw new ProblemError({
    kind: 'malformed',
    message: `Line ${number} can't be imported: it is not a JSON object with a "kind".`,
    advice: 'It may have been cut off; export it again.',
  });
}

/** Sees that the sources of imported preferences are asked as public addresses. */
function holdPublic(entries: readonly SourceEntry[] = [], {folders}: Consent, library: Library): void {
  const addresses = entries.flatMap(entry => webAddress(locationOf(entry)) ?? []);
  const unknown = addresses.filter(
    address => isHeldPublic(address, folders) && !library.source(publicationId(canonicalLocation(address))),
  );
  if (unknown.length > 0)
    library.followAll(unknown.map(location => ({location, isListed: false, isPrivate: false})));
}

/**
 * Sets the values that this machine does not have; reports those that can't be set. Returns how many were
 * set.
 */
async function importPreferences(
  values: Readonly<Record<string, unknown>>,
  consent: Consent,
  {library, preferences}: Pick<Services, 'library' | 'preferences'>,
  problems: Problem[],
): Promise<number> {
  const present = preferences.read();
  const missing = Object.entries(values).filter(([key]) => !present.has(key));
  for (const [key] of missing.filter(([key]) => isOfThisMachine(key)))
    problems.push({
      kind: 'malformed',
      message: `A preference was skipped: "${key}" is set on each machine.`,
    });
  const moving = Object.fromEntries(
    missing.flatMap(([key, value]) => (isOfThisMachine(key) ? [] : [[key, portable(key, value)]])),
  );
  const accepted = acceptedPreferences(moving, consent, problems);
  // Before they are followed.
  holdPublic(accepted.get('sources') as readonly SourceEntry[] | undefined, consent, library);
  for (const [key, value] of accepted) await preferences.write(key, value);
  return accepted.size;
}

/**
 * Files and programs of one machine: on another they would be wrong, so they are neither exported nor
 * imported.
 */
const OF_THIS_MACHINE = new Set([
  'library',
  'log',
  'editor',
  'pager',
  'browser',
  'browsers',
  'commands',
  'accounts',
]);

const isOfThisMachine = (key: string): boolean => OF_THIS_MACHINE.has(key);

/** A file from elsewhere must not name a command that this machine runs for a password. */
function portable(key: string, value: unknown): unknown {
  if (key !== 'sources' || !Array.isArray(value)) return value;
  return (value as unknown[]).map(entry => {
    if (typeof entry !== 'object' || entry === null) return entry;
    const {
      passwordCommand: _,
      passwordEnv: __,
      tokenCommand: ___,
      ...rest
    } = entry as Record<string, unknown>;
    return rest;
  });
}

/**
 * A line without secrets: passwords in addresses, headers that are sent to a source, and the reader's own
 * address. The same line where it has none.
 */
export function withoutSecrets(whole: StateLine): StateLine {
  const line = lineWithoutPasswords(whole);
  if (line.kind === 'publication') {
    const {headers, ...settings} = line.source.settings;
    return headers ? {...line, source: {...line.source, settings}} : line;
  }
  if (line.kind === 'signup' && line.signup.email !== undefined) {
    const {email: _, ...signup} = line.signup;
    return {...line, signup};
  }
  if (line.kind !== 'preferences') return line;
  const {'email.address': address, sources, ...values} = line.values;
  const hasSecrets = address !== undefined || (Array.isArray(sources) && sources.some(hasHeaders));
  if (!hasSecrets) return line;
  const rest = Array.isArray(sources) ? {sources: (sources as unknown[]).map(withoutHeaders)} : {};
  return {...line, values: {...values, ...rest}};
}

function lineWithoutPasswords(line: StateLine): StateLine {
  const json = JSON.stringify(line);
  const without = withoutPasswords(json);
  return without === json ? line : (JSON.parse(without) as StateLine);
}

function hasHeaders(entry: unknown): entry is {headers: unknown} {
  return typeof entry === 'object' && entry !== null && 'headers' in entry;
}

function withoutHeaders(entry: unknown): unknown {
  if (!hasHeaders(entry)) return entry;
  const {headers: _, ...rest} = entry;
  return rest;
}
