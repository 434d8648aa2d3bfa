/*
 * Loaded before Inkwell (`node --import`): when the signal comes, the system's clock is set back by a year
 * and a day.
 */
const YEAR_AND_DAY = 366 * 24 * 60 * 60 * 1000;

const now = Date.now;

process.on('SIGUSR2', () => {
  Date.now = () => now() - YEAR_AND_DAY;
});
