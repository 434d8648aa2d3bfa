/** Characters that the page draws. */
export type Glyphs = Readonly<{
  bullets: readonly string[];
  bar: string;
  rule: string;
  heavy: string;
  /** Corners of a frame: above left, above right, below left, below right. */
  corners: readonly [string, string, string, string];
  label: string;
  wrapped: string;
  /** Marks of a line that continues beyond the left and the right edge. */
  beyond: readonly [string, string];
  unfolded: string;
  /** Before the number of a footnote, behind the bracket. */
  note: string;
  back: string;
  dot: string;
  done: string;
  open: string;
}>;

export const UNICODE: Glyphs = {
  bullets: ['•', '◦', '▪'],
  bar: '│',
  rule: '─',
  heavy: '━',
  corners: ['╭', '╮', '╰', '╯'],
  label: '┌',
  wrapped: '↪',
  beyond: ['‹', '›'],
  unfolded: '▾',
  note: '',
  back: '↩',
  dot: '·',
  done: '[x]',
  open: '[ ]',
};

export const ASCII: Glyphs = {
  bullets: ['-', '*', '+'],
  bar: '|',
  rule: '-',
  heavy: '=',
  corners: ['+', '+', '+', '+'],
  label: '+',
  wrapped: '>',
  beyond: ['<', '>'],
  unfolded: 'v',
  note: '^',
  back: '<-',
  dot: '-',
  done: '[x]',
  open: '[ ]',
};
