import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {COLUMNS, judged} from './checks.ts';
import type {Result} from './checks.ts';
import {SITE_GENERATORS} from './generators.ts';
import {runGhost} from './ghost-run.ts';
import {openHost} from './host.ts';
import {openWordpress} from './wordpress.ts';

/*
 * `npm run servers -- [NAME…]`: small sites built by real generators and served by real servers, and what
 * Inkwell makes of them. Not a part of `npm cit`: it asks for programs of the system and for the npm
 * registry. A server that can't be had is named; it fails the run only where it was asked for by its name.
 */

/** Without names all of them; `say` prints a line; `at`: where Ghost is, or will be, installed. */
export async function runSites(
  names: readonly string[],
  say: (line: string) => void,
  at?: string,
): Promise<void> {
  const asked = names.map(name => name.toLowerCase());
  const isAsked = (name: string) => asked.length === 0 || asked.includes(name.toLowerCase());
  const rows: {name: string; results: readonly Result[]}[] = [];
  const missing: string[] = [];

  for (const {name, from, hasFeed, hasNoForm, hasNoByline, build} of SITE_GENERATORS.filter(one =>
    isAsked(one.name),
  )) {
    const folder = await mkdtemp(join(tmpdir(), 'inkwell-site-'));
    const host = await openHost();
    try {
      say(`${name}: building …`);
      host.serve(await build(folder, host.origin));
      const address = hasFeed ? {} : {address: ({slug}: {slug: string}) => `${host.origin}/posts/${slug}`};
      rows.push({
        name,
        results: await judged({
          origin: host.origin,
          folder,
          hasFeed,
          hasForm: !hasNoForm,
          hasByline: !hasNoByline,
          mails: host.mails,
          ...address,
        }),
      });
    } catch (error) {
      missing.push(wordOf(name, from, error));
    } finally {
      await host.close();
      await rm(folder, {recursive: true, force: true});
    }
  }

  if (isAsked('Ghost')) {
    try {
      rows.push({name: 'Ghost', results: await runGhost(at, say)});
    } catch (error) {
      missing.push(wordOf('Ghost', 'the npm registry; apt-get install mariadb-server', error));
    }
  }

  if (isAsked('WordPress')) {
    try {
      say('WordPress: installing …');
      const server = await openWordpress();
      try {
        for (const theme of server.themes) {
          await server.use(theme);
          rows.push({name: `WordPress, ${theme}`, results: await judged(server)});
        }
      } finally {
        await server.close();
      }
    } catch (error) {
      missing.push(wordOf('WordPress', 'apt-get install wordpress php-cli php-mysql mariadb-server', error));
    }
  }

  say(`\n| server | ${COLUMNS.join(' | ')} |\n| --- |${' --- |'.repeat(COLUMNS.length)}`);
  for (const {name, results} of rows) {
    const cells = COLUMNS.map(column => {
      const result = results.find(one => one.column === column);
      return result === undefined ? '–' : result.fault === undefined ? 'ok' : 'WRONG';
    });
    say(`| ${name} | ${cells.join(' | ')} |`);
  }
  const faults = rows.flatMap(({name, results}) =>
    results.flatMap(({column, fault}) => (fault === undefined ? [] : [`${name}, ${column}: ${fault}`])),
  );
  for (const fault of faults) say(`\n✗ ${fault}`);
  for (const line of missing) say(`\n!! NOT TRIED: ${line}`);
  process.exitCode =
    faults.length > 0 || (missing.length > 0 && asked.length > 0) || rows.length === 0 ? 1 : 0;
}

function wordOf(name: string, from: string, error: unknown): string {
  return `${name} (${from}): ${error instanceof Error ? error.message : String(error)}`;
}
