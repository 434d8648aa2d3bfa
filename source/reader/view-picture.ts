import {randomInt} from 'node:crypto';
import type {Cells, Raster} from '../domain/page/picture.ts';
import type {PictureProtocol} from '../domain/page/picture-protocol.ts';
import {itermDrawn} from '../images/encode/iterm.ts';
import {kittyDeleted, kittyDrawn} from '../images/encode/kitty.ts';
import {sixelDrawn} from '../images/encode/sixel.ts';
import {halfBlocks} from '../images/half-blocks.ts';
import {shrink} from '../images/shrink.ts';
import {showAlone} from '../platform/show-alone.ts';
import {paintDots} from '../typeset/paint/dots.ts';

type Size = Readonly<{width: number; height: number}>;

type Options = Readonly<{
  alone: PictureProtocol['alone'];
  colors: 1 | 2 | 3;
  write: (bytes: string) => void;
  suspendTerminal: (during: () => Promise<void>) => Promise<void>;
}>;

/** One picture as large as the screen allows, drawn in the finest way that the terminal has. */
export async function viewPicture(raster: Raster, caption: string, options: Options): Promise<void> {
  await showAlone(
    ({columns, rows, cell, hasSixel}) => {
      const alone = options.alone === 'blocks' && hasSixel ? 'sixel' : options.alone;
      const room = {width: columns * cell.width, height: rows * cell.height};
      const fit = Math.min(room.width / raster.width, room.height / raster.height);
      // Sixels are pixels of the screen; the others are stretched by the terminal, or by us.
      const scale = alone === 'sixel' ? Math.min(1, fit) : fit;
      const size = {width: raster.width * scale, height: raster.height * scale};
      const cells: Cells = {
        columns: Math.max(1, Math.min(columns, Math.round(size.width / cell.width))),
        rows: Math.max(1, Math.min(rows, Math.round(size.height / cell.height))),
      };
      const left = Math.floor((columns - cells.columns) / 2);
      return {left, ...drawn(raster, {cells, size, left}, {...options, alone})};
    },
    caption,
    options,
  );
}

type Room = Readonly<{cells: Cells; size: Size; left: number}>;

function drawn(
  raster: Raster,
  {cells, size, left}: Room,
  {alone, colors}: Options,
): Readonly<{sequence: string; after: string}> {
  switch (alone) {
    case 'kitty': {
      const id = randomInt(0x7f_00_00, 0xff_ff_ff);
      return {sequence: kittyDrawn(id, raster, cells), after: kittyDeleted(id)};
    }
    case 'iterm': {
      return {sequence: itermDrawn(raster, cells), after: ''};
    }
    case 'sixel': {
      const {width, height, rgb} = raster;
      const most = {width: Math.floor(size.width), height: Math.floor(size.height)};
      return {sequence: sixelDrawn(shrink({width, height, data: rgb, channels: 3}, most)), after: ''};
    }
    case 'blocks': {
      const lines = halfBlocks(raster, cells).map(
        (dots, row) => `\u001B[${row + 1};${left + 1}H${paintDots({...dots, row}, colors)}`,
      );
      return {sequence: lines.join(''), after: ''};
    }
  }
}
