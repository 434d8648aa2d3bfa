/* The packages bring no types of their own. */

declare module 'pngjs' {
  /** Eight bits each of red, green, blue and transparency. */
  type Png = {width: number; height: number; data: Buffer};
  export const PNG: {
    sync: {
      read(bytes: Buffer): Png;
      write(png: Png, options: {colorType: 2; inputColorType: 2; inputHasAlpha: false}): Buffer;
    };
  };
}

declare module 'omggif' {
  export class GifReader {
    constructor(bytes: Uint8Array);
    numFrames(): number;
    frameInfo(index: number): Readonly<{width: number; height: number}>;
    /** Into the pixels of the whole picture, four bytes each. */
    decodeAndBlitFrameRGBA(index: number, pixels: Uint8Array): void;
  }
}
