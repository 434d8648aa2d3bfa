import fc from 'fast-check';
import {expect, test} from 'vitest';
import {cellsFor} from '../../source/domain/page/picture.ts';
import {halfBlocks} from '../../source/images/half-blocks.ts';
import {shrink} from '../../source/images/shrink.ts';
import {halves} from '../helpers/images.ts';

test('a cell holds two dots, one above the other', () => {
  const rgb = Uint8Array.of(255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255);
  expect(halfBlocks({width: 2, height: 2, rgb}, {columns: 2, rows: 1})).toEqual([
    {upper: [0xff_00_00, 0x00_ff_00], lower: [0x00_00_ff, 0xff_ff_ff]},
  ]);
});

test('many pixels become their mean, and what is transparent lies on white', () => {
  const data = Uint8Array.of(0, 0, 0, 255, 100, 200, 50, 255, 0, 0, 0, 0, 9, 9, 9, 0);
  const {rgb} = shrink({width: 4, height: 1, data, channels: 4}, {width: 2, height: 1});
  expect([...rgb]).toEqual([50, 100, 25, 255, 255, 255]);
});

test('a picture keeps its shape, is never set larger than it is, and fits its room', () => {
  expect(cellsFor({width: 640, height: 320}, {columns: 70, rows: 40})).toEqual({columns: 70, rows: 18});
  expect(cellsFor({width: 64, height: 64}, {columns: 70, rows: 40})).toEqual({columns: 8, rows: 4});
  expect(cellsFor({width: 600, height: 2400}, {columns: 70, rows: 20})).toEqual({columns: 10, rows: 20});
  const sizes = fc.record({width: fc.integer({min: 1, max: 5000}), height: fc.integer({min: 1, max: 5000})});
  const rooms = fc.record({columns: fc.integer({min: 1, max: 200}), rows: fc.integer({min: 1, max: 60})});
  fc.assert(
    fc.property(sizes, rooms, (size, room) => {
      const {columns, rows} = cellsFor(size, room);
      expect(columns).toBeGreaterThan(0);
      expect(rows).toBeGreaterThan(0);
      expect(columns <= room.columns && rows <= room.rows).toBe(true);
    }),
    {numRuns: 200},
  );
});

test('every cell of a room has its dots, however small the picture', () => {
  const rooms = fc.record({columns: fc.integer({min: 1, max: 40}), rows: fc.integer({min: 1, max: 20})});
  fc.assert(
    fc.property(
      fc.integer({min: 1, max: 50}),
      fc.integer({min: 1, max: 50}),
      rooms,
      (width, height, room) => {
        const rows = halfBlocks(halves(width, height, [1, 2, 3], [4, 5, 6]), room);
        expect(rows).toHaveLength(room.rows);
        for (const {upper, lower} of rows)
          expect([...upper, ...lower].filter(dot => Number.isInteger(dot))).toHaveLength(room.columns * 2);
      },
    ),
    {numRuns: 60},
  );
});
