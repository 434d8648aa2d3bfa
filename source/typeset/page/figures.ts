import type {PagePicture, Place} from '../../domain/page/page.ts';
import type {Galley} from './galley.ts';

/** The pictures of which a line is among so many from a place on. */
export function figuresIn(galley: Galley, from: Place, count: number): readonly PagePicture[] {
  const found: PagePicture[] = [];
  let left = count + from.line;
  for (
    let block: number | undefined = from.block;
    block !== undefined && left > 0;
    block = galley.next(block)
  ) {
    const lines = galley.lines(block);
    const top = block === from.block ? from.line : 0;
    for (const [line, {pieces}] of lines.slice(0, left).entries()) {
      const figure = pieces.find(({look}) => look.figure)?.look.figure;
      if (figure && line + figure.lines > top) found.push({...figure, place: {block, line}});
    }
    left -= lines.length;
  }
  return found;
}
