import {OUTPUT} from './output.ts';
import {ANSWERS} from './parsers/answers.ts';
import {FEEDS} from './parsers/feeds.ts';
import {FILES} from './parsers/files.ts';
import {MAIL} from './parsers/letters.ts';
import {SERVER_ANSWERS} from './parsers/server-answers.ts';
import {MAILBOX} from './parsers/mails.ts';
import {PAGES} from './parsers/pages.ts';
import type {Property} from './property.ts';
import {TYPING} from './typing.ts';

/** Everything that takes in what strangers, files or fingers give, and what goes out to the terminal. */
export const PROPERTIES: readonly Property[] = [
  ...FEEDS,
  ...PAGES,
  ...FILES,
  ...ANSWERS,
  ...MAIL,
  ...MAILBOX,
  ...SERVER_ANSWERS,
  ...TYPING,
  ...OUTPUT,
];
