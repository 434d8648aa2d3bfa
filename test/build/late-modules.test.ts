import {createRequire} from 'node:module';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {LATE} from '../../build/late-modules.ts';

const load = createRequire(join(import.meta.dirname, '../../dist/late/'));

test.each(Object.entries(LATE))(
  '%s has all that its callers ask for',
  (name, {functions = [], classes = [], methods = []}) => {
    const loaded = load(`./${name}.cjs`) as Readonly<Record<string, unknown>>;
    const whole = (loaded['default'] ?? loaded) as Readonly<Record<string, unknown>>;
    const asked = [...[...functions, ...classes].map(id => loaded[id]), ...methods.map(id => whole[id])];
    expect(asked.map(one => typeof one)).toEqual(asked.map(() => 'function'));
    expect(asked.length).toBeGreaterThan(0);
  },
);
