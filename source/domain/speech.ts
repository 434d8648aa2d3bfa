/** The parts of a list's row that can be said, in the order in which they are said unless one was chosen. */
export const ROW_PARTS = ['position', 'unread', 'title', 'publication', 'author', 'age', 'time'] as const;

export type RowPart = (typeof ROW_PARTS)[number];

/** Brief leaves hints out; full adds what a thing is for. */
export const SPEECH_LEVELS = ['brief', 'normal', 'full'] as const;

export type SpeechLevel = (typeof SPEECH_LEVELS)[number];
