import {MIGRATIONS} from '../../../source/library/file/migrations.ts';

const MORE = 20;
const ROWS = 3000;

/**
 * The steps there are, and as many more as an old file may have before it: each changes what is there and
 * takes a moment.
 */
export const STEPS: readonly string[] = [
  ...MIGRATIONS,
  ...Array.from(
    {length: MORE},
    (_, step) => `
      CREATE TABLE step_${step} (a);
      WITH RECURSIVE many (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM many WHERE i < ${ROWS})
      INSERT INTO step_${step} SELECT i FROM many;
      ALTER TABLE article ADD COLUMN step_${step} TEXT NOT NULL DEFAULT 'taken';
      UPDATE article SET words = words + 1;`,
  ),
];

/**
 * How a file looks that has taken exactly this many steps: its columns beyond the first version, rows, and
 * words counted on.
 */
export function looksOf(version: number): {columns: number; rows: number; words: number} {
  const taken = Math.max(0, version - MIGRATIONS.length);
  return {columns: taken, rows: taken * ROWS, words: taken};
}
