import type {Raster} from '../../domain/page/picture.ts';
import type {Header} from '../kinds.ts';

/** The pixels of an image, and fewer of them for half blocks. */
export type Decoded = Readonly<{raster: Raster; small: Raster}>;

/** The request to the decoding thread, and its answer: nothing when the image is damaged. */
export type Order = Readonly<{bytes: Uint8Array; header: Header; edge: number; smallEdge: number}>;
export type Answer = Partial<Decoded>;
