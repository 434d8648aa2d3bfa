import {randomInt} from 'node:crypto';
import type {Cells, Pictured, Raster} from '../domain/page/picture.ts';
import {cellsFor} from '../domain/page/picture.ts';
import type {PictureProtocol} from '../domain/page/picture-protocol.ts';
import {toProblem} from '../domain/problem.ts';
import type {Http} from '../http/http.ts';
import {bytesOf} from './bytes.ts';
import {decode} from './decode/decode.ts';
import type {Decoded} from './decode/order.ts';
import {kittyDeleted, kittyPlaced} from './encode/kitty.ts';
import {halfBlocks} from './half-blocks.ts';
import {KeptPictures} from './kept.ts';
import type {Known} from './kept.ts';
import type {Origin} from './origin.ts';
import {shrink} from './shrink.ts';

export type ImagesOptions = Readonly<{
  http: () => Promise<Http>;
  /** Bytes of an image, as it comes. */
  most: number;
  /** The form of pictures in a page. */
  inline: PictureProtocol['inline'];
  /** Hands a sequence of ours to the terminal. */
  send: (sequence: string) => void;
}>;

/** The picture that an article names. */
export type Subject = Readonly<{articleId: string; src: string; origin: Origin}>;

export type Images = Readonly<{
  /** The state of a picture in a room; fetches nothing. */
  at(articleId: string, src: string, room: Cells): Pictured | undefined;
  /** Fetches, decodes and sets a picture for a room. Whatever fails is kept, and said by `at`. */
  load(subject: Subject, room: Cells, signal: AbortSignal): Promise<void>;
  /** The pixels of a picture that was loaded. */
  raster(articleId: string, src: string): Raster | undefined;
  /** Forgets the pictures of an article. */
  forget(articleId: string): void;
  /** Gives the terminal again what it has lost while another program had it. */
  sendAgain(): void;
  /** Takes everything out of the terminal's memory. */
  clear(): void;
}>;

/** The pictures of articles, asked for one by one. One is decoded at a time, however many are fetched. */
export function createImages({http, most, inline, send}: ImagesOptions): Images {
  const kept = new KeptPictures(known => takeAway(known, send));
  let decoding: Promise<unknown> = Promise.resolve();
  // Other programs on the same terminal number their pictures too.
  let nextId = randomInt(0x01_00_00, 0x7f_00_00);

  const inTurn = async (bytes: Uint8Array, signal: AbortSignal): Promise<Decoded> => {
    const turn = decoding.then(() => decode(bytes, signal));
    decoding = turn.catch(() => undefined);
    return turn;
  };

  const set = (known: Extract<Known, {state: 'here'}>, room: Cells): void => {
    const cells = cellsFor(known.raster, room);
    if (known.set.has(nameOf(cells))) return;
    if (inline !== 'kitty') {
      known.set.set(nameOf(cells), {rows: halfBlocks(known.small, cells)});
      return;
    }
    const id = nextId++;
    known.set.set(nameOf(cells), {id, cells});
    send(kittyPlaced(id, forCells(known.raster, cells), cells));
  };

  return {
    at(articleId, src, room) {
      const known = kept.get(keyOf(articleId, src));
      if (known?.state !== 'here') return known;
      const set = known.set.get(nameOf(cellsFor(known.raster, room)));
      if (!set) return undefined;
      return 'rows' in set ? {state: 'dots', rows: set.rows} : {state: 'placed', ...set};
    },
    async load({articleId, src, origin}, room, signal) {
      const key = keyOf(articleId, src);
      const known = kept.get(key);
      if (known?.state === 'here') return set(known, room);
      if (known) return;
      kept.put(key, {state: 'coming'});
      let doing = 'be fetched';
      try {
        const bytes = await bytesOf(src, origin, {http, most}, signal);
        doing = 'be shown';
        const decoded = await inTurn(bytes, signal);
        const here = {state: 'here', ...decoded, set: new Map()} as const;
        set(here, room);
        kept.put(key, here);
      } catch (error) {
        if (signal.aborted) return kept.drop(key);
        kept.put(key, {state: 'failed', reason: `It can’t ${doing}: ${reasonOf(error)}`});
      }
    },
    raster(articleId, src) {
      const known = kept.get(keyOf(articleId, src));
      return known?.state === 'here' ? known.raster : undefined;
    },
    forget(articleId) {
      for (const key of kept.keys(keyOf(articleId, ''))) kept.drop(key);
    },
    sendAgain() {
      for (const known of kept.all())
        if (known.state === 'here')
          for (const set of known.set.values())
            if ('id' in set) send(kittyPlaced(set.id, forCells(known.raster, set.cells), set.cells));
    },
    clear() {
      for (const known of kept.all()) takeAway(known, send);
    },
  };
}

function keyOf(articleId: string, src: string): string {
  return `${articleId}\n${src}`;
}

function nameOf({columns, rows}: Cells): string {
  return `${columns}×${rows}`;
}

function takeAway(known: Known, send: (sequence: string) => void): void {
  if (known.state !== 'here') return;
  for (const set of known.set.values()) if ('id' in set) send(kittyDeleted(set.id));
}

/** No more pixels than a terminal with large letters has in so many cells. */
function forCells({width, height, rgb}: Raster, {columns, rows}: Cells): Raster {
  return shrink({width, height, data: rgb, channels: 3}, {width: columns * 16, height: rows * 32});
}

function reasonOf(error: unknown): string {
  const {message} = toProblem(error);
  return message.replace(/^[A-Z](?=[a-z ])/, letter => letter.toLowerCase());
}
