/**
 * Minutes east of Greenwich, for the abbreviations that stand in feeds. Of those with several meanings the
 * most usual.
 */
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
 * The offset of a zone as written after a time: "Z", "+02:00", "-0800", "GMT-01:01", "EST". Letters that name
 * no zone we know count as UTC, as RFC 2822 has it; what is no zone at all is undefined. A name of the time
 * zone database ("Europe/Berlin", "Etc/GMT") has the offset that holds there at `wall`: the written time, as
 * if it were UTC.
 */
export function minutesOf(written: string, wall: number): number | undefined {
  const [, before = '', place = ''] = PLACE.exec(written) ?? [];
  const zone = before || written;
  if (before === '' && place !== '') return offsetAt(place, wall);
  const [, name = '', sign, hours = '0', minutes = '0', after = ''] =
    /^([a-z]*) ?(?:([-+−])(\d{1,2}):?(\d\d)?)? ?([a-z]*)$/iu.exec(zone) ?? [undefined, '?'];
  if (name === '?' || Number(hours) > 18 || Number(minutes) > 59) return undefined;
  if (sign !== undefined) return (sign === '+' ? 1 : -1) * (Number(hours) * 60 + Number(minutes));
  const letters = (name || after).toLowerCase();
  return letters.length <= 5 ? (ZONES[letters] ?? 0) : undefined;
}

/** "Europe/Berlin", "[Europe/Berlin]", and behind an offset, which then counts: "+02:00[Europe/Berlin]". */
const PLACE = /^([^[(/]*?) ?[[(]?([a-z]+(?:\/[a-z\d_+-]+){1,2})[\])]?$/iu;

const formats = new Map<string, Intl.DateTimeFormat>();

function offsetAt(place: string, wall: number): number | undefined {
  try {
    const format = formats.get(place) ?? formatIn(place);
    formats.set(place, format);
    const first = wallIn(format, wall) - wall;
    // Near a change of the clock the first guess is that of the other side.
    const offset = wallIn(format, wall - first) - (wall - first);
    return Math.round(offset / 60_000);
  } catch {
    return undefined;
  }
}

const NUMERIC = Array.from({length: 6}, () => 'numeric' as const);

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const [year, month, day, hour, minute, second] = NUMERIC;
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year,
    month,
    day,
    hour,
    minute,
    second,
  });
}

/** The time that clocks there show at an instant, as if it were UTC. */
function wallIn(format: Intl.DateTimeFormat, instant: number): number {
  const parts = new Map(format.formatToParts(instant).map(({type, value}) => [type, Number(value)]));
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}
