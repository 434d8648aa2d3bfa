import type {Block} from '../blocks/block.ts';
import {layOutCode} from './code.ts';
import {layOutDefinitions, layOutDetails, layOutNote, layOutQuote} from './containers.ts';
import {layOutHeading} from './heading.ts';
import {layOutImage} from './image.ts';
import {layOutList} from './list.ts';
import {ON_PAGE, indentWithin, indented, largest} from './setting.ts';
import type {Setting, Within} from './setting.ts';
import {layOutSpoken} from './spoken.ts';
import {layOutTable} from './table.ts';
import {BLANK, drawn, lineOf} from '../text/line.ts';
import type {Line} from '../text/line.ts';
import {ours} from '../text/look.ts';
import {setFlow} from '../text/set-flow.ts';

/** The lines of a block at a measure. */
export function layOut(
  block: Block,
  measure: number,
  setting: Setting,
  within: Within = ON_PAGE,
): readonly Line[] {
  if (setting.isSpoken) return layOutSpoken(block, measure, setting);
  switch (block.kind) {
    case 'paragraph': {
      return setFlow(block.flow, measure, setting.breaking);
    }
    case 'heading': {
      return layOutHeading(block, measure, setting);
    }
    case 'code': {
      return layOutCode(block, measure, setting);
    }
    case 'list': {
      return layOutList(block, measure, setting, within, layOutAll);
    }
    case 'definitions': {
      return layOutDefinitions(block, measure, setting, layOutAll);
    }
    case 'quote': {
      return layOutQuote(block, measure, setting, layOutAll);
    }
    case 'table': {
      return layOutTable(block, measure, setting);
    }
    case 'rule': {
      return layOutRule(measure, setting);
    }
    case 'verse': {
      return layOutVerse(block, measure);
    }
    case 'image': {
      return layOutImage(block, measure, setting);
    }
    case 'details': {
      return layOutDetails(block, measure, setting, layOutAll);
    }
    case 'note': {
      return layOutNote(block, measure, setting, layOutAll);
    }
    case 'card': {
      return block.set(measure);
    }
  }
}

/** Blocks one below the other, with the space that belongs between them. */
export function layOutAll(
  blocks: readonly Block[],
  measure: number,
  setting: Setting,
  within: Within,
): Line[] {
  const lines: Line[] = [];
  let previous: Block | undefined;
  for (const block of blocks) {
    const own = layOut(block, measure, setting, within);
    if (own.length === 0) continue;
    if (previous)
      for (let space = spaceBetween(previous, block, within.around); space > 0; space--) lines.push(BLANK);
    for (const line of own) lines.push(line);
    previous = block;
  }
  return lines;
}

/**
 * Blank lines between two blocks: more above a heading than below it; a list stands close to the item it
 * belongs to.
 */
export function spaceBetween(above: Block, below: Block, around: Within['around'] = 'page'): number {
  if (below.kind === 'heading' && around === 'page') return above.kind === 'heading' ? 1 : 2;
  if (above.kind === 'note' && below.kind === 'note') return 0;
  return around === 'item' && above.kind === 'paragraph' && below.kind === 'list' && !below.isLoose ? 0 : 1;
}

/** A break in the text: a short rule in the middle, as in a book. */
export function layOutRule(measure: number, {glyphs}: Setting): readonly Line[] {
  const length = Math.max(1, Math.min(12, Math.floor(measure / 3)));
  const indent = Math.max(0, Math.floor((measure - length) / 2));
  return [lineOf([drawn(' '.repeat(indent), ours()), drawn(glyphs.rule.repeat(length), ours('rule'))])];
}

/** Lines as they were written; what is too long for one goes on below, set in. */
export function layOutVerse(
  {flow, isCentred}: Extract<Block, {kind: 'verse'}>,
  measure: number,
): readonly Line[] {
  const lines = setFlow(flow, measure, 'greedy');
  const widest = largest(
    0,
    lines.map(({width}) => width),
  );
  return indented(
    lines,
    isCentred ? Math.floor((measure - widest) / 2) : indentWithin(measure, Math.min(2, measure - widest)),
  );
}
