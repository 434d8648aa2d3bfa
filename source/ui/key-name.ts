import type {Key} from 'ink';
import {graphemes} from '../domain/text/graphemes.ts';

const NAMED: readonly (readonly [keyof Key, string])[] = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'pageup'],
  ['pageDown', 'pagedown'],
  ['home', 'home'],
  ['end', 'end'],
  ['return', 'enter'],
  ['escape', 'esc'],
  ['backspace', 'backspace'],
  ['delete', 'delete'],
];

/**
 * The keys that Ink heard, by name: "j", "ctrl+o", "shift+tab", "space". Terminals deliver held keys glued
 * together ("jjj" is one event), so there may be several.
 */
export function keyNames(input: string, key: Key): readonly string[] {
  if (key.eventType === 'release') return [];
  // Escape twice in one chunk looks like Escape with Alt.
  if (key.escape && key.meta) return ['esc', 'esc'];
  const modifier = key.ctrl ? 'ctrl+' : key.meta ? 'alt+' : '';
  if (key.tab) return [key.shift ? 'shift+tab' : 'tab'];
  const named = NAMED.find(([flag]) => key[flag] === true);
  if (named) return [modifier + named[1]];
  if (modifier !== '') return input === '' ? [] : [modifier + input.toLowerCase()];
  return lettersOf(input).flatMap(nameOf);
}

function nameOf(grapheme: string): string[] {
  if (grapheme === ' ') return ['space'];
  if (grapheme === '\r' || grapheme === '\n' || grapheme === '\r\n') return ['enter'];
  if (grapheme === '\t') return ['tab'];
  if (grapheme === '\x7f' || grapheme === '\b') return ['backspace'];
  const control = grapheme.charCodeAt(0);
  // A control character that came glued to others: Ctrl-U and then text, in one chunk.
  if (control >= 1 && control <= 26) return [`ctrl+${String.fromCharCode(control + 96)}`];
  return /^[\p{Cc}\p{Cs}]/u.test(grapheme) ? [] : [grapheme];
}

function lettersOf(text: string): readonly string[] {
  if (/^[ -~]*$/.test(text)) return text.split('');
  return Array.from(graphemes(text), ({segment}) => segment);
}
