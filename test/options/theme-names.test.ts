import {expect, test} from 'vitest';
import {checkText} from '../../source/options/kinds.ts';
import {SETTINGS} from '../../source/options/table.ts';

const kindOf = (key: string) => {
  const setting = SETTINGS.find(one => one.key === key);
  if (!setting) throw new Error(`${key} is no setting`);
  return setting.kind;
};

test.each(['purple', 'Dark', ''])('the theme %j is refused with the names of those there are', name => {
  const checked = checkText(kindOf('theme'), name);
  expect(checked).toEqual({
    wanted:
      'terminal, light, dark, high-contrast, high-contrast-dark, high-contrast-light, monochrome, plain, or the path of a file',
  });
});

test.each(['dark', 'high-contrast', './mine.json', '~/themes/mine', 'mine.json'])(
  'the theme %s is taken',
  name => {
    expect(checkText(kindOf('theme'), name)).toEqual({value: name});
  },
);

test('an unknown preset of keys is refused with the list', () => {
  expect(checkText(kindOf('keys.preset'), 'emacs')).toEqual({wanted: 'inkwell, vim, less or newsboat'});
});
