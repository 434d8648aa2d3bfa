import type {Body} from '../../domain/article/article.ts';
import {pack, unpack} from '../file/compression.ts';
import type {Database} from '../file/database.ts';

export function bodyOf(database: Database, id: string): Body | undefined {
  const row = database.all<{format: Body['format']; base: string | null; content: Uint8Array}>(
    'SELECT b.format, b.base, b.content FROM body b JOIN article a ON a.key = b.key WHERE a.id = ?',
    id,
  )[0];
  const content = row && unpack(row.content);
  return row && content !== undefined
    ? {format: row.format, content, ...(row.base !== null && {base: row.base})}
    : undefined;
}

export function markdownOf(database: Database, id: string): string | undefined {
  const row = database.all<{markdown: Uint8Array | null}>(
    'SELECT b.markdown FROM body b JOIN article a ON a.key = b.key WHERE a.id = ?',
    id,
  )[0];
  return row?.markdown ? unpack(row.markdown) : undefined;
}

/** Can be made again, so a power cut may take it. */
export function keepMarkdown(
  database: Database,
  id: string,
  markdown: string,
  whole?: {words: number; minutes: number},
): void {
  database.write(
    () => {
      const key = database.all<{key: number}>('SELECT key FROM article WHERE id = ?', id)[0]?.key;
      if (key === undefined) return;
      database.run('UPDATE body SET markdown = ? WHERE key = ?', pack(markdown), key);
      if (!whole) return;
      database.run(
        'UPDATE article SET words = ?, minutes = ?, is_partial = 0 WHERE key = ?',
        whole.words,
        whole.minutes,
        key,
      );
      database.run('UPDATE entry SET minutes = ?, is_partial = 0 WHERE key = ?', whole.minutes, key);
    },
    {trying: 'The article’s text could not be stored', isDurable: false},
  );
}
