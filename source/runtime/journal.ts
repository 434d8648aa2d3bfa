import {existsSync} from 'node:fs';
import {dirname, join} from 'node:path';

/** The folder of the publication that comes with Inkwell, beside the build or the sources. */
export function journalFolder(from = import.meta.dirname): string | undefined {
  const folder = join(from, 'journal');
  if (existsSync(join(folder, 'publication.yml'))) return folder;
  return dirname(from) === from ? undefined : journalFolder(dirname(from));
}
