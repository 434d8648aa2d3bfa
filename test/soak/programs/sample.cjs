// Loaded before the program that is watched: writes a line of figures whenever it is asked by a signal.
const {appendFileSync, readdirSync} = require('node:fs');

process.on('SIGUSR2', () => {
  globalThis.gc?.();
  const {rss, heapUsed} = process.memoryUsage();
  const timers = process.getActiveResourcesInfo().filter(name => name === 'Timeout').length;
  const files = readdirSync('/proc/self/fd').length;
  appendFileSync(process.env.SOAK_FIGURES, `${JSON.stringify({rss, heapUsed, timers, files})}\n`);
});
