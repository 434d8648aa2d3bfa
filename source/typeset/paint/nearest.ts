/** A colour as 0xrrggbb. */
type Colour = number;

/**
 * The number, among the 256 of a terminal, that is nearest to a colour; the first 16 are the reader's own, so
 * never.
 */
export function nearestOf256(colour: Colour): number {
  const [red, green, blue] = partsOf(colour);
  const [r, g, b] = [stepOf(red), stepOf(green), stepOf(blue)];
  const grey = Math.max(0, Math.min(23, Math.round(((red + green + blue) / 3 - 8) / 10)));
  const cube = colourOf(STEPS[r] ?? 0, STEPS[g] ?? 0, STEPS[b] ?? 0);
  const shade = 8 + 10 * grey;
  return distance(colour, cube) <= distance(colour, colourOf(shade, shade, shade))
    ? 16 + 36 * r + 6 * g + b
    : 232 + grey;
}

/** The number among the sixteen of a terminal, as most have them. */
export function nearestOf16(colour: Colour): number {
  let best = 0;
  for (const [number, one] of SIXTEEN.entries())
    if (distance(colour, one) < distance(colour, SIXTEEN[best] ?? 0)) best = number;
  return best;
}

/**
 * A colour moved a little, up or down by its place: what few colours can't show is mixed from dots side by
 * side. `spread` is how far apart the colours at hand lie.
 */
export function dithered(colour: Colour, x: number, y: number, spread: number): Colour {
  const threshold = ((BAYER[(y % 4) * 4 + (x % 4)] ?? 0) + 0.5) / 16 - 0.5;
  const [red, green, blue] = partsOf(colour).map(part =>
    Math.max(0, Math.min(255, Math.round(part + threshold * spread))),
  );
  return colourOf(red ?? 0, green ?? 0, blue ?? 0);
}

const STEPS = [0, 95, 135, 175, 215, 255];

const SIXTEEN: readonly Colour[] = [
  0x00_00_00, 0xcd_00_00, 0x00_cd_00, 0xcd_cd_00, 0x00_00_ee, 0xcd_00_cd, 0x00_cd_cd, 0xe5_e5_e5, 0x7f_7f_7f,
  0xff_00_00, 0x00_ff_00, 0xff_ff_00, 0x5c_5c_ff, 0xff_00_ff, 0x00_ff_ff, 0xff_ff_ff,
];

const BAYER = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5];

function stepOf(part: number): number {
  if (part < 48) return 0;
  return part < 115 ? 1 : Math.min(5, Math.round((part - 55) / 40));
}

function partsOf(colour: Colour): readonly [red: number, green: number, blue: number] {
  return [colour >> 16, (colour >> 8) & 255, colour & 255];
}

function colourOf(red: number, green: number, blue: number): Colour {
  return (red << 16) | (green << 8) | blue;
}

/** Weighed as eyes do: green tells most, blue least. */
function distance(one: Colour, other: Colour): number {
  const [a, b] = [partsOf(one), partsOf(other)];
  return 3 * (a[0] - b[0]) ** 2 + 6 * (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;
}
