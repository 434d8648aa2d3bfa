import type {Block} from '../blocks/block.ts';
import type {Line} from '../text/line.ts';
import {BLANK} from '../text/line.ts';
import {setFlow} from '../text/set-flow.ts';
import {layOutCode} from './code.ts';
import {layOutDefinitions} from './definitions.ts';
import {layOutDetails} from './details.ts';
import {layOutHeading} from './heading.ts';
import {layOutImage} from './image.ts';
import {layOutList} from './list.ts';
import {layOutNote} from './note.ts';
import {layOutQuote} from './quote.ts';
import {layOutRule} from './rule.ts';
import type {Setting} from './setting.ts';
import {layOutSpoken} from './spoken.ts';
import {spaceBetween} from './space.ts';
import {layOutTable} from './table.ts';
import {layOutVerse} from './verse.ts';
import type {Within} from './within.ts';
import {ON_PAGE} from './within.ts';

/** The lines of a block at a measure. */
export function layOut(
  block: Block,
  measure: number,
  setting: Setting,
  within: Within = ON_PAGE,
): readonly Line[] {
  if (setting.isSpoken) return layOutSpoken(block, measure);
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
