/** Minutes east of Greenwich, for the abbreviations that stand in feeds. Of those with several meanings the most usual. */
const ZONES: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 60,
  bst: 60,
  cet: 60,
  met: 60,
  mez: 60,
  cest: 120,
  mest: 120,
  mesz: 120,
  eet: 120,
  eest: 180,
  sast: 120,
  msk: 180,
  msd: 240,
  trt: 180,
  ist: 330,
  npt: 345,
  ict: 420,
  wib: 420,
  hkt: 480,
  sgt: 480,
  awst: 480,
  pht: 480,
  kst: 540,
  jst: 540,
  acst: 570,
  acdt: 630,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
  nst: -210,
  ndt: -150,
  art: -180,
  brt: -180,
  at: -240,
  ast: -240,
  adt: -180,
  et: -300,
  est: -300,
  edt: -240,
  ct: -360,
  cst: -360,
  cdt: -300,
  mt: -420,
  mst: -420,
  mdt: -360,
  pt: -480,
  pst: -480,
  pdt: -420,
  akst: -540,
  akdt: -480,
  hst: -600,
};

/**
 * The offset of a zone as written after a time: "Z", "+02:00", "-0800", "GMT-01:01", "EST". Letters that name no zone we
 * know count as UTC, as RFC 2822 has it; what is no zone at all is undefined.
 */
export function minutesOf(zone: string): number | undefined {
  const [, name = '', sign, hours = '0', minutes = '0', after = ''] =
    /^([a-z]*) ?(?:([-+−])(\d{1,2}):?(\d\d)?)? ?([a-z]*)$/iu.exec(zone) ?? [undefined, '?'];
  if (name === '?' || Number(hours) > 18 || Number(minutes) > 59) return undefined;
  if (sign !== undefined) return (sign === '+' ? 1 : -1) * (Number(hours) * 60 + Number(minutes));
  const letters = (name || after).toLowerCase();
  return letters.length <= 5 ? (ZONES[letters] ?? 0) : undefined;
}
