import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {beforeEach, onTestFinished} from 'vitest';
import {commands} from './commands.ts';
import {temporaryHome} from './temporary-home.ts';
import type {Home} from './temporary-home.ts';

const STATE = {isListed: true, isHidden: false, isMuted: false, rank: 1, inSource: 0, failures: 0};

/** A line of a state for a source that is followed. */
export const sourceLine = (id: string, location: string) => ({
  kind: 'publication',
  publication: {id, title: 'Not what it seems', location},
  source: {...STATE, openedAt: '2026-01-01T00:00:00.000Z', settings: {}, validators: {}},
});

type Run = ReturnType<typeof commands>;

type Importing = Readonly<{
  /** Of the test that runs. */
  home: () => Home;
  run: Run;
  /** Imports lines as a state; gives what is said of it. */
  imported: (...lines: readonly object[]) => Promise<string>;
}>;

/** A home for each test of a file, and its commands. */
export function importing(): Importing {
  let home: Home;
  let run: Run;
  beforeEach(async () => {
    home = await temporaryHome();
    run = commands(home);
    onTestFinished(() => home.remove());
  });
  return {
    home: () => home,
    run: (...given) => run(...given),
    imported: (...lines) => importLines(home, run, lines),
  };
}

async function importLines(home: Home, run: Run, lines: readonly object[]): Promise<string> {
  const file = join(home.folder, 'state.jsonl');
  const all = [{kind: 'inkwell', version: 1}, ...lines];
  await writeFile(file, all.map(line => JSON.stringify(line)).join('\n'));
  return (await run(['import', file])).stderr;
}

/** A feed of one article. */
export const rssOf = (title: string, origin: string): string =>
  `<rss version="2.0"><channel><title>${title}</title><link>${origin}</link><item><title>From ${title}</title><guid>1</guid></item></channel></rss>`;
