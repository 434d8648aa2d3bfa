/* The least program that lists a folder of Markdown: front matter by yaml, words counted by blanks. */
import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {parse} from 'yaml';

const [, , folder = ''] = process.argv;
const files = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter(name => name.endsWith('.md'));
const articles = files.map(name => {
  const text = readFileSync(join(folder, name), 'utf8');
  const [head = '', fields = ''] = /^---\n([^]*?)\n---\n/u.exec(text) ?? [];
  return {...(parse(fields) as object | null), words: text.slice(head.length).split(/\s+/u).length};
});
process.stdout.write(`${JSON.stringify(articles)}\n`);
