import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {commands} from './commands.ts';
import type {Home} from './temporary-home.ts';

const STATE = {isListed: true, isHidden: false, isMuted: false, rank: 1, inSource: 0, failures: 0};

/** A line of a state for a source that is followed. */
export const sourceLine = (id: string, location: string) => ({
  kind: 'publication',
  publication: {id, title: 'Not what it seems', location},
  source: {...STATE, openedAt: '2026-01-01T00:00:00.000Z', settings: {}, validators: {}},
});

/** Imports lines as a state; gives what is said of it. */
export async function importLines(
  home: Home,
  run: ReturnType<typeof commands>,
  ...lines: readonly object[]
): Promise<string> {
  const file = join(home.folder, 'state.jsonl');
  const all = [{kind: 'inkwell', version: 1}, ...lines];
  await writeFile(file, all.map(line => JSON.stringify(line)).join('\n'));
  return (await run(['import', file])).stderr;
}

/** A feed of one article. */
export const rssOf = (title: string, origin: string): string =>
  `<rss version="2.0"><channel><title>${title}</title><link>${origin}</link><item><title>From ${title}</title><guid>1</guid></item></channel></rss>`;
