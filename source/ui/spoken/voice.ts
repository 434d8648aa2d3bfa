import wrapAnsi from 'wrap-ansi';
import {actFor} from '../../app/keys/keymap.ts';
import {keyWords} from '../../app/keys/key-words.ts';
import {modeOf} from '../../app/keys/mode.ts';
import type {State} from '../../app/core/state.ts';
import {ANSWERS} from './answers.ts';
import {caretIn, questionOf, typedIn} from './prompt-sentences.ts';
import {onceMore, sentences} from './sentences.ts';

/** Turns one state after another into text that is only ever appended. */
export type Voice = Readonly<{
  say: (state: State) => void;
  /** A key: what it does is said, and if it comes to nothing, that. */
  press: (key: string, dispatch: () => void) => void;
  /** Once more where one is. */
  again: () => void;
}>;

/** Sentences stand on lines of their own; what is typed stands behind its question, letter by letter. */
export function createVoice(write: (text: string) => void): Voice {
  let before: State | undefined;
  let pressed: string | undefined;
  /** The question on the line that is being written. */
  let question: string | undefined;
  let typed = '';
  let caret = 0;
  let hasSpoken = false;

  const out = (state: State, said: readonly string[]): void => {
    const asked = questionOf(state);
    const value = typedIn(state);
    const at = caretIn(state);
    const isSameQuestion = asked !== undefined && asked === question && said.length === 0;
    if (isSameQuestion && value === typed && at !== caret) {
      hasSpoken = true;
      write(`\n${letterAt(value, at)}\n${put(asked, state.columns)}${value}`);
    } else if (isSameQuestion && value.startsWith(typed)) {
      hasSpoken ||= value !== typed;
      write(value.slice(typed.length));
    } else if (said.length > 0 || asked !== question || value !== typed) {
      hasSpoken = true;
      if (question !== undefined) write('\n');
      for (const sentence of said) write(`${wrapped(sentence, Math.max(10, state.columns - 1))}\n`);
      if (asked !== undefined) write(put(asked, state.columns) + value);
    }
    question = asked;
    typed = value;
    caret = at;
  };

  return {
    say(state) {
      const said = sentences(before, state, pressed);
      before = state;
      out(state, said);
    },
    press(key, dispatch) {
      const was = before;
      pressed = key;
      hasSpoken = false;
      dispatch();
      pressed = undefined;
      const words = !hasSpoken && was ? unmoved(was, key) : '';
      if (before && words !== '') out(before, [words]);
    },
    again() {
      if (before) out(before, onceMore(before));
    },
  };
}

/** The key has changed nothing at all. */
function unmoved(state: State, key: string): string {
  const act = actFor(state.keymap, modeOf(state), key);
  if (state.overlay?.kind === 'confirm') return 'y for yes, n for no.';
  if (state.overlay?.kind === 'subscribe' && state.overlay.step === 'sending') return 'Still sending.';
  return (act && ANSWERS[act].or) ?? '';
}

/** A question that leaves no room for its answer stands on lines of its own. */
function put(question: string, columns: number): string {
  const isRoomy = question.length + ROOM <= columns;
  return isRoomy ? question : `${wrapped(question.trim(), Math.max(10, columns - 1))}\n`;
}

/** Cells that an answer has beside its question, at the least. */
const ROOM = 12;

/** The letter behind the caret, by its name. */
function letterAt(value: string, caret: number): string {
  const [letter] = value.slice(caret);
  if (letter === undefined) return 'end';
  return letter === ' ' ? 'space' : keyWords(letter);
}

/** The indent of a line of code stays; what is wrapped begins at the edge. */
function wrapped(sentence: string, columns: number): string {
  const indent = /^ */.exec(sentence)?.[0].slice(0, columns / 2) ?? '';
  return indent + wrapAnsi(sentence.trimStart(), columns - indent.length, {hard: true});
}
