import fc from 'fast-check';
import {expect, test} from 'vitest';
import type {Page, PageStyle} from '../../../source/domain/page/page.ts';
import type {Dots, Pictured} from '../../../source/domain/page/picture.ts';
import {paintDots} from '../../../source/typeset/paint/dots.ts';
import {cellsOf} from '../../../source/typeset/text/cells.ts';
import {placeholders} from '../../../source/typeset/text/placeholder.ts';
import {createTypesetter} from '../../../source/typeset/typesetter.ts';
import {ARTICLE, PUBLICATION, STYLE} from '../../helpers/set-page.ts';

const TEXT = `Before the picture.

![The hill](hill.png "At dusk")

After the picture.

- In a list

  ![The house](house.png)
`;

const DOTS: Dots = {upper: [0xff_00_00, 0x00_ff_00], lower: [0x00_00_ff, 0xff_ff_ff]};

function setWith(
  pictured: (src: string, room: number) => Pictured | undefined,
  style: Partial<PageStyle> = {},
): Page {
  const sheet = {
    article: ARTICLE,
    publication: PUBLICATION,
    markdown: TEXT,
    related: [],
    bodyOnly: true,
    pictured,
  };
  return createTypesetter().set(sheet, {...STYLE, measure: 40, ...style});
}

const all = (page: Page): readonly string[] => page.lines(page.start, 100);

test('a picture that is not at hand is a frame, which names the key that shows it', () => {
  expect(all(setWith(() => undefined, {keys: {pictures: 'i'}})).slice(0, 6)).toEqual(
    [
      'Before the picture.',
      '',
      '╭─ Image: i shows it ──╮',
      '│ The hill             │',
      '│ At dusk              │',
      '╰──────────────────────╯',
    ].map((line, index) => (index < 2 ? line : expect.stringMatching(/^[╭│╰]/))),
  );
});

test('one that is being fetched says so, and one that can’t be shown says why', () => {
  expect(all(setWith(() => ({state: 'coming'}))).join('\n')).toContain('Image: being fetched');
  const failed = all(setWith(() => ({state: 'failed', reason: 'It can’t be shown: it is an SVG drawing.'})));
  expect(failed.join('\n')).toMatch(
    /│ The hill¹ +│\n│ At dusk +│\n│ It can’t be shown: it is an SVG +│\n│ drawing\. +│/,
  );
});

test('a picture at hand stands in its rows, its words below', () => {
  const page = setWith(src => (src === 'hill.png' ? {state: 'dots', rows: [DOTS, DOTS]} : undefined), {
    colors: 3,
  });
  const red = '\u001B[38;2;255;0;0;48;2;0;0;255m▀\u001B[38;2;0;255;0;48;2;255;255;255m▀\u001B[39;49m';
  expect(
    all(page)
      .slice(2, 6)
      .map(line => line.replaceAll(/\u001B\[[34]m|\u001B\[23m/g, '')),
  ).toEqual([red, red, 'The hill¹', 'At dusk']);
});

test('a row of a picture closes what it opens, whatever its colours', () => {
  const rows = fc
    .integer({min: 1, max: 30})
    .chain(width =>
      fc.tuple(
        ...[0, 1].map(() =>
          fc.array(fc.integer({min: 0, max: 0xff_ff_ff}), {minLength: width, maxLength: width}),
        ),
      ),
    );
  fc.assert(
    fc.property(rows, fc.constantFrom(1, 2, 3), fc.nat(40), ([upper = [], lower = []], colors, row) => {
      const text = paintDots({upper, lower, row}, colors);
      expect(text.replaceAll(/\u001B\[[\d;]*m/g, '')).toBe('▀'.repeat(upper.length));
      expect(text.endsWith('\u001B[39;49m')).toBe(true);
      if (colors === 3) expect(dotsOf(text)).toEqual({upper, lower});
      if (colors === 1) expect(text).not.toMatch(/[34]8;/);
    }),
    {numRuns: 100},
  );
});

test('256 colours come near, and black and white stay what they are', () => {
  const row = {upper: [0x00_00_00, 0xff_ff_ff], lower: [0xff_ff_ff, 0x00_00_00], row: 0};
  expect(paintDots({...row, upper: [0x87_5f_d7], lower: [0x87_5f_d7]}, 2)).toMatch(
    /38;5;(?:9[38]|62|99|1[03]\d)/,
  );
  expect(paintDots(row, 1)).toBe('\u001B[30;107m▀\u001B[97;40m▀\u001B[39;49m');
});

test('kitty’s placeholders are as many cells as the picture has, each with its row and column', () => {
  const page = setWith(() => ({state: 'placed', id: 0x12_34_56, cells: {columns: 3, rows: 2}}), {
    bidi: 'page',
  });
  expect(all(page)[3]).toBe(
    '\u001B[38;2;18;52;86m\u{10EEEE}\u030D\u0305\u{10EEEE}\u030D\u030D\u{10EEEE}\u030D\u030E\u001B[39m',
  );
  const row = placeholders(60, 200);
  expect(cellsOf(row)).toBe(200);
  expect(new Set(row.match(/\u{10EEEE}../gsu)).size).toBe(200);
});

test('a page knows the pictures that are in view, where they begin and how many lines they have', () => {
  const page = setWith(src => (src === 'hill.png' ? {state: 'dots', rows: [DOTS, DOTS, DOTS]} : undefined));
  const [hill, house] = page.pictures(page.start, 100);
  expect(hill).toMatchObject({src: 'hill.png', alternative: 'The hill', state: 'dots', lines: 5, room: 40});
  expect(house).toMatchObject({src: 'house.png', state: 'absent', lines: 3});
  expect(house?.room).toBeLessThan(40);
  expect(page.lines(house?.place ?? page.start, 1)[0]).toContain('Image');
  expect(page.pictures(page.start, 2)).toEqual([]);
  const within = page.move(hill?.place ?? page.start, 4);
  expect(page.pictures(within, 1)).toEqual([hill]);
  expect(page.pictures(page.move(within, 1), 1)).toEqual([]);
});

test('a place within a picture is the place of the picture, whatever takes its rows', () => {
  const shown = setWith(() => ({state: 'dots', rows: [DOTS, DOTS, DOTS, DOTS]}));
  const [hill] = shown.pictures(shown.start, 100);
  const position = shown.position(shown.move(hill?.place ?? shown.start, 2));
  const framed = setWith(() => undefined);
  expect(framed.place(position)).toEqual(framed.pictures(framed.start, 100)[0]?.place);
});

/** The colours of a row, read back. */
function dotsOf(text: string): Dots {
  const upper: number[] = [];
  const lower: number[] = [];
  let [ink, ground] = [0, 0];
  for (const [, codes, block] of text.matchAll(/\u001B\[([\d;]*)m|(▀)/g)) {
    for (const [, kind, red, green, blue] of (codes ?? '').matchAll(/([34])8;2;(\d+);(\d+);(\d+)/g)) {
      const colour = (Number(red) << 16) | (Number(green) << 8) | Number(blue);
      if (kind === '3') ink = colour;
      else ground = colour;
    }
    if (block !== undefined) {
      upper.push(ink);
      lower.push(ground);
    }
  }
  return {upper, lower};
}
