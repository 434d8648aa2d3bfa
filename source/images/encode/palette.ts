import type {Raster} from '../../domain/page/picture.ts';

/**
 * Few colours in place of many: each is red, green and blue from 0 to 255, and each pixel the number of one.
 */
export type Indexed = Readonly<{
  palette: readonly (readonly [red: number, green: number, blue: number])[];
  pixels: Uint8Array;
}>;

/**
 * A picture in at most 256 colours, by median cut: the colours are halved where they differ most until there
 * are enough heaps, and each heap is its mean. Colours are told apart by five bits of each part.
 */
export function indexed({rgb}: Raster, most = 256): Indexed {
  const bins = binsOf(rgb);
  const used = [...bins.counts.keys()].filter(bin => (bins.counts[bin] ?? 0) > 0);
  const heaps = [used];
  while (heaps.length < most) {
    const [at, part, spread] = widest(heaps);
    if (spread === 0) break;
    const sorted = (heaps[at] ?? []).toSorted((a, b) => partOf(a, part) - partOf(b, part));
    const middle = middleOf(sorted, bins.counts);
    heaps.splice(at, 1, sorted.slice(0, middle), sorted.slice(middle));
  }
  const numbers = new Uint8Array(BINS);
  for (const [number, heap] of heaps.entries()) for (const bin of heap) numbers[bin] = number;
  const pixels = new Uint8Array(rgb.length / 3);
  for (let pixel = 0; pixel < pixels.length; pixel++) pixels[pixel] = numbers[binAt(rgb, pixel * 3)] ?? 0;
  return {palette: heaps.map(heap => mean(heap, bins)), pixels};
}

const BINS = 32_768;

type Bins = Readonly<{counts: Uint32Array; sums: Float64Array}>;

function binsOf(rgb: Uint8Array): Bins {
  const counts = new Uint32Array(BINS);
  const sums = new Float64Array(BINS * 3);
  for (let at = 0; at < rgb.length; at += 3) {
    const bin = binAt(rgb, at);
    counts[bin] = (counts[bin] ?? 0) + 1;
    for (let part = 0; part < 3; part++)
      sums[bin * 3 + part] = (sums[bin * 3 + part] ?? 0) + (rgb[at + part] ?? 0);
  }
  return {counts, sums};
}

function binAt(rgb: Uint8Array, at: number): number {
  return (((rgb[at] ?? 0) >> 3) << 10) | (((rgb[at + 1] ?? 0) >> 3) << 5) | ((rgb[at + 2] ?? 0) >> 3);
}

function partOf(bin: number, part: number): number {
  return (bin >> (10 - 5 * part)) & 31;
}

/** The heap whose colours lie furthest apart, and in which of their parts. */
function widest(
  heaps: readonly (readonly number[])[],
): readonly [heap: number, part: number, spread: number] {
  let best: readonly [number, number, number] = [0, 0, 0];
  for (const [at, heap] of heaps.entries()) {
    for (let part = 0; part < 3; part++) {
      let [low, high] = [31, 0];
      for (const bin of heap) {
        low = Math.min(low, partOf(bin, part));
        high = Math.max(high, partOf(bin, part));
      }
      if (high - low > best[2]) best = [at, part, high - low];
    }
  }
  return best;
}

/** The median: half of the pixels lie on either side, and at least one colour. */
function middleOf(sorted: readonly number[], counts: Uint32Array): number {
  const total = sorted.reduce((sum, bin) => sum + (counts[bin] ?? 0), 0);
  let before = 0;
  for (let index = 0; index < sorted.length - 1; index++) {
    before += counts[sorted[index] ?? 0] ?? 0;
    if (before * 2 >= total) return index + 1;
  }
  return sorted.length - 1;
}

function mean(heap: readonly number[], {counts, sums}: Bins): readonly [number, number, number] {
  let [count, red, green, blue] = [0, 0, 0, 0];
  for (const bin of heap) {
    count += counts[bin] ?? 0;
    red += sums[bin * 3] ?? 0;
    green += sums[bin * 3 + 1] ?? 0;
    blue += sums[bin * 3 + 2] ?? 0;
  }
  const of = (sum: number): number => Math.round(sum / Math.max(1, count));
  return [of(red), of(green), of(blue)];
}
