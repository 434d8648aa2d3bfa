import {globSync, readFileSync} from 'node:fs';
import {availableParallelism} from 'node:os';
import {defineConfig} from 'vitest/config';

/** Many small files that leave nothing behind. What counts work is not of them: it needs modules that nobody ran before. */
const PURE = globSync('test/{app,domain,options,output,ui}/**/*.test.{ts,tsx}').filter(
  file => !readFileSync(file, 'utf8').includes('helpers/work.ts'),
);

export default defineConfig({
  test: {
    env: {FORCE_COLOR: '0', TZ: 'UTC'},
    // Waits end with what they wait for; only a hang meets these.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: {poll: {timeout: 120_000}},
    // Stories wait for other processes half of their time.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: PURE,
          // They share their workers, and load their modules once.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/with-shared/**', ...PURE],
        },
      },
    ],
  },
});
