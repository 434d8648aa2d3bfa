import type {Raster} from '../domain/page/picture.ts';

type Pixels = Readonly<{width: number; height: number; data: Uint8Array; channels: 3 | 4}>;

/**
 * A picture in fewer pixels, each the mean of those that it stands for. What is transparent lies on white, as
 * on the page that it was drawn for.
 */
export function shrink({width, height, data, channels}: Pixels, to: {width: number; height: number}): Raster {
  const [across, down] = [Math.min(to.width, width), Math.min(to.height, height)];
  const rgb = new Uint8Array(across * down * 3);
  let at = 0;
  for (let y = 0; y < down; y++) {
    const [top, bottom] = [Math.floor((y * height) / down), Math.ceil(((y + 1) * height) / down)];
    for (let x = 0; x < across; x++) {
      const [left, right] = [Math.floor((x * width) / across), Math.ceil(((x + 1) * width) / across)];
      let [red, green, blue, count] = [0, 0, 0, 0];
      for (let row = top; row < bottom; row++) {
        let from = (row * width + left) * channels;
        for (let column = left; column < right; column++, from += channels) {
          const alpha = channels === 4 ? (data[from + 3] ?? 255) : 255;
          const white = 255 * (255 - alpha);
          red += (data[from] ?? 0) * alpha + white;
          green += (data[from + 1] ?? 0) * alpha + white;
          blue += (data[from + 2] ?? 0) * alpha + white;
          count += 255;
        }
      }
      rgb[at++] = Math.round(red / count);
      rgb[at++] = Math.round(green / count);
      rgb[at++] = Math.round(blue / count);
    }
  }
  return {width: across, height: down, rgb};
}

/** The largest size of the same shape within a square; nothing grows. */
export function within(
  {width, height}: {width: number; height: number},
  edge: number,
): {width: number; height: number} {
  const scale = Math.min(1, edge / Math.max(width, height));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}
