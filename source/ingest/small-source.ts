import {readdirSync, realpathSync, statSync, existsSync} from 'node:fs';
import {dirname, extname, join} from 'node:path';
import {generatorAround} from '../sources/folder/site/site.ts';
import {placeOf} from '../sources/place/place.ts';

/*
 * The one place that decides by size and origin which thread a command reads a source in. A thread takes
 * longer to start than a small text takes to read. What reads plain texts takes work in proportion to their
 * length (test/sources/folder/hostile-file.test.ts), so these bounds hold the limits of domain/limits.ts by
 * a factor of ten. Whatever else there is goes to the supervised worker: pages, feeds, mails, other markup,
 * sites of a generator, everything from the network.
 */

/** Bytes of one text, and of all texts of a folder. */
const FILE_BYTES = 64_000;
const FOLDER_BYTES = 1_000_000;
/** Names in a folder and below, and folders inside one another. */
const MOST_NAMES = 400;
const DEEPEST = 4;

/** Texts, and the settings of a folder: Inkwell's own readers read them. */
const TEXT = /^\.(?:md|markdown|txt|text)$/iu;
const PLAIN = /^\.(?:md|markdown|txt|text|yml|yaml|toml|json)$/iu;
const UNREAD = /^\.(?:png|jpe?g|gif|webp|avif|svg|ico|css|woff2?|mp[34]|pdf)$/iu;

/** The path of a file or folder that is small and plain; undefined for any other source. */
export function smallPath(location: string): string | undefined {
  try {
    const place = placeOf(location, existsSync);
    if (place.kind !== 'disk') return undefined;
    const path = realpathSync(place.path);
    const stats = statSync(path);
    const isSmall = stats.isDirectory()
      ? isSmallFolder(path)
      : stats.isFile() && isSmallFile(path, stats.size);
    const around = stats.isDirectory() ? path : dirname(path);
    return isSmall && generatorAround(around).generator === undefined ? place.path : undefined;
  } catch {
    // The worker meets the fault again, and names it.
    return undefined;
  }
}

export function isSmall(location: string): boolean {
  return smallPath(location) !== undefined;
}

function isSmallFile(path: string, bytes: number): boolean {
  return TEXT.test(extname(path)) && bytes <= FILE_BYTES;
}

function isSmallFolder(root: string): boolean {
  let names = 0;
  let bytes = 0;
  const waiting = [{folder: root, depth: 0}];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const {folder, depth} = next;
    if (depth > DEEPEST) return false;
    for (const entry of readdirSync(folder, {withFileTypes: true})) {
      if (++names > MOST_NAMES) return false;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) waiting.push({folder: path, depth: depth + 1});
      else if (!entry.isFile()) return false;
      else if (!UNREAD.test(extname(entry.name))) {
        const {size} = statSync(path);
        bytes += size;
        if (!PLAIN.test(extname(entry.name)) || size > FILE_BYTES || bytes > FOLDER_BYTES) return false;
      }
    }
  }
  return true;
}
