import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {PROPERTIES} from './properties.ts';
import {HANG, tryProperty, within} from './try-property.ts';

describe('what strangers send', () => {
  test.each(PROPERTIES.map(property => [property.name, property] as const))(
    '%s: no case does harm',
    async (_, property) => {
      expect(await tryProperty(property, {seed: 20_261_123, runs: 25, seconds: HANG})).toBeUndefined();
    },
  );
});

const FOUND = join(import.meta.dirname, 'found');
const found = existsSync(FOUND) ? readdirSync(FOUND).filter(name => name.endsWith('.json')) : [];

describe.runIf(found.length > 0)('what was found before', () => {
  test.each(found)('%s does no harm any more', async file => {
    const kept = JSON.parse(readFileSync(join(FOUND, file), 'utf8')) as {property: string; case: unknown};
    const property = PROPERTIES.find(({name}) => name === kept.property);
    expect(property).toBeDefined();
    await within(() => property?.check(kept.case), HANG);
  });
});
