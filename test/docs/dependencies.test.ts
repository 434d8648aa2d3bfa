import {expect, test} from 'vitest';
import {THROUGH_OTHERS} from '../../docs/dependencies-noted.ts';
import {ALLOWED_LICENCES, licencesOf} from '../../docs/dependencies-page.ts';
import {IN_THE_PROGRAM, TOOLS} from '../../docs/dependency-reasons.ts';
import {textOf} from './documents.ts';

/** The list at the head of what the build writes: a name, a version and a licence a line. */
const bundled = (textOf('dist/licences.txt').split('\n\n\n')[0] ?? '')
  .split('\n')
  .slice(2)
  .map(line => /^(\S+) \S+: (.+)$/.exec(line) ?? [line, line, 'unreadable'])
  .map(([, name = '', licence = '']) => ({name, licence}));

test('every package whose code is in the program is noted, and no other', () => {
  const names = new Set(bundled.map(({name}) => name));
  expect([...names].sort()).toEqual([...Object.keys(IN_THE_PROGRAM), ...THROUGH_OTHERS].sort());
});

test('every package that we chose has a reason', () => {
  const {devDependencies} = JSON.parse(textOf('package.json')) as {devDependencies: object};
  const reasons = {...IN_THE_PROGRAM, ...TOOLS};
  expect(Object.keys(reasons).sort()).toEqual(Object.keys(devDependencies).sort());
});

test('every licence is one that lets us pass it on', () => {
  expect(bundled.filter(({licence}) => !ALLOWED_LICENCES.includes(licence))).toEqual([]);
  const chosen = Object.keys({...IN_THE_PROGRAM, ...TOOLS});
  const others = chosen.filter(name => licencesOf(name).some(licence => !ALLOWED_LICENCES.includes(licence)));
  expect(others).toEqual([]);
});
