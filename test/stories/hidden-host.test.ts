import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {test} from 'vitest';
import {aHome, reader} from '../helpers/story.ts';

test('a link that says another host than its own is shown with its own: in the text, when chosen, in the list', async () => {
  const home = await aHome();
  const file = join(home.folder, 'letter.md');
  await writeFile(
    file,
    '# A letter\n\nPlease sign in at [bank.com](https://bank.com@evil.test/login) today.\n\n' +
      'A picture: [![BANK.SWISS](x.png)](https://picture.test/), and within a word: bank.[com](https://word.test/).\n',
  );
  const terminal = reader(home, {arguments: [file], columns: 90, rows: 24});
  await terminal.until('A letter');
  terminal.act('open');
  await terminal.until('bank.com¹ (evil.test)');
  await terminal.until('[BANK.SWISS]² (picture.test)');
  await terminal.until(/bank\.com³\s+\(word\.test\)/);
  terminal.act('next-link');
  await terminal.until('https://evil.test/login');
  terminal.act('links');
  await terminal.until(/bank\.com +evil\.test +https:\/\/evil\.test\/login/);
});
