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

/** Signs in the words of the interface, each by one of a cell's width. */
const SIGNS: Readonly<Record<string, string>> = {
  '…': '~',
  '·': '-',
  '–': '-',
  '—': '-',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '↑': '^',
  '↓': 'v',
  '←': '<',
  '→': '>',
};

/** Words for a terminal that has no signs but those of ASCII; letters stay what they are. */
export function withoutSigns(text: string): string {
  return text.replaceAll(/[…·–—“”‘’↑↓←→]/gu, sign => SIGNS[sign] ?? sign);
}
