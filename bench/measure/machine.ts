import {readFileSync} from 'node:fs';
import {loadavg} from 'node:os';

/** Begins to watch the machine; the result says how busy it was, for whoever reads the figures. */
export function machine(): () => string {
  const before = stolen();
  const load = loadavg()[0] ?? Number.NaN;
  return () => {
    const after = stolen();
    const share = before && after ? (after.stolen - before.stolen) / (after.all - before.all) : Number.NaN;
    const steal = Number.isNaN(share) ? '' : `, ${(share * 100).toFixed(1)} % stolen`;
    return `load ${load.toFixed(1)} at the beginning and ${(loadavg()[0] ?? Number.NaN).toFixed(1)} at the end${steal}`;
  };
}

/** Time of all processors and the part that the hypervisor gave to others, in ticks. */
function stolen(): {all: number; stolen: number} | undefined {
  try {
    const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n');
    const ticks = line.trim().split(/\s+/).slice(1, 9).map(Number);
    return {all: ticks.reduce((sum, one) => sum + one, 0), stolen: ticks[7] ?? 0};
  } catch {
    return undefined;
  }
}
