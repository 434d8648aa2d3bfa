import {execFileSync} from 'node:child_process';
import {join} from 'node:path';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {browserArgument, openUrl} from '../../source/platform/open-url.ts';

test.each([
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'ms-settings:',
  'C:\\Windows\\notepad.exe',
  '--help',
  '-a Calculator',
  'example.com & calc',
  '',
])('%j is opened by nothing', async address => {
  await expect(openUrl(address)).rejects.toMatchObject({problem: {kind: 'unsafe'}});
});

const HOSTILE = [
  `https://blog.example/it's?q="a" b&c='d'#\`$(calc)\``,
  'https://blog.example/a|b>c<d^e%PATH%\\..\\calc.exe',
  'mailto:ada@blog.example?subject=" & calc & "\'; Start calc #',
  ' https://blog.example/‘; Start calc ;’ ',
];

test('what the browser is given is one word of harmless characters that leads where the address leads', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.webUrl({withQueryParameters: true, withFragments: true}),
        fc.string({unit: 'binary'}).map(rest => `https://blog.example/${rest}`),
        fc.string({unit: 'binary'}).map(rest => `mailto:ada@blog.example?body=${rest}`),
        fc.constantFrom(...HOSTILE),
      ),
      address => {
        const given = browserArgument(address);
        expect(given).toMatch(/^(?:https?:\/\/|mailto:)[\w\-.~:/?#[\]@!$&()*+,;=%]*$/);
        expect(new URL(given).origin).toBe(new URL(address).origin);
        expect(browserArgument(given)).toBe(given);
      },
    ),
  );
});

test.each(HOSTILE)('on Windows %j is one quoted word of one command that is not read by a shell', address => {
  const program = join(import.meta.dirname, 'programs/on-windows.ts');
  const started = JSON.parse(execFileSync(process.execPath, [program, address], {encoding: 'utf8'})) as {
    command: string;
    given: string[];
    shell?: unknown;
  }[];
  expect(started).toHaveLength(1);
  const [{command, given, shell} = {command: '', given: []}] = started;
  expect(command).toMatch(/powershell\.exe$/i);
  expect(shell).toBeUndefined();
  // All but the last are the same for every address.
  expect(given.slice(0, -1)).toEqual([
    '-NoProfile',
    '-NonInteractive',
    '-ExecutionPolicy',
    'Bypass',
    '-EncodedCommand',
  ]);
  const text = Buffer.from(given.at(-1) ?? '', 'base64').toString('utf16le');
  expect(text).toBe(`$ProgressPreference = 'SilentlyContinue'; Start '${browserArgument(address)}'`);
});
