import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Sources} from '../ports/fetching.ts';

type Page = Awaited<ReturnType<Sources['openPage']>>;

/**
 * Standard input as an article. It goes through a private file that is gone afterwards, so that it is read by exactly
 * the rules that hold for files: front matter, encodings, limits.
 */
export async function readAsPage(content: string, sources: Sources, signal: AbortSignal): Promise<Page> {
  const folder = await mkdtemp(join(tmpdir(), 'inkwell-'));
  try {
    const file = join(
      folder,
      /^\s*<(?:!doctype html|html|head|body)\b/i.test(content) ? 'standard-input.html' : 'standard-input.md',
    );
    await writeFile(file, content, {mode: 0o600});
    const {article, body, publication} = await sources.openPage(file, signal);
    const {path: _path, publishedAt, ...rest} = article;
    // The file was made a moment ago, which says nothing of the text.
    const isInvented = publishedAt !== undefined && Date.now() - Date.parse(publishedAt) < 60_000;
    return {
      body,
      publication: {...publication, location: '-'},
      article: {...rest, ...(publishedAt && !isInvented && {publishedAt})},
    };
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}
