import {expect, test} from 'vitest';
import {LineSpeed} from '../../../source/screen/frame/line-speed.ts';
import {FRAME} from '../../../source/screen/frame/pace.ts';

/** A line with a queue of 4 kB, to which a held key writes frames; the milliseconds that each was late. */
function latenessOver(bytesASecond: number, frameBytes = 300): readonly number[] {
  const speed = new LineSpeed();
  const rate = bytesASecond / 1000;
  const late: number[] = [];
  let now = 0;
  let queued = 0;
  for (let frame = 0; frame < 200; frame++) {
    const began = now;
    queued += frameBytes;
    if (queued > 4096) {
      now += (queued - 4096) / rate;
      queued = 4096;
    }
    speed.wrote(frameBytes, began, now);
    late.push(queued / rate);
    const wait = Math.max(33, speed.frameTime(now));
    now += wait;
    queued = Math.max(0, queued - rate * wait);
  }
  return late;
}

test('a terminal that takes what it is given gets a frame as often as ever', () => {
  const speed = new LineSpeed();
  for (let now = 0; now < 2000; now += FRAME) {
    speed.wrote(2000, now, now + 0.2);
    expect(speed.frameTime(now + 1)).toBe(FRAME);
  }
});

test.each([
  ['9,600 baud', 960],
  ['38,400 baud', 3840],
  ['115,200 baud', 11_520],
])('frames over %s are skipped, and the screen is less than a second behind', (_, bytesASecond) => {
  expect(Math.max(...latenessOver(bytesASecond).slice(30))).toBeLessThan(1000);
});

test('on a busy machine writes that wait for the processor tell nothing of the line', () => {
  const speed = new LineSpeed();
  for (let now = 0; now < 4000; now += 100) {
    speed.wrote(200, now, now + 60, true);
    expect(speed.frameTime(now + 60)).toBe(FRAME);
  }
});

test('a line that was taken for slow is forgotten as such when it takes more than its queue at once', () => {
  const speed = new LineSpeed();
  speed.wrote(100, 0, 50);
  speed.wrote(100, 4000, 4100);
  expect(speed.frameTime(4100)).toBeGreaterThan(1000);
  for (let frame = 0; frame < 5; frame++) speed.wrote(1000, 4200, 4200.1);
  expect(speed.frameTime(4201)).toBe(FRAME);
});

test('a single stall is an accident', () => {
  const speed = new LineSpeed();
  speed.wrote(1000, 0, 2000);
  expect(speed.frameTime(2000)).toBe(FRAME);
});

test('a line that may have become fast again is tried after a silence', () => {
  const speed = new LineSpeed();
  speed.wrote(1000, 0, 1000);
  speed.wrote(1000, 1000, 2000);
  expect(speed.frameTime(2000)).toBeGreaterThan(1000);
  for (let now = 20_000; now < 400_000; now += 20_000) {
    speed.wrote(100, now, now);
    speed.frameTime(now);
  }
  speed.wrote(4000, 400_000, 400_000);
  expect(speed.frameTime(400_000)).toBe(FRAME);
});
