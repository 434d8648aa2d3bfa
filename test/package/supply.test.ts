import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {judgeAudit, judgeSignatures} from '../../packaging/advisories.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (file: string): unknown => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));

type Locked = Readonly<{
  integrity?: string;
  resolved?: string;
  hasInstallScript?: boolean;
  inBundle?: boolean;
  link?: boolean;
}>;

const {packages} = read('package-lock.json') as {packages: Readonly<Record<string, Locked>>};
const locked = Object.entries(packages).filter(([path]) => path !== '');

test('every package of the lockfile has its hash, and none comes from elsewhere than the registry', () => {
  expect(locked.length).toBeGreaterThan(100);
  expect(locked.filter(([, {integrity}]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual(
    [],
  );
  const elsewhere = locked.filter(
    ([, {resolved}]) => !/^https:\/\/registry\.npmjs\.org\/|^$/.test(resolved ?? ''),
  );
  expect(elsewhere.map(([path]) => path)).toEqual([]);
});

test('no package runs a script when it is installed, but those that we allow', () => {
  const {allowScripts} = read('package.json') as {allowScripts: Readonly<Record<string, boolean>>};
  const running = locked.filter(([, {hasInstallScript}]) => hasInstallScript).map(([path]) => path);
  expect(running.map(path => path.replace(/^.*node_modules\//, '')).sort()).toEqual(
    Object.keys(allowScripts).sort(),
  );
});

const ADVISORY = {
  name: 'marked',
  title: 'Catastrophic backtracking',
  url: 'https://github.com/advisories/GHSA-x',
};
const audit = (name: string) => ({vulnerabilities: {[name]: {via: ['another', ADVISORY]}}});

test('an advisory of a bundled package fails, unless it is noted with a reason', () => {
  const bundled = new Set(['marked']);
  expect(judgeAudit(audit('marked'), bundled, {}).failures).toEqual([
    'marked: Catastrophic backtracking (https://github.com/advisories/GHSA-x)',
  ]);
  const noted = judgeAudit(audit('marked'), bundled, {[ADVISORY.url]: 'Its input is cut.'});
  expect(noted).toEqual({failures: [], remarks: [expect.stringContaining('Its input is cut.')]});
});

test('an advisory of a tool is reported and fails nothing', () => {
  const {failures, remarks} = judgeAudit(audit('vitest'), new Set(['marked']), {});
  expect([failures, remarks]).toEqual([[], [expect.stringContaining('A tool has an advisory. vitest')]]);
});

test('a registry that does not answer is reported loudly', () => {
  expect(judgeAudit({message: '405 Method Not Allowed'})).toEqual({
    failures: [],
    remarks: ['NOT CHECKED: known advisories. 405 Method Not Allowed'],
  });
  expect(judgeSignatures('').remarks).toEqual([expect.stringContaining('NOT CHECKED: signatures')]);
});

test('a signature that is not the registry’s fails, a missing one is reported', () => {
  const answer = JSON.stringify({invalid: [{name: 'a'}], missing: [{name: 'b'}]});
  expect(judgeSignatures(answer)).toEqual({
    failures: [expect.stringContaining('a: ')],
    remarks: [expect.stringContaining('b has')],
  });
});
