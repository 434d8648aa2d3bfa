import type {Options} from './options.ts';

/** Opens the reader in the terminal. */
export async function openReader(_options: Options, _sources: readonly string[]): Promise<number> {
  throw new Error('The reader is not built yet.');
}
