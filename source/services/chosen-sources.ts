import {readStandardInput} from '../runtime/standard-input.ts';
import {journalFolder} from '../runtime/journal.ts';
import type {Context} from '../runtime/context.ts';

/** What a command is about: sources that are read for this run, or what the library follows. */
export type Chosen = Readonly<{kind: 'named'; locations: readonly string[]}> | Readonly<{kind: 'library'}>;

/**
 * The command line first, then INKWELL_SOURCE, then what is configured and followed, and with nothing of these the
 * journal. A word of `-` stands for a list on standard input, one source a line.
 */
export async function chooseSources(
  words: readonly string[],
  {options, ports}: Pick<Context, 'options' | 'ports'>,
): Promise<Chosen> {
  const named = await expand(words);
  if (words.length > 0) return {kind: 'named', locations: named};
  if (options.givenSources.length > 0) return {kind: 'named', locations: options.givenSources};
  const library = await ports.existingLibrary();
  if (options.sources.length > 0 || library?.publications().some(({isListed}) => isListed))
    return {kind: 'library'};
  const journal = journalFolder();
  return {kind: 'named', locations: journal ? [journal] : []};
}

/** Words with `-` replaced by the lines of standard input; empty lines and comments are passed over. */
export async function expand(words: readonly string[]): Promise<readonly string[]> {
  if (!words.includes('-')) return [...new Set(words)];
  const lines = (await readStandardInput()).split('\n').map(line => line.trim());
  const listed = lines.filter(line => line !== '' && !line.startsWith('#'));
  return [...new Set(words.flatMap(word => (word === '-' ? listed : [word])))];
}
