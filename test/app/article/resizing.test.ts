import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import type {Action} from '../../../source/app/core/action.ts';
import {layoutOf} from '../../../source/app/core/layout.ts';
import {openArticle} from '../../../source/app/article/open-article.ts';
import {scrollBy} from '../../../source/app/article/reading.ts';
import type {ArticleScreen, State} from '../../../source/app/core/state.ts';
import {screenOf} from '../../../source/app/core/state.ts';
import {withScreen} from '../../../source/app/core/step.ts';
import {update} from '../../../source/app/core/update.ts';
import type {Position} from '../../../source/domain/page/page.ts';
import {setSheet} from '../../helpers/set-page.ts';
import {after, articleRow, keys, listState} from '../../helpers/state.ts';

const ROW = articleRow(1);
const TOP: Position = {block: 0, offset: 0};

type Size = Readonly<{columns: number; rows: number}>;

/** Runs an action as the store does; pages are set by the real typesetter. */
function run(state: State, action: Action, markdown: string, kept = TOP): State {
  const [next, effects] = update(state, action);
  return set(next, effects, markdown, kept);
}

function set(state: State, effects: ReturnType<typeof update>[1], markdown: string, kept: Position): State {
  const load = effects.findLast(effect => effect.kind === 'load-article');
  if (load?.kind !== 'load-article' || load.isPreview) return state;
  const page = setSheet({markdown}, {measure: load.measure});
  return run(
    state,
    {type: 'article-set', id: ROW.id, row: ROW, page, position: kept, isPreview: false},
    markdown,
  );
}

function opened({columns, rows}: Size, markdown: string, kept: Position): State {
  const [state, effects] = openArticle(listState(12, {columns, rows}), ROW.id, ROW);
  return set(state, effects, markdown, kept);
}

function articleOf(state: State): ArticleScreen & Required<Pick<ArticleScreen, 'page'>> {
  const screen = screenOf(state);
  if (screen.kind !== 'article' || !screen.page) throw new Error('no article is open');
  return {...screen, page: screen.page};
}

/** The line at which the reader was stands on the screen, and on top of it unless the page ends before. */
function isInView(state: State, position: Position): boolean {
  const {page, place} = articleOf(state);
  const {pageRows} = layoutOf(state);
  const below = page.distance(place, page.place(position), pageRows + 1);
  return below === 0 || (below > 0 && below < pageRows && page.distance(page.end(pageRows), place, 1) === 0);
}

const words = fc.array(
  fc.constantFrom('lamp', 'harbour', 'a', '灯台の光', 'unforgettable', '`code`', '**oil**'),
  {
    minLength: 1,
    maxLength: 60,
  },
);
const block = fc
  .tuple(fc.constantFrom('', '', '', '## ', '- ', '> '), words)
  .map(([lead, text]) => lead + text.join(' '));
const text = fc.array(block, {minLength: 3, maxLength: 25}).map(blocks => blocks.join('\n\n'));
const size: fc.Arbitrary<Size> = fc.record({
  columns: fc.integer({min: 24, max: 220}),
  rows: fc.integer({min: 8, max: 70}),
});

test('ten resizes at random widths and heights, and opening it anew, lead back to the very same line', () => {
  fc.assert(
    fc.property(
      text,
      size,
      fc.array(size, {minLength: 10, maxLength: 10}),
      fc.nat(120),
      (markdown, first, sizes, lines) => {
        const start = opened(first, markdown, TOP);
        const reading = withScreen(start, scrollBy(start, articleOf(start), lines));
        const {page, position} = articleOf(reading);
        // A blank line on top of the screen belongs to what comes below it.
        const place = page.fit(page.place(position), layoutOf(reading).pageRows);
        let state = reading;
        for (const one of sizes) {
          state = run(state, {type: 'resized', ...one}, markdown);
          expect(isInView(state, position)).toBe(true);
          const {position: kept} = articleOf(state);
          expect(isInView(opened(one, markdown, kept), position)).toBe(true);
        }
        const back = articleOf(run(state, {type: 'resized', ...first}, markdown));
        expect(back.place).toEqual(place);
        expect(articleOf(opened(first, markdown, back.position)).place).toEqual(place);
      },
    ),
    {numRuns: 60},
  );
});

test('a window that is tall for a moment does not lose the paragraph near the end', () => {
  const markdown = Array.from({length: 30}, (_, number) => `Paragraph ${number} of the log.`).join('\n\n');
  const start = opened({columns: 80, rows: 12}, markdown, TOP);
  const reading = withScreen(start, scrollBy(start, articleOf(start), 50));
  const tall = run(reading, {type: 'resized', columns: 80, rows: 70}, markdown);
  const back = run(tall, {type: 'resized', columns: 80, rows: 12}, markdown);
  expect(articleOf(back).place).toEqual(articleOf(reading).place);
});

test('the sample of the settings is set anew for another width', () => {
  const narrow = after(listState(12, {columns: 40}), ...keys(',')).state;
  const {effects} = after(narrow, {type: 'resized', columns: 100, rows: 40});
  expect(effects).toContainEqual({kind: 'set-sample', measure: 70});
  const closed = after(after(narrow, ...keys('esc')).state, {
    type: 'resized',
    columns: 100,
    rows: 40,
  }).effects;
  expect(closed.map(({kind}) => kind)).not.toContain('set-sample');
});
