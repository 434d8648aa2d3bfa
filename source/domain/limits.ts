/*
 * The most that reading something from outside may cost. Reading happens in a thread of its own
 * (ingest/supervised-worker.ts), which is ended when it passes one of these.
 */

/** Seconds of processor time without a sign of life while something is read: the setting `limits.reading`. */
export const READING_SECONDS = 10;

/** Megabytes of what is being read and what is made of it: the setting `limits.memory`. */
export const READING_MEGABYTES = 384;

/** Files, letters or articles of a source that may cost a thread each before the source itself fails. */
export const MOST_LEFT_OUT = 10;

/** Bytes of a text on standard input. */
export const TEXT_BYTES = 20_000_000;

/** Bytes of a list of sources: its parser needs some forty times as much memory. */
export const LIST_BYTES = 10_000_000;

/** Seconds of processor time in which a part of what was read must be stored. */
export const KEEPING_SECONDS = 60;

/**
 * Characters of a body that becomes Markdown where it is asked for; a longer one is sent to the other thread.
 */
export const CONVERTED_AT_ONCE = 50_000;

/** Seconds that a command spends on whole texts which a source left out: the setting `limits.completing`. */
export const COMPLETING_SECONDS = 120;
