import {statSync} from 'node:fs';
import {extname} from 'node:path';
import {pathToFileURL} from 'node:url';
import {ProblemError} from '../../domain/problem.ts';
import type {Fetched} from '../../domain/publication/source.ts';
import {mailboxAt} from '../mail/mailbox-at.ts';
import {assemble} from '../article/assemble.ts';
import {documentOf} from '../text/document.ts';
import {FILE_BYTES, readFileWithin} from '../text/read-file.ts';
import {faultOfPath} from './fault-of-path.ts';
import type {Parsed} from '../format/format.ts';
import type {Asked, Local} from '../context.ts';

/** A folder of articles, a feed that was saved, or a single text. `path` is absolute. */
export async function openPath(asked: Asked, path: string, surroundings: Local): Promise<Fetched> {
  const {location, validators} = asked;
  const {limits, signal, items: files} = surroundings;
  const load = (parsed: Parsed, etag: string, isFolder = false): Fetched => {
    const url = pathToFileURL(isFolder ? `${path}/` : path).href;
    const {publication, articles, warnings} = assemble(
      parsed,
      {location, canonicalLocation: path, url},
      surroundings,
    );
    return {kind: 'loaded', publication, articles, warnings, validators: parsed.isCut ? {} : {etag}};
  };
  try {
    const entry = statSync(path);
    const mailbox = mailboxAt(path);
    if (mailbox) {
      const {openMailbox} = await import('../mail/open-mailbox.ts');
      return await openMailbox(asked, mailbox, surroundings);
    }
    if (entry.isDirectory()) return await openFolderAt();
    if (!entry.isFile()) throw notReadable(path);
    const etag = `${entry.size}-${entry.mtimeMs}`;
    if (validators.etag === etag) return {kind: 'unchanged', validators};
    return load((await feedIn(path, surroundings)) ?? (await textIn(path, limits.bytes)), etag);
  } catch (error) {
    throw faultOfPath(error, path);
  }

  async function openFolderAt(): Promise<Fetched> {
    const {folderValidator, openFolder} = await import('../folder/folder.ts');
    const {items, depth, bytes: fileBytes = FILE_BYTES} = limits;
    const options = {items, depth, fileBytes, signal, files};
    if (
      validators.etag !== undefined &&
      validators.etag === (await folderValidator(path, options, validators.etag))
    ) {
      return {kind: 'unchanged', validators};
    }
    const {parsed, validator} = await openFolder(path, options);
    return load(parsed, validator, true);
  }
}

/** A feed or an API's answer that lies on this machine. Markdown and HTML are never one. */
async function feedIn(path: string, {limits}: Local): Promise<Parsed | undefined> {
  if (/^\.(?:md|mdx|markdown|html?|xhtml|txt|rst|adoc|asciidoc|org)$/iu.test(extname(path))) return undefined;
  const {formatOf} = await import('../format/formats.ts');
  const document = documentOf(readFileWithin(path, limits.bytes ?? FILE_BYTES), {
    url: pathToFileURL(path).href,
  });
  return formatOf(document)?.parse(document, limits);
}

async function textIn(path: string, fileBytes = FILE_BYTES): Promise<Parsed> {
  const {openFile} = await import('../folder/open-file.ts');
  const parsed = await openFile(path, {fileBytes});
  if (parsed) return parsed;
  throw notReadable(path);
}

function notReadable(path: string): ProblemError {
  return new ProblemError({
    kind: 'unsupported',
    message: `${path} is neither a folder, nor a feed, nor a text that Inkwell reads.`,
    advice: 'It reads Markdown, HTML, plain text, reStructuredText, AsciiDoc, Org, RSS, Atom and JSON Feed.',
  });
}
