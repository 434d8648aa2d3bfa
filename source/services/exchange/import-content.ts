import {createReadStream, statSync} from 'node:fs';
import {LIST_BYTES} from '../../domain/limits.ts';
import {ProblemError, type Problem} from '../../domain/problem.ts';
import type {StateLine} from '../../domain/state-line.ts';
import type {NewsboatCache, Sources} from '../../ports/fetching.ts';
import {locate} from '../locate.ts';
import {isState, stateParts} from './state-file.ts';
import {begin, decoded} from './text-lines.ts';

/** A state comes in parts, since it may be of any length; a list is short, and read whole. */
export type Content = Readonly<
  {kind: 'state'; parts: AsyncIterable<readonly StateLine[]>} | {kind: 'list'; text: string}
>;

type Ports = Readonly<{sources: () => Promise<Sources>; newsboat: () => Promise<NewsboatCache>}>;

/** Characters that are enough to see the first line of a state. */
const HEAD = 64_000;
/** Items of newsboat that are read together. */
const MOST_ITEMS = 500;
const DATABASE = 'SQLite format 3\0';

/** The content of a file or an address. What is left out of it joins the problems when its parts are read. */
export async function contentOf(
  typed: string,
  ports: Ports,
  problems: Problem[],
  signal: AbortSignal,
): Promise<Content> {
  const path = locate(typed);
  if (statSync(path, {throwIfNoEntry: false})?.isFile()) {
    // A fault of the file is met again below, and named there.
    const begun = await begin(decoded(createReadStream(path)), HEAD).catch(() => undefined);
    if (begun && isState(begun.head)) return {kind: 'state', parts: stateParts(begun.chunks)};
    await begun?.chunks.return(undefined);
    if (begun?.head.startsWith(DATABASE))
      return {kind: 'state', parts: newsboatParts(path, await ports.newsboat(), problems, signal)};
  }
  const text = await (await ports.sources()).readText(typed, signal);
  return await contentIn(one(text), typed);
}

/** The content of what is piped in. */
export async function contentIn(given: AsyncIterable<Uint8Array | string>, name: string): Promise<Content> {
  const {head, chunks} = await begin(decoded(given), HEAD);
  return isState(head)
    ? {kind: 'state', parts: stateParts(chunks)}
    : {kind: 'list', text: await listIn(chunks, name)};
}

async function listIn(chunks: AsyncIterable<string>, name: string): Promise<string> {
  const pieces: string[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > LIST_BYTES)
      throw new ProblemError({
        kind: 'too-large',
        message: `${name} has no end, or is larger than ${LIST_BYTES / 1_000_000} MB.`,
        advice: 'Divide it into smaller files.',
      });
    pieces.push(chunk);
  }
  return pieces.join('');
}

async function* one(text: string): AsyncGenerator<string> {
  yield text;
}

async function* newsboatParts(
  path: string,
  newsboat: NewsboatCache,
  problems: Problem[],
  signal: AbortSignal,
): AsyncGenerator<readonly StateLine[]> {
  let left = 0;
  for (const {line, items} of await newsboat.feeds(path, signal)) {
    yield [line];
    for (let from = 0; from < items.length;) {
      const next = items.slice(from, from + MOST_ITEMS);
      const {lines, read, large} = await newsboat.items(path, line.publication.id, next, from, signal);
      yield lines;
      from += read;
      left += large;
    }
  }
  const size = 'of more than 20 MB';
  const which = left === 1 ? `an article ${size} was` : `${left} articles ${size} were`;
  if (left > 0) problems.push({kind: 'too-large', location: path, message: `${path}: ${which} left out.`});
}
