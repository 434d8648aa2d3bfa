import {ProblemError} from '../domain/problem.ts';

export type Kind = 'PNG' | 'JPEG' | 'GIF' | 'WebP';

/** Kind and size of an image, from its first bytes, without decoding. */
export type Header = Readonly<{kind: Kind; width: number; height: number}>;

/**
 * The kind and the size of an image by its own first bytes, whatever its name or the server says.
 *
 * @throws ProblemError for what is no image, is of a kind that is not shown, or ends within its header.
 */
export function headerOf(bytes: Uint8Array): Header {
  const kind = kindOf(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const [width, height] = SIZES[kind](view);
    if (width > 0 && height > 0) return {kind, width, height};
  } catch (error) {
    // Read beyond the end.
    if (!(error instanceof RangeError)) throw error;
  }
  throw new ProblemError({kind: 'malformed', message: `The ${kind} image is damaged: it has no size.`});
}

function kindOf(bytes: Uint8Array): Kind {
  const text = Buffer.from(bytes.subarray(0, 512)).toString('latin1');
  if (text.startsWith('\u0089PNG\r\n\u001A\n')) return 'PNG';
  if (text.startsWith('\u00FF\u00D8\u00FF')) return 'JPEG';
  if (/^GIF8[79]a/.test(text)) return 'GIF';
  if (/^RIFF[^]{4}WEBP/.test(text)) return 'WebP';
  const other = OTHERS.find(([pattern]) => pattern.test(text))?.[1];
  throw new ProblemError({
    kind: 'unsupported',
    message: other === undefined ? 'It is no image.' : `It is ${other}.`,
  });
}

const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/^(?:\u00EF\u00BB\u00BF)?\s*(?:<\?xml[^]*|<!--[^]*|<!DOCTYPE svg[^]*)?<svg[\s>]/i, 'an SVG drawing'],
  [/^[^]{4}ftyp(?:avif|avis)/, 'an AVIF image'],
  [/^[^]{4}ftyp(?:hei|mif1|msf1)/, 'a HEIC image'],
  [/^\u00FF\u000A|^\0\0\0\u000CJXL /, 'a JPEG XL image'],
  [/^BM[^]{12}/, 'a BMP image'],
  [/^(?:II\*\0|MM\0\*)/, 'a TIFF image'],
  [/^\0\0\u0001\0/, 'an icon (ICO)'],
];

type Size = readonly [width: number, height: number];

const SIZES: Readonly<Record<Kind, (view: DataView) => Size>> = {
  PNG: view => [view.getUint32(16), view.getUint32(20)],
  JPEG: sizeOfJpeg,
  GIF: view => [view.getUint16(6, true), view.getUint16(8, true)],
  WebP: sizeOfWebp,
};

/** The size stands in the frame's header, behind segments of any length. */
function sizeOfJpeg(view: DataView): Size {
  for (let at = 2; ; at += 2 + view.getUint16(at + 2)) {
    while (view.getUint8(at) === 0xff && view.getUint8(at + 1) === 0xff) at++;
    const marker = view.getUint16(at);
    if (marker < 0xff_c0 || marker === 0xff_d9 || marker === 0xff_da) return [0, 0];
    const isFrame = marker <= 0xff_cf && ![0xff_c4, 0xff_c8, 0xff_cc].includes(marker);
    if (isFrame) return [view.getUint16(at + 7), view.getUint16(at + 5)];
  }
}

/** Lossy, lossless and extended files say it in three ways. */
function sizeOfWebp(view: DataView): Size {
  const [lossy, lossless] = [0x56_50_38_20, 0x56_50_38_4c];
  const chunk = view.getUint32(12);
  if (chunk === lossy) return [view.getUint16(26, true) & 0x3f_ff, view.getUint16(28, true) & 0x3f_ff];
  if (chunk === lossless) {
    const bits = view.getUint32(21, true);
    return [(bits & 0x3f_ff) + 1, ((bits >>> 14) & 0x3f_ff) + 1];
  }
  const three = (at: number): number => view.getUint16(at, true) + (view.getUint8(at + 2) << 16) + 1;
  return [three(24), three(27)];
}
