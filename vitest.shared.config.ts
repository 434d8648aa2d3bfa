import {defineConfig} from 'vitest/config';

/** Checks against data that is kept beside the checkout; they are skipped where it is not. */
export default defineConfig({
  test: {
    include: ['test/with-shared/**/*.test.{ts,tsx}'],
    env: {FORCE_COLOR: '0', TZ: 'UTC'},
    testTimeout: 600_000,
    maxWorkers: 2,
  },
});
