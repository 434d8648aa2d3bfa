import {copyFileSync, existsSync, mkdirSync, renameSync, rmSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {openLibrary} from '../../source/library/file/open-library.ts';
import {createWords, makeBody} from './make-article.ts';

/** The article with a megabyte; the others have 5 kB. */
export const LARGE = 1;
const ARTICLES = 24;

/** Words that an article shows on its first screen and nowhere else. */
export function opening(article: number): string {
  return `Opening ${String(article).padStart(3, '0')} here`;
}

/** A library whose articles are opened and paged through, as if nobody had opened it yet. */
export function readingLibrary(home: string): void {
  const fresh = join(home, 'fresh.db');
  const file = join(home, 'inkwell/library.db');
  mkdirSync(dirname(file), {recursive: true, mode: 0o700});
  if (!existsSync(fresh)) fill(fresh);
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, {force: true});
  copyFileSync(fresh, file);
}

function fill(file: string): void {
  const unfinished = `${file}.unfinished`;
  rmSync(unfinished, {force: true});
  const library = openLibrary(unfinished, {now: Date.now});
  const location = 'http://127.0.0.1:9/reading.xml';
  const {publicationId} = library.follow(location, {isListed: true});
  const words = createWords(7);
  const start = words.sentence().padEnd(200, ' and more of the same');
  library.store(publicationId, {
    kind: 'loaded',
    publication: {id: publicationId, title: 'Reading', location},
    articles: Array.from({length: ARTICLES}, (_, index) => ({
      article: {
        id: `reading-${index}`,
        publicationId,
        position: index,
        title: `Article ${index}`,
        excerpt: start,
        tags: [],
        authors: [],
        publishedAt: new Date(Date.UTC(2026, 9, 28 - index)).toISOString(),
        words: index === LARGE ? 160_000 : 800,
        minutes: index === LARGE ? 700 : 4,
        isPartial: false,
      },
      body: {
        format: 'html' as const,
        content: `<p>${start}</p><p>${opening(index)}</p>${makeBody(words, index === LARGE ? 1_000_000 : 5000)}`,
      },
    })),
    validators: {},
    warnings: [],
  });
  library.close();
  renameSync(unfinished, file);
}
