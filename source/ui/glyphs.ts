export type Glyphs = Readonly<{
  bar: string;
  unread: string;
  starred: string;
  back: string;
  dot: string;
  ellipsis: string;
  full: string;
  half: string;
  empty: string;
  open: string;
  closed: string;
  divider: string;
}>;

export const UNICODE: Glyphs = {
  bar: '▌',
  unread: '●',
  starred: '★',
  back: '←',
  dot: '·',
  ellipsis: '…',
  full: '━',
  half: '╸',
  empty: ' ',
  open: '▾',
  closed: '▸',
  divider: '│',
};

/** For terminals and fonts that have nothing else. */
export const ASCII: Glyphs = {
  bar: '>',
  unread: '*',
  starred: '+',
  back: '<',
  dot: '-',
  ellipsis: '...',
  full: '=',
  half: '-',
  empty: ' ',
  open: 'v',
  closed: '>',
  divider: '|',
};
