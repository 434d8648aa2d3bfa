import type {Database} from '../file/database.ts';
import type {Home} from '../ingest/store-one.ts';

/**
 * Articles of feeds that were followed here before, by feed and address. One keeps its marks: they are added
 * to the server's. Where several have the address nothing is known of them.
 */
export class Twins {
  readonly #keys = new Map<string, number | undefined>();

  constructor(database: Database, urls: readonly string[]) {
    const rows = database.all<{url: string; publication: number; key: number; taken: number}>(
      `SELECT a.url, e.publication, a.key, EXISTS (SELECT 1 FROM item WHERE key = a.key) taken
       FROM (SELECT DISTINCT value FROM json_each(?)) j CROSS JOIN article a ON a.url = j.value
         CROSS JOIN entry e ON e.key = a.key`,
      JSON.stringify(urls),
    );
    for (const {url, publication, key, taken} of rows) {
      const place = `${publication} ${url}`;
      this.#keys.set(place, this.#keys.has(place) || taken === 1 ? undefined : key);
    }
  }

  /** An article has one twin, so it is taken. */
  take(home: Pick<Home, 'n'>, url: string | undefined): number | undefined {
    if (url === undefined) return undefined;
    const place = `${home.n} ${url}`;
    const key = this.#keys.get(place);
    this.#keys.set(place, undefined);
    return key;
  }
}
