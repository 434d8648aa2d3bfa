import {deflateSync} from 'node:zlib';
import type {Cells, Raster} from '../../domain/page/picture.ts';

/*
 * Kitty's graphics protocol (https://sw.kovidgoyal.net/kitty/graphics-protocol/). Only pixels are sent, never
 * the bytes that came from outside, and the terminal is told not to answer: what it answered would come in as
 * keys.
 */

/** Bytes of base64 in one sequence; the protocol's own limit. */
const PIECE = 4096;

/** Gives the terminal a picture that is drawn wherever its placeholders stand, over so many cells. */
export function kittyPlaced(id: number, raster: Raster, {columns, rows}: Cells): string {
  return transmitted(`a=T,U=1,i=${id},c=${columns},r=${rows}`, raster);
}

/** Draws a picture where the cursor is, which stays there. */
export function kittyDrawn(id: number, raster: Raster, {columns, rows}: Cells): string {
  return transmitted(`a=T,C=1,i=${id},c=${columns},r=${rows}`, raster);
}

/** Takes a picture and its data out of the terminal's memory. */
export function kittyDeleted(id: number): string {
  return `\u001B_Ga=d,d=I,i=${id},q=2\u001B\\`;
}

function transmitted(keys: string, {width, height, rgb}: Raster): string {
  const data = deflateSync(rgb).toString('base64');
  const head = `${keys},f=24,o=z,s=${width},v=${height},q=2`;
  let sequence = '';
  for (let at = 0; at < data.length; at += PIECE) {
    const more = at + PIECE < data.length ? 1 : 0;
    sequence += `\u001B_G${at === 0 ? `${head},` : ''}m=${more};${data.slice(at, at + PIECE)}\u001B\\`;
  }
  return sequence;
}
