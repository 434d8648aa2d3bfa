/*
 * Loaded before Inkwell (`node --import`): an error that nobody catches, when the signal comes. It quotes all
 * that no report may hold.
 */
const MESSAGE = `ada@blog.example asked https://ada:pass@blog.example/feed?token=hush&page=2 in ${process.env['HOME']}/notes and read "Watch 1 of entry 1, as it stands in the article"`;

process.on('SIGUSR2', () => {
  if (process.env['FAULT'] === 'a rejection') void Promise.reject(new RangeError(MESSAGE));
  else throw new RangeError(MESSAGE);
});
