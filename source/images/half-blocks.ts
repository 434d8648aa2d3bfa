import type {Cells, Dots, Raster} from '../domain/page/picture.ts';
import {shrink} from './shrink.ts';

/**
 * A picture as cells of two dots each. A picture with fewer pixels than dots has each of them several times.
 */
export function halfBlocks({width, height, rgb}: Raster, {columns, rows}: Cells): readonly Dots[] {
  const small = shrink({width, height, data: rgb, channels: 3}, {width: columns, height: rows * 2});
  const colour = (x: number, y: number): number => {
    const column = Math.floor((x * small.width) / columns);
    const row = Math.floor((y * small.height) / (rows * 2));
    const at = (row * small.width + column) * 3;
    return ((small.rgb[at] ?? 0) << 16) | ((small.rgb[at + 1] ?? 0) << 8) | (small.rgb[at + 2] ?? 0);
  };
  const line = (y: number): number[] => Array.from({length: columns}, (_, x) => colour(x, y));
  return Array.from({length: rows}, (_, row) => ({upper: line(row * 2), lower: line(row * 2 + 1)}));
}
