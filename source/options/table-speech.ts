import {ROW_PARTS, SPEECH_LEVELS} from '../domain/speech.ts';
import type {Setting} from './setting.ts';

/** Settings of the screen-reader mode, and of calm. */
export const SPEECH = [
  {
    key: 'screenReader',
    kind: {type: 'boolean'},
    default: false,
    flag: 'screen-reader',
    about: 'Plain lines in reading order for a screen reader; ACCESSIBLE=1 asks for them, too',
  },
  {
    key: 'speech.level',
    kind: {type: 'choice', choices: SPEECH_LEVELS},
    default: 'normal',
    about: 'By ear: how much is said; brief leaves hints out, full adds what a thing is for',
  },
  {
    key: 'speech.row',
    kind: {type: 'names', of: ROW_PARTS},
    default: [],
    about: `By ear: the parts of a row in order, of ${ROW_PARTS.join(', ')}; all of them if empty`,
  },
  {
    key: 'speech.indent',
    kind: {type: 'choice', choices: ['spaces', 'numbers']},
    default: 'spaces',
    about: 'By ear: the indentation of code as it is written, or as a number where it changes',
  },
  {
    key: 'speech.progress',
    kind: {type: 'choice', choices: ['asked', 'headings']},
    default: 'asked',
    about: 'By ear: how far you are in an article is said when you ask, or at headings, too',
  },
  {
    key: 'calm',
    kind: {type: 'boolean'},
    default: false,
    about: 'No motion: counts of a refresh stand still, and a move in a list draws only its rows',
  },
] as const satisfies readonly Setting[];
