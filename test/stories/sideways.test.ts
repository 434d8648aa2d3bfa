import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {copied} from '../helpers/copied.ts';
import {aHome, reader} from '../helpers/story.ts';

const LINE =
  'const answer = askTheKeeperOfTheLamp("how many fathoms of rope are left in the boat house?", {politely: true});';

test('long lines of code are cut and moved sideways, and copied whole', async () => {
  const home = await aHome();
  const file = join(home.folder, 'rope.md');
  await writeFile(file, `# Rope\n\n\`\`\`js\n${LINE}\n\`\`\`\n\nThat is all.\n`);
  const terminal = reader(home, {arguments: [file], columns: 70, rows: 24});
  await terminal.until('Rope');
  terminal.act('open');
  await terminal.until('↪');
  terminal.act('code-left');
  await terminal.until(one => !one.screen().includes('↪') && /│ const answer = .*›/.test(one.screen()));
  terminal.act('code-right', 'code-right', 'code-right', 'code-right');
  await terminal.until(/│ ‹.*politely: true/);
  terminal.act('code-right');
  await terminal.until('No code in view goes on to the right.');
  terminal.act('code-left');
  await terminal.until(/│ ‹.*›/);
  terminal.act('copy-code');
  await terminal.until('Sent the code block to the terminal’s clipboard.');
  expect(copied(terminal.output)).toBe(LINE);
  terminal.act('code-wrap');
  await terminal.until('↪');
});
