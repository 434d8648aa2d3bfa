import {execFileSync} from 'node:child_process';
import {mkdtemp, readFile, rm, symlink, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import fc from 'fast-check';
import {describe, expect, onTestFinished, test, vi} from 'vitest';
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
  await expect(openUrl(address, {lend: async during => during()})).rejects.toMatchObject({
    problem: {kind: 'unsafe'},
  });
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

/** A folder of programs by name; each notes how it was started. */
async function programs(
  ...names: readonly string[]
): Promise<{folder: string; noted: () => Promise<string>}> {
  const folder = await mkdtemp(join(tmpdir(), 'inkwell-browsers-'));
  onTestFinished(async () => rm(folder, {recursive: true}));
  const note = join(folder, 'noted');
  for (const name of names)
    await writeFile(join(folder, name), `#!/bin/sh\necho "$(basename "$0") $#:$*" >> ${note}\n`, {
      mode: 0o755,
    });
  vi.stubEnv('PATH', `${folder}:/usr/bin:/bin`);
  onTestFinished(() => void vi.unstubAllEnvs());
  return {folder, noted: async () => readFile(note, 'utf8')};
}

const URL_WITH_SIGNS = "https://blog.example/it's?a=1&b=$(c)";

describe.skipIf(process.platform === 'win32')('the reader’s own browser', () => {
  test.each([
    ['w3m', 'w3m 1:', 1],
    ['lynx -accept_all_cookies', 'lynx 2:-accept_all_cookies ', 1],
    ['w3m %s', 'w3m 1:', 1],
    ['missing-browser:links', 'links 1:', 1],
    ['firefox', 'firefox 1:', 0],
    ["firefox '%s'", 'firefox 1:', 0],
    ['firefox "%s" --new', 'firefox 2:', 0, ' --new'],
    ['firefox --page=%s', 'firefox 1:--page=', 0],
    ["firefox 'a %s' %s", 'firefox 2:a %s ', 0],
  ] as const)(
    '%s is started with the address as one argument, and has the terminal if it draws there',
    async (browser, noted, lendings, behind: string = '') => {
      const {noted: notes} = await programs('w3m', 'lynx', 'links', 'firefox');
      let lent = 0;
      await openUrl(URL_WITH_SIGNS, {
        browser,
        lend: async during => {
          lent++;
          await during();
        },
      });
      expect(await notes()).toBe(`${noted}https://blog.example/it%27s?a=1&b=$(c)${behind}\n`);
      expect(lent).toBe(lendings);
    },
  );

  test.each(["sh -c 'firefox %s'", 'sh -c "firefox %s"', 'sh -c "firefox \\"%s\\""'])(
    '%j is refused: within quotes the address may be words of another shell',
    async run => {
      const {noted} = await programs('firefox');
      const opening = openUrl(URL_WITH_SIGNS, {
        browsers: [{for: '*blog.example*', run}],
        lend: async during => during(),
      });
      await expect(opening).rejects.toThrow('%s stands within quotes');
      await expect(noted()).rejects.toThrow('ENOENT');
    },
  );

  test.each([
    'ssh laptop show',
    'ssh laptop show %s',
    'ssh laptop ssh other show',
    'adb shell show %s',
    'eval show %s',
    '"ssh" laptop show',
    's\\sh laptop show',
    '`echo ssh` laptop show',
    'echo %s | xargs ssh laptop show',
    `sh -c 'show '"%s"`,
    `sh -c 'show "$0"' %s`,
    'bash -e -c "eval show \\$0"',
    `bash -e -c 'eval "show $0"'`,
    'show %s 2>/dev/null &',
    'cmd.exe /c show',
    'autossh laptop show',
    'rsh laptop show %s',
    'i3-msg exec show',
    'swaymsg exec show %s',
  ])('of %s no shell takes anything in the address for its own', async browser => {
    const {folder} = await programs();
    const program = (name: string, body: string) =>
      writeFile(join(folder, name), `#!/bin/sh\n${body}\n`, {mode: 0o755});
    await program('ssh', 'shift\nexec sh -c "$*"');
    for (const name of ['adb', 'autossh', 'rsh', 'cmd.exe', 'i3-msg', 'swaymsg'])
      await program(name, 'shift\nexec sh -c "$*"');
    await program('show', `echo "$1" > "${folder}/opened"`);
    const address = `https://blog.example/;touch$IFS${folder}/PWNED;a=$(id)?b=1&c`;
    await openUrl(address, {browser, lend: async during => during()});
    await expect
      .poll(async () => decodeURIComponent(await readFile(join(folder, 'opened'), 'utf8').catch(() => '')))
      .toBe(`${address}\n`);
    await expect(readFile(join(folder, 'PWNED'))).rejects.toThrow('ENOENT');
  });

  test('is looked at behind its link, as Debian’s alternatives have it', async () => {
    const {folder} = await programs('w3m');
    await symlink(join(folder, 'w3m'), join(folder, 'my-browser'));
    let lent = 0;
    const lend = async (during: () => Promise<void>): Promise<void> => {
      lent++;
      await during();
    };
    await openUrl('https://blog.example/', {browser: 'my-browser', lend});
    expect(lent).toBe(1);
  });

  test('that fails is reported', async () => {
    await programs();
    const opening = openUrl('https://blog.example/', {browser: 'false', lend: async during => during()});
    await expect(opening).rejects.toMatchObject({problem: {kind: 'unsupported'}});
  });
});

test.skipIf(process.platform !== 'linux')(
  'without a desktop a browser in the terminal is found',
  async () => {
    const {noted} = await programs('www-browser');
    vi.stubEnv('DISPLAY', '').stubEnv('WAYLAND_DISPLAY', '').stubEnv('WSL_DISTRO_NAME', '');
    await openUrl('https://blog.example/', {lend: async during => during()});
    expect(await noted()).toBe('www-browser 1:https://blog.example/\n');
  },
);

test.each([
  ['http://u:SEKRIT@blog.example/a', 'http://blog.example/a'],
  ['mailto:a@b.example?attach=/etc/passwd&subject=Hi', 'mailto:a@b.example?subject=Hi'],
  ['mailto:a@b.example?Attachment=x', 'mailto:a@b.example'],
])('of %s the browser gets no password and no file', (address, given) => {
  expect(browserArgument(address)).toBe(given);
});
