import fc from 'fast-check';
import {expect, test} from 'vitest';
import {
  EMPTY_FIELD,
  editField,
  fieldOf,
  insertSecret,
  insertText,
  veiled,
} from '../../../source/app/prompt/field.ts';
import type {Field} from '../../../source/app/prompt/field.ts';

function typed(start: Field, ...keys: readonly string[]): Field {
  return keys.reduce((field, key) => editField(field, key) ?? field, start);
}

test('takes letters, and readline keys move and cut', () => {
  expect(typed(EMPTY_FIELD, 'h', 'e', 'y').value).toBe('hey');
  expect(typed(fieldOf('one two'), 'ctrl+w').value).toBe('one ');
  expect(typed(fieldOf('one two'), 'ctrl+a', 'ctrl+k').value).toBe('');
  expect(typed(fieldOf('one two'), 'alt+b', 'ctrl+u')).toEqual({value: 'two', caret: 0});
  expect(typed(fieldOf('one'), 'home', 'delete').value).toBe('ne');
});

test('a key that is none of a field is left to others', () => {
  expect(editField(EMPTY_FIELD, 'ctrl+o')).toBeUndefined();
  expect(editField(EMPTY_FIELD, 'pageup')).toBeUndefined();
});

test('backspace takes a whole grapheme', () => {
  expect(typed(fieldOf('a👍'), 'backspace').value).toBe('a');
  expect(typed(fieldOf('a👨‍👩‍👧'), 'backspace').value).toBe('a');
  expect(typed(fieldOf('ne\u0301'), 'backspace').value).toBe('n');
});

test('whatever is typed, the value stays well-formed and on one line, the caret between graphemes', () => {
  const key = fc.oneof(
    fc.string({unit: 'grapheme', minLength: 1, maxLength: 1}),
    fc.constantFrom(
      'left',
      'right',
      'home',
      'end',
      'backspace',
      'delete',
      'ctrl+w',
      'alt+f',
      'ctrl+k',
      'space',
    ),
  );
  fc.assert(
    fc.property(
      fc.array(key, {maxLength: 30}),
      fc.string({unit: 'binary', maxLength: 20}),
      (pressed, pasted) => {
        const field = insertText(typed(EMPTY_FIELD, ...pressed), pasted);
        expect(field.value.isWellFormed()).toBe(true);
        expect(field.value).not.toMatch(/\p{Cc}/u);
        expect(field.caret).toBeGreaterThanOrEqual(0);
        expect(field.caret).toBeLessThanOrEqual(field.value.length);
        expect(field.value.slice(0, field.caret).isWellFormed()).toBe(true);
      },
    ),
    {numRuns: 200},
  );
});

test('takes a letter and its marks as one, and no name of a key', () => {
  expect(typed(EMPTY_FIELD, 'x', 'e\u0301', 'n\u0303', 'y').value.normalize('NFC')).toBe('xéñy');
  expect(editField(EMPTY_FIELD, 'alt+é')).toBeUndefined();
  expect(editField(EMPTY_FIELD, 'pageup')).toBeUndefined();
});

test('a pasted password keeps its blanks and loses its line end, and a sign is shown for each letter', () => {
  const field = insertSecret(EMPTY_FIELD, ' two  blanks é\r\n');
  expect(field.value).toBe(' two  blanks é');
  expect(veiled({...field, caret: 4}, '*')).toEqual({value: '*'.repeat(14), caret: 4});
});
