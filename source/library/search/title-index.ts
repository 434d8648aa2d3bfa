import type {Database} from '../file/database.ts';
import type {KeySet} from '../listing/key-sets.ts';

/** Between two texts; none has it, since what comes from outside is cleaned of it. */
const END = 0;

type Read = {keys: string; bytes: Uint8Array | null};

/**
 * Title and authors of every article, as one run of bytes: looked through in a third of the time that the
 * table takes, which is what is left of a frame when a hundred thousand of them are filtered with each letter
 * that is typed.
 */
export class Labels {
  readonly #keys: KeySet;
  readonly #bytes: Buffer;
  /** The offset of each text, and of the one that would follow. */
  readonly #starts: Uint32Array;

  constructor(keys: KeySet, bytes: Uint8Array) {
    this.#keys = keys;
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#starts = startsOf(bytes, keys.length);
  }

  /** In the order of the table, which is that of its keys. */
  static read(database: Database): Labels {
    const sql = `SELECT json_group_array(key) keys, CAST(group_concat(text, char(${END})) AS BLOB) bytes
      FROM label NOT INDEXED`;
    const [{keys, bytes} = {keys: '[]', bytes: null}] = database.all<Read>(sql);
    return new Labels(JSON.parse(keys) as number[], bytes ?? new Uint8Array());
  }

  /** The keys of the texts that hold all of these words, anywhere. */
  holding(words: readonly string[]): KeySet {
    const wanted = words.map(word => Buffer.from(word)).toSorted((one, other) => other.length - one.length);
    const [lead, ...others] = wanted;
    if (!lead) return this.#keys;
    // A letter is in most texts: asking for the next one each time would take longer than going through them.
    if (lead.length < 2)
      return this.#where((start, end) => wanted.every(word => this.#hold(word, start, end)));
    const found: number[] = [];
    let text = 0;
    for (let at = this.#bytes.indexOf(lead); at !== -1;) {
      while (this.#endOf(text) < at) text++;
      const [start, end] = [this.#startOf(text), this.#endOf(text)];
      const key = this.#keys[text];
      if (key !== undefined && others.every(word => this.#hold(word, start, end))) found.push(key);
      at = end < this.#bytes.length ? this.#bytes.indexOf(lead, end) : -1;
    }
    return found;
  }

  /** The keys of the texts that hold the letters of each word in their order. */
  spelling(words: readonly string[]): KeySet {
    const wanted = words.map(word => Buffer.from(word));
    return this.#where((start, end) => wanted.every(word => this.#spell(word, start, end)));
  }

  /** Texts by key, in the order of the keys; those that are not known are left out. */
  texts(keys: KeySet): readonly {key: number; text: string}[] {
    const found: {key: number; text: string}[] = [];
    let text = 0;
    for (const key of keys) {
      while ((this.#keys[text] ?? Infinity) < key) text++;
      if (this.#keys[text] === key)
        found.push({key, text: this.#bytes.toString('utf8', this.#startOf(text), this.#endOf(text))});
    }
    return found;
  }

  #where(is: (start: number, end: number) => boolean): KeySet {
    return this.#keys.filter((_, text) => is(this.#startOf(text), this.#endOf(text)));
  }

  #startOf(text: number): number {
    return this.#starts[text] ?? this.#bytes.length;
  }

  #endOf(text: number): number {
    return this.#startOf(text + 1) - 1;
  }

  /** Texts are short: going through their bytes here is quicker than asking for each. */
  #hold(word: Uint8Array, start: number, end: number): boolean {
    const bytes = this.#bytes;
    const last = end - word.length;
    for (let at = start; at <= last; at++) {
      let same = 0;
      while (same < word.length && bytes[at + same] === word[same]) same++;
      if (same === word.length) return true;
    }
    return false;
  }

  #spell(word: Uint8Array, start: number, end: number): boolean {
    let same = 0;
    for (let at = start; at < end && same < word.length; at++) if (this.#bytes[at] === word[same]) same++;
    return same === word.length;
  }
}

function startsOf(bytes: Uint8Array, count: number): Uint32Array {
  const starts = new Uint32Array(count + 1);
  let text = 0;
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === END) starts[++text] = at + 1;
  starts[count] = bytes.length + 1;
  return starts;
}
