import {globSync, readFileSync} from 'node:fs';
import {availableParallelism} from 'node:os';
import {join} from 'node:path';
import {defineConfig} from 'vitest/config';
import {patched} from './build/patches.ts';

// Test processes and their threads compile each file once.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, 'node_modules/.cache/code');

const UI = 'test/ui/**/*.test.{ts,tsx}';

/**
 * They leave nothing behind, so they share their workers and load their modules once. What counts work or
 * bytes of memory needs modules that nobody ran before, and some change what their process has.
 */
const TOGETHER = globSync('test/**/*.test.{ts,tsx}', {exclude: [UI, 'test/with-shared/**']}).filter(
  file =>
    !/helpers\/(?:work|dovecot)\.ts|memoryUsage|process\.chdir|stubEnv/.test(readFileSync(file, 'utf8')),
);

/** Packages that are patched, and those that lead to them. */
const PATCHED =
  /node_modules\/(?:ink|ink-testing-library|ink-text-input|yoga-layout|cli-truncate|string-width|wrap-ansi|slice-ansi|@alcalzone\/ansi-tokenize|widest-line)\//;

export default defineConfig({
  test: {
    env: {FORCE_COLOR: '0', TZ: 'UTC'},
    // Waits end with what they wait for; only a hang meets these.
    testTimeout: 1_200_000,
    hookTimeout: 1_200_000,
    expect: {poll: {timeout: 300_000}},
    tags: [
      {
        name: 'long',
        description: 'Further cases of what is always tried, and what needs minutes: `npm run test:long`.',
      },
    ],
    // Stories wait for other processes half of their time.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: TOGETHER,
          isolate: false,
        },
      },
      {
        extends: true,
        // What draws runs the packages as users get them: with the patches of the bundle.
        plugins: [
          {name: 'patches', transform: (code: string, id: string) => patched(code, id.replace(/\?.*$/, ''))},
        ],
        test: {name: 'ui', include: [UI], isolate: false, server: {deps: {inline: [PATCHED]}}},
      },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/with-shared/**', UI, ...TOGETHER],
        },
      },
    ],
  },
});
