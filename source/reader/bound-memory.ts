/**
 * Bytes of room for what was just made. V8 would take 134 MB in a long day of redrawing, and never give it
 * back.
 */
const ROOM = 16 * 1024 * 1024;

/** Majors of Node whose V8 has the flag; another would complain on the screen. */
const KNOWN: ReadonlySet<string> = new Set(['22', '24']);

/**
 * Keeps the reader's memory level: lets the room for new objects grow as far as it is of use. Returns how to
 * stop.
 */
export function boundMemory(every = 500): () => void {
  if (!KNOWN.has(process.versions.node.split('.')[0] ?? '')) return () => {};
  let isBounded = false;
  const timer = setInterval(() => {
    // Not imported: loading it takes two milliseconds, which the first frame has no use for.
    const {getHeapSpaceStatistics, setFlagsFromString} = process.getBuiltinModule('node:v8');
    const room = getHeapSpaceStatistics().find(({space_name: name}) => name === 'new_space')?.space_size ?? 0;
    if (room >= ROOM === isBounded) return;
    isBounded = !isBounded;
    setFlagsFromString(`--semi-space-growth-factor=${isBounded ? 1 : 2}`);
  }, every).unref();
  return () => clearInterval(timer);
}
