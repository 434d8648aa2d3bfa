import type {Raster} from '../../domain/picture.ts';
import type {Header} from '../kinds.ts';

/** What the decoding thread is given, and what it answers: nothing when the image is damaged. */
export type Order = Readonly<{bytes: Uint8Array; header: Header; edge: number}>;
export type Answer = Readonly<{raster?: Raster}>;
