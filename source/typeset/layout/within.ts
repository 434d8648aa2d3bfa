/** What is around a block: the page, another block, or items of so many lists. */
export type Within = Readonly<{around: 'page' | 'block' | 'item'; lists: number}>;

export const IN_BLOCK: Within = {around: 'block', lists: 0};

export const ON_PAGE: Within = {around: 'page', lists: 0};
