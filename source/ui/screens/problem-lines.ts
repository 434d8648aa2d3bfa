import wrapAnsi from 'wrap-ansi';
import type {Keymap} from '../../app/keys/keymap.ts';
import type {Layout} from '../../app/core/layout.ts';
import type {Problem} from '../../domain/problem.ts';
import {keyHintLines} from '../parts/key-hints.ts';
import {BLANK, segment} from '../parts/line.ts';
import type {Line} from '../parts/line.ts';

/** A problem in place of an article, and the keys to press. */
export function problemLines(
  keymap: Keymap,
  {message, advice}: Problem,
  {measure, indent}: Layout,
): readonly Line[] {
  const wrapped = (text: string): string[] => wrapAnsi(text, measure, {hard: true}).split('\n');
  const pad = ' '.repeat(indent);
  return [
    ...wrapped(message).map((line): Line => [segment(pad), segment(line, 'error')]),
    ...(advice === undefined
      ? []
      : wrapped(advice).map((line): Line => [segment(pad), segment(line, 'text')])),
    BLANK,
    ...keyHintLines(
      keymap,
      [
        ['browser', 'opens it in the browser'],
        ['back', 'goes back'],
      ],
      measure,
    ).map(line => [segment(pad), ...line]),
  ];
}
