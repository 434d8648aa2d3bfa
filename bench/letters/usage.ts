/*
 * Loaded before a program that is measured: notes at its end what it took. Threads are part of their process.
 */
import {readFileSync, writeFileSync} from 'node:fs';
import {isMainThread} from 'node:worker_threads';

const file = process.env['BENCH_USAGE'];
if (isMainThread && file !== undefined)
  process.on('exit', () => {
    const {systemCPUTime, userCPUTime} = process.resourceUsage();
    // The most that this program had; the system's own figure begins with that of whoever started it.
    const most = /VmHWM:\s+(\d+)/u.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    const usage = {
      processor: (userCPUTime + systemCPUTime) / 1e6,
      wall: performance.now() / 1000,
      megabytes: Math.round(Number(most) / 1024),
    };
    writeFileSync(file, JSON.stringify(usage));
  });
