import {existsSync, renameSync, rmSync, statSync} from 'node:fs';
import {basename} from 'node:path';
import type {Problem} from '../../domain/problem.ts';
import {Database} from '../file/database.ts';
import {foreign, looksLikeOurs} from './examine.ts';
import {backupOf} from './backup.ts';
import {repair} from './repair.ts';
import {migrate} from '../file/migrate.ts';
import {alone} from '../file/process-lock.ts';
import {indexRest} from '../ingest/index-rest.ts';
import {openDamaged, openWithNewSchema, removeCopies, removeDatabase} from './open-damaged.ts';
import {salvage} from './salvage.ts';
import {openSqlite, settle} from '../file/sqlite.ts';
import {transfer} from '../state/transfer.ts';

/** Milliseconds for indexing what was rescued before the reader may go on. */
const INDEXING = 2000;

/**
 * Makes a sound library of a damaged one: what can be read of it, completed from its backup. The damaged file
 * is set aside, not changed. Returns what the reader is told.
 */
export function rescue(path: string, now: () => number): Problem {
  return alone(`${path}.rescuing`, () => {
    const made = `${path}.rescued`;
    removeDatabase(made);
    const into = new Database(openSqlite(made, 'making'), now);
    try {
      migrate(into);
      const isReadable = fill(into, path, now);
      const copy = backupOf(path);
      const hasCopy = existsSync(copy);
      const mayBeOurs = looksLikeOurs(path) || path.endsWith('.db') || statSync(path).size === 0;
      if (!isReadable && !hasCopy && !mayBeOurs) throw foreign(path);
      if (hasCopy) tryTransfer(into, copy);
      repair(into);
      indexRest(into, INDEXING);
      const articles = into.count('SELECT count(*) FROM article');
      const publications = into.count('SELECT count(*) FROM publication');
      into.close();
      settle(made);
      const aside = setAside(path, now());
      renameSync(made, path);
      return told(path, aside, {articles, publications});
    } catch (error) {
      into.close();
      removeDatabase(made);
      throw error;
    }
  });
}

/**
 * Reads the file as it is; where that gives nothing, with its beginning made anew. Tells whether anything was
 * found.
 */
function fill(into: Database, path: string, now: () => number): boolean {
  return [openDamaged, openWithNewSchema].some(open => {
    const from = open(path, now);
    try {
      return from !== undefined && salvage(from, into) > 0;
    } finally {
      from?.close();
      removeCopies(path);
    }
  });
}

/** A copy that is damaged as well helps as far as it goes. */
function tryTransfer(into: Database, copy: string): void {
  try {
    transfer(into, copy, Infinity);
  } catch {
    // The rows that were salvaged before stay.
  }
}

/** "library.db.damaged-2026-11-23T10-32-07", with its write-ahead log. */
export function setAside(path: string, now: number): string {
  const aside = `${path}.damaged-${new Date(now).toISOString().slice(0, 19).replaceAll(':', '-')}`;
  renameSync(path, aside);
  if (existsSync(`${path}-wal`)) renameSync(`${path}-wal`, `${aside}-wal`);
  rmSync(`${path}-shm`, {force: true});
  return aside;
}

function told(
  path: string,
  aside: string,
  {articles, publications}: {articles: number; publications: number},
): Problem {
  const what =
    articles + publications === 0
      ? 'Nothing in it could be read'
      : `Rescued: ${counted(articles, 'article')} of ${counted(publications, 'publication')}`;
  return {
    kind: 'damaged',
    message: `The library ${path} was damaged. ${what}.`,
    advice: `The damaged file is kept beside it as ${basename(aside)}.`,
  };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
