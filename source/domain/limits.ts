/*
 * The most that reading something from outside may cost. Reading happens in a thread of its own
 * (ingest/supervised-worker.ts), which is ended when it passes one of these.
 */

/** Seconds of processor time without a sign of life while something is read: the setting `limits.reading`. */
export const READING_SECONDS = 10;

/** Megabytes of what is being read and what is made of it: the setting `limits.memory`. */
export const READING_MEGABYTES = 384;

/**
 * Bytes of a text that is read whole. An exported state may be large, but no text can hold more than half a
 * gigabyte, and a device or a pipe may have no end.
 */
export const TEXT_BYTES = 400_000_000;

/** Seconds of processor time in which a part of what was read must be stored. */
export const KEEPING_SECONDS = 60;

/**
 * Characters of a body that becomes Markdown where it is asked for; a longer one is sent to the other thread.
 */
export const CONVERTED_AT_ONCE = 50_000;

/** Seconds that a command spends on whole texts which a source left out: the setting `limits.completing`. */
export const COMPLETING_SECONDS = 120;
