import {expect, test} from 'vitest';
import type {ArticleScreen, State} from '../../../source/app/core/state.ts';
import type {PagePicture} from '../../../source/domain/page/page.ts';
import {linesOf, setSheet} from '../../helpers/set-page.ts';
import {after, articleRow, keys, listState} from '../../helpers/state.ts';

const ROW = articleRow(0);
const TEXT = `One.\n\n${[1, 2, 3, 4, 5, 6, 7, 8].map(number => `![Picture ${number}](${number}.png)`).join('\n\n')}\n\n${'Text. '.repeat(900)}`;

function opened(change: Partial<State> = {}): State {
  const page = setSheet({markdown: TEXT, bodyOnly: true}, {measure: 70});
  const position = {block: 0, offset: 0};
  const start = after(listState(3, {canShowPictures: true, ...change}), ...keys('enter')).state;
  return after(start, {type: 'article-set', id: ROW.id, row: ROW, page, position, isPreview: false}).state;
}

function wantedBy(state: State, ...pressed: readonly string[]): readonly string[] {
  const {effects} = after(state, ...keys(...pressed));
  return effects
    .flatMap(effect => (effect.kind === 'load-pictures' ? effect.wanted : []))
    .map(({src}: PagePicture) => src);
}

test('the key asks for the pictures near the screen, a few at a time, and for no others', () => {
  const state = opened();
  expect(wantedBy(state)).toEqual([]);
  expect(wantedBy(state, 'i')).toEqual(['1.png', '2.png', '3.png', '4.png', '5.png', '6.png']);
  expect(wantedBy(opened({rows: 8}), 'i')).toEqual(['1.png', '2.png', '3.png']);
});

test('pressed again, it puts them away and asks for none', () => {
  const {state, effects} = after(opened(), ...keys('i', 'i'));
  expect(effects.at(-1)).toEqual({kind: 'forget-pictures', id: ROW.id});
  expect(wantedBy(state, 'j')).toEqual([]);
});

test('always needs no key, and never heeds none', () => {
  const {settings} = listState(1);
  const always = opened({settings: {...settings, images: 'always'}});
  expect(wantedBy(always, 'j')).toContain('1.png');
  expect(wantedBy(opened({settings: {...settings, images: 'never'}}), 'i', 'j', 'I')).toEqual([]);
});

test.each([
  ['a terminal that can’t', {canShowPictures: false}],
  ['the monochrome theme', {settings: {...listState(1).settings, images: 'always', themeName: 'monochrome'}}],
] as const)('%s is told so, and nothing is asked for', (_, change) => {
  const {state, effects} = after(opened(change), ...keys('i', 'I', 'j'));
  expect(effects.some(({kind}) => kind === 'load-pictures' || kind === 'view-picture')).toBe(false);
  expect(state.notice?.text).toMatch(/shows no pictures/);
});

test('what the reader looks at stays when a picture above it comes', () => {
  const before = after(opened(), ...keys('i', 'space', 'space')).state;
  const screen = before.trail.at(-1) as ArticleScreen;
  const dots = {upper: [1], lower: [2]};
  const page = setSheet(
    {
      markdown: TEXT,
      bodyOnly: true,
      pictured: () => ({state: 'dots', rows: Array.from({length: 20}, () => dots)}),
    },
    {measure: 70},
  );
  const {state} = after(before, {
    type: 'article-set',
    id: ROW.id,
    row: ROW,
    page,
    position: screen.position,
    isPreview: false,
    isAgain: true,
  });
  const now = state.trail.at(-1) as ArticleScreen;
  expect(now.page?.lines(now.place, 1)).toEqual(screen.page?.lines(screen.place, 1));
  expect(linesOf(page).length).toBeGreaterThan(100);
});

test('pictures that come after the article was left change nothing', () => {
  const left = after(opened(), ...keys('i', 'q')).state;
  expect(after(left, {type: 'pictures-changed', id: ROW.id})).toEqual({state: left, effects: []});
});
