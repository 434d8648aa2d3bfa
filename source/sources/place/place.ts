import {homedir} from 'node:os';
import {resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {isFetchable, isImap, mailboxOf, webAddress} from '../../domain/publication/location.ts';
import {printableLine} from '../../domain/text/printable.ts';
import {ProblemError} from '../../domain/problem.ts';

/** The place that a location names, as a person writes it. */
export type Place =
  | Readonly<{kind: 'web'; address: string}>
  | Readonly<{kind: 'imap'; address: string}>
  | Readonly<{kind: 'disk'; path: string}>;

/**
 * Web addresses, `file:` URLs and paths, relative ones from the current folder. A bare "example.com" is a web
 * address, unless `exists` says that there is a file of that name.
 */
export function placeOf(location: string, exists: (path: string) => boolean): Place {
  const text = location.trim();
  if (mailboxOf(text) !== undefined)
    throw cannot(text, 'holds letters, which come with their mailbox', 'unsupported');
  if (!isFetchable({location: text}))
    throw cannot(text, 'is a shelf of the library, and no place', 'unsupported');
  if (isImap(text)) return {kind: 'imap', address: text};
  if (/^file:/iu.test(text)) return {kind: 'disk', path: pathOf(text)};
  const path = resolve(text.replace(/^~(?=$|[/\\])/u, homedir()));
  const address = webAddress(text);
  const isPlain = /^(?:https?|feed):/iu.test(text);
  if (address !== undefined && (isPlain || !exists(path))) return {kind: 'web', address};
  if (isPlain) throw cannot(text, 'is no address', 'malformed');
  const scheme = /^([a-z][a-z\d+.-]+):\/\//iu.exec(text)?.[1];
  if (scheme !== undefined)
    throw cannot(text, `begins with ${scheme}:, a protocol that is not supported`, 'unsupported');
  return {kind: 'disk', path};
}

function pathOf(url: string): string {
  try {
    return fileURLToPath(url);
  } catch {
    throw cannot(url, 'is no file: address of this machine', 'malformed');
  }
}

function cannot(text: string, why: string, kind: 'malformed' | 'unsupported'): ProblemError {
  return new ProblemError({
    kind,
    message: `“${printableLine(text).slice(0, 200)}” ${why}.`,
    advice: 'A source is an http or https address, a folder, a file, or imaps://user@host/Folder.',
  });
}
