import {describe, expect, test} from 'vitest';
import {ProblemError} from '../../../source/domain/problem.ts';
import {themeFrom} from '../../../source/domain/theme/theme-from.ts';
import type {Style} from '../../../source/domain/theme/theme.ts';
import {ROLES} from '../../../source/domain/theme/theme.ts';
import {themeNamed} from '../../../source/domain/theme/themes.ts';

/** WCAG 2.2: relative luminance, and the contrast of two colours. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe.each([
  ['dark', ['#000000', '#202020']],
  ['light', ['#ffffff', '#f4f1ea']],
])('the %s theme', (name, backgrounds) => {
  const {styles} = themeNamed(name);

  test.each(ROLES.filter(role => styles[role].color !== undefined))(
    '%s can be read on every background it is made for',
    role => {
      const {color = '', background} = styles[role];
      const needed = role === 'rule' ? 3 : 4.5;
      for (const behind of background === undefined ? backgrounds : [background])
        expect(contrast(color, behind)).toBeGreaterThanOrEqual(needed);
    },
  );

  test('code can be read on its panel', () => {
    const panel = styles.codePanel.background ?? '';
    for (const role of ROLES.filter(role => role.startsWith('code') && role !== 'code')) {
      expect(contrast(styles[role].color ?? styles.text.color ?? '', panel)).toBeGreaterThanOrEqual(4.5);
    }
  });
});

const GROUNDS: Readonly<Record<string, readonly string[]>> = {
  'high-contrast-dark': ['#000000', '#202020'],
  'high-contrast-light': ['#ffffff', '#f4f1ea'],
};

describe.each(Object.entries(GROUNDS))('the %s theme', (name, grounds) => {
  const {styles} = themeNamed(name);

  test.each(ROLES)('%s has 7 to 1 as text, on its own ground or on the page', role => {
    const {color, background, dim} = styles[role];
    expect(color).toBeDefined();
    expect(dim).toBeUndefined();
    const needed = role === 'rule' ? 4.5 : 7;
    for (const behind of background === undefined ? grounds : [background])
      expect(contrast(color ?? '', behind)).toBeGreaterThanOrEqual(needed);
  });

  test('a ground of its own stands out from the page', () => {
    const own = ROLES.flatMap(role => styles[role].background ?? []);
    expect(own.length).toBeGreaterThan(0);
    for (const background of own)
      for (const page of grounds) expect(contrast(background, page)).toBeGreaterThanOrEqual(4.5);
  });
});

/** A difference in weight, in lines or in the ground is seen without colours. */
const shapeOf = ({bold, italic, underline, strikethrough, inverse, background}: Style): string =>
  JSON.stringify({bold, italic, underline, strikethrough, inverse, hasGround: background !== undefined});

describe.each(['terminal', 'light', 'dark', 'high-contrast', 'high-contrast-dark', 'high-contrast-light'])(
  'no meaning by colour alone in the %s theme',
  name => {
    const {styles} = themeNamed(name);

    test.each([
      'link',
      'deleted',
      'inserted',
      'selected',
      'mark',
      'match',
      'chosen',
      'strong',
      'emphasis',
    ] as const)('%s differs from the text around it by more than colour', role => {
      expect(shapeOf(styles[role])).not.toBe(shapeOf(styles.text));
    });

    test('the match where one is differs from the others by more than colour', () => {
      expect(shapeOf(styles.currentMatch)).not.toBe(shapeOf(styles.match));
    });

    test('the chosen link differs from the others by more than colour', () => {
      expect(shapeOf(styles.chosen)).not.toBe(shapeOf(styles.link));
    });
  },
);

const coloursOf = (name: string): (string | undefined)[] =>
  Object.values(themeNamed(name).styles).flatMap(({color, background}: Style) => [color, background]);

test('the default theme sets no words in colours that vanish on black or on white', () => {
  const {starred: _, ...rest} = themeNamed('terminal').styles;
  const colors = Object.values(rest).map(({color}) => color);
  for (const vanishing of ['black', 'white', 'blue', 'yellow']) expect(colors).not.toContain(vanishing);
});

test('monochrome and high contrast have no colours, and high contrast nothing dim', () => {
  expect(coloursOf('monochrome').filter(Boolean)).toEqual([]);
  expect(coloursOf('high-contrast').filter(Boolean)).toEqual([]);
  expect(Object.values(themeNamed('high-contrast').styles).filter(({dim}) => dim)).toEqual([]);
});

test('a name that no theme has, or that objects have, is the default', () => {
  expect(themeNamed('constructor')).toEqual(themeNamed('terminal'));
});

describe('a theme of the reader', () => {
  test('changes what it names and leaves the rest', () => {
    const theme = themeFrom({
      name: 'mine',
      extends: 'dark',
      styles: {link: {color: '#ABC', underline: false}, quiet: {color: 'brightBlue'}},
    });
    expect(theme.name).toBe('mine');
    expect(theme.styles.link).toEqual({color: '#aabbcc', underline: false});
    expect(theme.styles.quiet).toEqual({color: 'blueBright'});
    expect(theme.styles.title).toEqual(themeNamed('dark').styles.title);
  });

  test.each([
    [[], 'an object'],
    [{name: 7}, '"name"'],
    [{extends: 'constructor'}, 'terminal, light, dark'],
    [{styles: {lnik: {}}}, '"lnik" is no role'],
    [{styles: {link: 'blue'}}, 'must be an object'],
    [{styles: {link: {colour: 'blue'}}}, '"link.colour"'],
    [{styles: {link: {bold: 1}}}, 'true or false'],
    [{styles: {link: {color: 'url(x)'}}}, '#rrggbb'],
  ])('that is wrong says what: %j', (value, expected) => {
    expect(() => themeFrom(value)).toThrow(ProblemError);
    expect(() => themeFrom(value)).toThrow(expected);
  });
});
