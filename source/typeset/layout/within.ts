import type {Block} from '../blocks/block.ts';
import type {Line} from '../text/line.ts';
import type {Setting} from './setting.ts';

/** What is around a block: the page, another block, or items of so many lists. */
export type Within = Readonly<{around: 'page' | 'block' | 'item'; lists: number}>;

export const IN_BLOCK: Within = {around: 'block', lists: 0};

export const ON_PAGE: Within = {around: 'page', lists: 0};

/** How the blocks within another are laid out. */
export type LayOut = (blocks: readonly Block[], measure: number, setting: Setting, within: Within) => Line[];
