import {defineConfig} from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/with-shared/**'],
    env: {FORCE_COLOR: '0', TZ: 'UTC'},
    testTimeout: 30_000,
    maxWorkers: 2,
  },
});
