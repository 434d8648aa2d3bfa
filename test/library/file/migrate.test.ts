import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {expect, test} from 'vitest';
import {MIGRATIONS} from '../../../source/library/file/migrations.ts';
import {open, temporaryFolder} from '../../helpers/shelf.ts';

const VERSIONS = join(import.meta.dirname, '../versions');

test('a file of every past version is stored', () => {
  const stored = readdirSync(VERSIONS).sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
  expect(stored).toEqual(MIGRATIONS.map((_, index) => `${index + 1}.sql`));
});

test.each(readdirSync(VERSIONS))('a library written as in %s keeps all that was in it', name => {
  const path = join(temporaryFolder(), 'library.db');
  const file = new DatabaseSync(path);
  file.exec(readFileSync(join(VERSIONS, name), 'utf8'));
  file.close();

  const {library, notices} = open(path);
  expect(notices).toEqual([]);
  expect(library.publications()).toMatchObject([
    {
      id: 'publicationa',
      title: 'The well',
      tagline: 'One a week',
      folder: 'Work',
      total: 2,
      unread: 1,
      isListed: true,
    },
  ]);
  expect(library.source('publicationa')?.validators).toEqual({etag: '"7"'});
  expect(library.window({query: 'is:starred cache author:okafor tag:caching'}, 0, 5).rows).toMatchObject([
    {
      id: 'articleaaaaa',
      minutes: 4,
      progress: 0.5,
      readingPosition: {block: 12, offset: 7},
      publishedAt: '2026-11-19T08:00:00.000Z',
    },
  ]);
  expect(library.window({query: '', filter: 'queues'}, 0, 5).rows).toMatchObject([
    {id: 'articlebbbbb', isRead: true, isPartial: true},
  ]);
  expect(library.signups()).toMatchObject([{email: 'reader@example.com', state: 'requested'}]);
  expect(library.savedQueries()).toEqual([{name: 'Short', query: 'read:<5m'}]);
  library.mark(['articlebbbbb'], {isRead: false});
  expect(library.publication('publicationa')?.unread).toBe(2);
});

test('the first step of the list is still the one that was released', () => {
  expect(readFileSync(join(VERSIONS, '1.sql'), 'utf8')).toContain(MIGRATIONS[0]?.trim());
});
