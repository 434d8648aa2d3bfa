import fc from 'fast-check';
import {beforeAll, expect, test} from 'vitest';
import {built} from './built.ts';

/** As much of a node of Ink's tree as the joining of texts looks at. */
type Node = Readonly<{
  nodeName: '#text' | 'ink-text' | 'ink-virtual-text';
  nodeValue?: string;
  childNodes?: readonly Node[];
  isHidden?: boolean;
  internal_transform?: (text: string) => string;
}>;
type Squash = {default: (node: Node) => string};

const SQUASH = '../../node_modules/ink/build/squash-text-nodes.js';
let lean: Squash;
let real: Squash;

beforeAll(async () => {
  lean = await built<Squash>(`export {default} from '${SQUASH}';`);
  real = (await import(SQUASH)) as Squash;
});

const RUNS = [
  'a row',
  '\t',
  '日本',
  'e\u0301',
  '\u001B[1mbold\u001B[22m',
  '\u001B[38:2::1:2:3mcolour\u001B[39m',
  '\u001B[2J',
  '\u0007',
  '\u009B1m',
  '\u0301',
  '\r\n',
  '',
];
const value = fc
  .array(fc.constantFrom(...RUNS), {minLength: 1, maxLength: 5})
  .map((parts): Node => ({nodeName: '#text', nodeValue: parts.join('')}));
const {node} = fc.letrec<{node: Node; child: Node}>(tie => ({
  child: fc.oneof({maxDepth: 3}, value, tie('node')),
  node: fc
    .record({
      nodeName: fc.constantFrom('ink-text' as const, 'ink-virtual-text' as const),
      childNodes: fc.array(tie('child'), {maxLength: 3}),
      isHidden: fc.boolean(),
      isMarked: fc.boolean(),
    })
    .map(({isMarked, ...rest}) => ({
      ...rest,
      ...(isMarked && {internal_transform: (text: string) => `\u001B[4m${text}\u001B[24m`}),
    })),
}));

test('texts that are remembered are those that Ink makes of them, at first and again', () => {
  fc.assert(
    fc.property(node, one => {
      const wanted = real.default(one);
      expect([lean.default(one), lean.default(one)]).toEqual([wanted, wanted]);
    }),
    {numRuns: 1000},
  );
});

test('a text whose words have changed is made anew', () => {
  expect(['one', 'two', 'one'].map(text => lean.default(rowOf(text)))).toEqual(['one', 'two', 'one']);
});

function rowOf(nodeValue: string): Node {
  return {nodeName: 'ink-text', childNodes: [{nodeName: '#text', nodeValue}]};
}
