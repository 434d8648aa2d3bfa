import {DIALECTS} from '../sync/double.ts';
import {doubleWorld} from './double-world.ts';
import {freshrss} from './freshrss.ts';
import {live} from './life.ts';
import {shapesOf} from './shapes.ts';

/**
 * The table of requests and the life of an account, against a real FreshRSS and the double: the same of both.
 */
export async function runFreshrss(at: string, say: (line: string) => void): Promise<void> {
  const real = await freshrss(at);
  const double = await doubleWorld('freshrss', DIALECTS.freshrss);
  try {
    say(`FreshRSS ${real.version}`);
    await live(real, {feeds: 30, articles: 4, many: 130}, say);
    await live(double, {feeds: 30, articles: 4, many: 130}, () => {});
    const [theirs, ours] = [await shapesOf(real), await shapesOf(double)];
    const different = Object.keys(theirs).filter(what => theirs[what] !== ours[what]);
    for (const what of different) say(`${what}\n  FreshRSS: ${theirs[what]}\n  double:   ${ours[what]}`);
    say(
      `${Object.keys(theirs).length - different.length} of ${Object.keys(theirs).length} answers have the same shape.`,
    );
    if (different.length > 0) process.exitCode = 1;
  } finally {
    await real.stop();
    await double.stop();
  }
}
