/** A unit that never breaks: a word, a part of one, an ideograph. */
export type Box = {
  /** [from, to) in the text, without the space that follows. */
  from: number;
  to: number;
  width: number;
  /** Cells of the space after it, when the line goes on. */
  gap: number;
  /** The cost of ending a line here, in squares of cells. */
  cost: number;
  /** A hyphen is shown when the line ends here. */
  hyphen: boolean;
};

/** A line as it was broken: [from, to) in the text, its cells, and whether it ends with a hyphen of ours. */
export type Broken = Readonly<{from: number; to: number; width: number; hyphen: boolean}>;
