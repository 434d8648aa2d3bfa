import wrapAnsi from 'wrap-ansi';
import type {State} from '../../app/core/state.ts';
import {questionOf, typedIn} from './prompt-sentences.ts';
import {sentences} from './sentences.ts';

/**
 * Turns one state after another into text that is only ever appended: sentences on lines of their own, and
 * what is typed behind its question, letter by letter.
 */
export function createVoice(write: (text: string) => void): (state: State) => void {
  let before: State | undefined;
  /** The question on the line that is being written. */
  let question: string | undefined;
  let typed = '';

  return state => {
    const said = sentences(before, state);
    const asked = questionOf(state);
    const value = typedIn(state);
    const isSameQuestion = asked !== undefined && asked === question && said.length === 0;
    if (isSameQuestion && value.startsWith(typed)) {
      write(value.slice(typed.length));
    } else if (said.length > 0 || asked !== question || value !== typed) {
      if (question !== undefined) write('\n');
      for (const sentence of said) write(`${wrapped(sentence, Math.max(20, state.columns - 1))}\n`);
      if (asked !== undefined) write(asked + value);
    }
    question = asked;
    typed = value;
    before = state;
  };
}

/** The indent of a line of code stays; what is wrapped begins at the edge. */
function wrapped(sentence: string, columns: number): string {
  const indent = /^ */.exec(sentence)?.[0].slice(0, columns / 2) ?? '';
  return indent + wrapAnsi(sentence.trimStart(), columns - indent.length, {hard: true});
}
