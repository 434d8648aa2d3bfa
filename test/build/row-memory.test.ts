import fc from 'fast-check';
import {beforeAll, expect, test} from 'vitest';
import {built} from './built.ts';

type Transformer = (line: string, index: number) => string;
type Output = {
  write(x: number, y: number, text: string, options: {transformers: readonly Transformer[]}): void;
  clip(clip: Readonly<{x1?: number; x2?: number; y1?: number; y2?: number}>): void;
  unclip(): void;
  get(): {output: string; height: number};
};
type OutputClass = {default: new (size: {width: number; height: number}) => Output};

const OUTPUT = '../../node_modules/ink/build/output.js';
let lean: OutputClass;
let real: OutputClass;

beforeAll(async () => {
  lean = await built<OutputClass>(`export {default} from '${OUTPUT}';`);
  real = (await import(OUTPUT)) as OutputClass;
});

const RUNS = [
  'a',
  'bc ',
  '  ',
  '日本',
  '👩‍💻',
  'e\u0301',
  '\u001B[1mbold\u001B[22m',
  '\u001B[36m● \u001B[39m',
  '\u001B[2mdim ',
  '\u001B[7m ',
  '\u001B[0m',
  '\u200B',
  '…',
];
const line = fc.array(fc.constantFrom(...RUNS), {maxLength: 6}).map(parts => parts.join(''));
const text = fc.oneof(
  {weight: 4, arbitrary: line},
  fc.array(line, {maxLength: 3}).map(lines => lines.join('\n')),
);
const place = fc.integer({min: -3, max: 14});
const bound = fc.option(fc.integer({min: 0, max: 14}), {nil: undefined});
const transformers = fc.constantFrom<readonly Transformer[]>(
  [],
  [shown => shown.toUpperCase()],
  [(shown, index) => `${index}${shown}`],
);

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('write' as const),
      x: fc.oneof(fc.constant(0), place),
      y: place,
      text,
      transformers,
    }),
  },
  fc.record({kind: fc.constant('clip' as const), x1: bound, x2: bound, y1: bound, y2: bound}),
  fc.constant({kind: 'unclip' as const}),
);

test('a remembered row is the row that Ink sets', () => {
  fc.assert(
    fc.property(fc.array(step, {maxLength: 12}), steps => {
      const frames = [lean, real, lean].map(({default: Class}) => {
        const output = new Class({width: 12, height: 8});
        for (const one of steps) {
          if (one.kind === 'write') output.write(one.x, one.y, one.text, {transformers: one.transformers});
          else if (one.kind === 'unclip') output.unclip();
          else
            output.clip(
              Object.fromEntries(
                Object.entries(one).filter(([key, value]) => key !== 'kind' && value !== undefined),
              ),
            );
        }
        return output.get();
      });
      expect(frames[0]).toEqual(frames[1]);
      expect(frames[2]).toEqual(frames[1]);
    }),
    {numRuns: 1500},
  );
});
