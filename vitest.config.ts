import {defineConfig} from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/with-shared/**'],
    env: {FORCE_COLOR: '0', TZ: 'UTC'},
    // Waits end with what they wait for; only a hang meets these.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: {poll: {timeout: 120_000}},
    maxWorkers: 2,
  },
});
