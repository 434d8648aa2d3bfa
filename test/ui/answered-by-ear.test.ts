import {describe, expect, test} from 'vitest';
import {ACT_NAMES, entryOf} from '../../source/app/keys/keymap.ts';
import {modeOf} from '../../source/app/keys/mode.ts';
import type {State} from '../../source/app/core/state.ts';
import {createVoice} from '../../source/ui/spoken/voice.ts';
import {setSheet} from '../helpers/set-page.ts';
import {after, articleRow, keys, listState} from '../helpers/state.ts';

/* By ear a key that is answered by nothing is a key of which nobody knows whether it was heard. */

const ROW = articleRow(0, {tags: ['Rust', 'parsing']});

function reading(markdown: string): State {
  const page = setSheet({markdown, bodyOnly: true}, {measure: 2000, ascii: true, spoken: true});
  const opened = after(listState(3, {isSpoken: true, columns: 9000}), ...keys('enter')).state;
  const position = {block: 0, offset: 0};
  return after(opened, {type: 'article-set', id: ROW.id, row: ROW, page, position, isPreview: false}).state;
}

const LONG = `${'Text. '.repeat(600)}\n\n## One\n\n[a](https://one.example/)\n\n    code\n\n${'Text. '.repeat(600)}\n\n## Two`;

const list = listState(12, {isSpoken: true});

const PLACES: Readonly<Record<string, State>> = {
  'a list': list,
  'the end of a list': after(list, ...keys('G')).state,
  'an empty list': listState(0, {isSpoken: true}),
  'an article': reading(LONG),
  'the end of an article': after(reading(LONG), ...keys('G')).state,
  'an article whose link is chosen': after(reading(LONG), ...keys('tab')).state,
  'a short article': reading('Short.'),
  'the publications': after(list, ...keys('p')).state,
  'the end of the publications': after(list, ...keys('p', 'G')).state,
  'the help': after(list, ...keys('?')).state,
  'the contents': after(reading(LONG), ...keys('t')).state,
  'the links': after(reading(LONG), ...keys('L')).state,
  'the topics': after(reading(LONG), ...keys('#')).state,
  'the sign-ups': after(list, ...keys('@')).state,
  'the messages': after(list, ...keys('%', 'M')).state,
  'the settings': after(list, ...keys(',')).state,
  'a question': after(list, ...keys('A')).state,
};

/** Effects that answer nobody: what is kept, loaded ahead or looked up. */
const SILENT = new Set([
  'keep-position',
  'keep-settings',
  'set-ahead',
  'prepare-article',
  'find-next',
  'fade-notice',
]);

describe.each(Object.entries(PLACES))('by ear, in %s', (_, state) => {
  test('every key that acts there is answered, and once', () => {
    const mode = modeOf(state);
    const faults = ACT_NAMES.filter(act => entryOf(act).modes.includes(mode)).flatMap(act => {
      let text = '';
      const voice = createVoice(more => (text += more));
      voice.say(state);
      text = '';
      const key = state.keymap[act][0] ?? '';
      const pressed = after(state, ...keys(key));
      voice.press(key, () => {
        if (pressed.state !== state) voice.say(pressed.state);
      });
      const lines = text.split('\n').filter(line => line.trim() !== '');
      if (lines.length === 0 && pressed.effects.every(({kind}) => SILENT.has(kind)))
        return [`${act} is silent`];
      return new Set(lines).size === lines.length ? [] : [`${act} says twice: ${text}`];
    });
    expect(faults).toEqual([]);
  });
});
