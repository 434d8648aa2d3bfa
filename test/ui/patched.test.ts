import {expect, test} from 'vitest';

test('the screens are drawn by Ink as it is in the bundle', async () => {
  const output: string = '../../node_modules/ink/build/output.js';
  const {default: Output} = (await import(output)) as {default: {prototype: object}};
  expect(Object.getOwnPropertyNames(Output.prototype)).toContain('writesByRow');
});
