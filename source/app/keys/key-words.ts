/** Signs by their names: screen readers leave most of them out. */
const SIGNS: Readonly<Record<string, string>> = {
  '/': 'slash',
  '\\': 'backslash',
  ',': 'comma',
  '.': 'period',
  ';': 'semicolon',
  ':': 'colon',
  '-': 'minus',
  _: 'underscore',
  '+': 'plus',
  '=': 'equals',
  '|': 'bar',
  '?': 'question mark',
  '!': 'exclamation mark',
  '@': 'at sign',
  '#': 'number sign',
  $: 'dollar',
  '%': 'percent',
  '^': 'caret',
  '&': 'ampersand',
  '*': 'asterisk',
  '(': 'left parenthesis',
  ')': 'right parenthesis',
  '[': 'left bracket',
  ']': 'right bracket',
  '{': 'left brace',
  '}': 'right brace',
  '<': 'less than',
  '>': 'greater than',
  '"': 'quote',
  "'": 'apostrophe',
  '`': 'backtick',
  '~': 'tilde',
  enter: 'Enter',
  esc: 'Escape',
  space: 'Space',
  tab: 'Tab',
  up: 'up arrow',
  down: 'down arrow',
  left: 'left arrow',
  right: 'right arrow',
  pageup: 'Page Up',
  pagedown: 'Page Down',
  home: 'Home',
  end: 'End',
  delete: 'Delete',
  backspace: 'Backspace',
};

const MODIFIERS: Readonly<Record<string, string>> = {ctrl: 'Control', alt: 'Alt', shift: 'Shift'};

/** A key as it is said: "slash", "capital S", "Control O", "left arrow". */
export function keyWords(key: string): string {
  const [, modifier = '', rest = ''] = /^(ctrl|alt|shift)\+(.+)$/.exec(key) ?? [];
  if (modifier !== '') return `${MODIFIERS[modifier]} ${SIGNS[rest] ?? rest.toUpperCase()}`;
  return SIGNS[key] ?? (/^\p{Lu}$/u.test(key) ? `capital ${key}` : key);
}
