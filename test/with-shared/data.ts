import {existsSync} from 'node:fs';
import {join} from 'node:path';

/** Data that is kept beside the checkout; these checks are skipped where it is not. */
export const DATA = join(import.meta.dirname, '../../../shared/corpora');

export const isThere = existsSync(DATA);
