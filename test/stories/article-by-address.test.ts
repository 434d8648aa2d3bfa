/** @module-tag long */

import {expect, test} from 'vitest';
import {commands} from '../helpers/commands.ts';
import {aHome, aServer, reader} from '../helpers/story.ts';

test('the address of an article of the library opens it, and + saves a link from it', async () => {
  const home = await aHome();
  const web = await aServer();
  const serve = (path: string, title: string, more = '') =>
    web.serve(path, {
      headers: {'content-type': 'text/html'},
      body: `<title>${title}</title><article><h1>${title}</h1><p>Begin. ${more}</p>${'<p>The keeper lit the lamp and wrote a line of it.</p>'.repeat(20)}</article>`,
    });
  serve('/lamp', 'A lamp', `<a href="${web.origin}/ships">ships of the bay</a>`);
  serve('/ships', 'Some ships');
  expect((await commands(home)(['save', `${web.origin}/lamp`])).code).toBe(0);

  const terminal = reader(home, {arguments: [`${web.origin}/lamp`]});
  await terminal.until(/A lamp[\s\S]*The keeper lit the lamp/);
  terminal.act('next-link', 'save-page');
  await terminal.until('Saved: Some ships.');
  terminal.act('save-page');
  await terminal.until('Already saved: Some ships.');
  terminal.act('back');
  await terminal.until(/A lamp[\s\S]*Some ships|Some ships[\s\S]*A lamp/);
});
