import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {folderValidator, openFolder} from '../../../source/sources/folder/folder.ts';
import {openFile} from '../../../source/sources/folder/open-file.ts';
import {Shelf} from './shelf.ts';

const NOW = Date.parse('2026-06-01T00:00:00Z');
const head = (fields: string, text = 'Words.') => `---\n${fields}\n---\n\n${text}\n`;

async function listed(files: Readonly<Record<string, string>>) {
  using shelf = new Shelf(files);
  const {parsed} = await openFolder(shelf.path, {now: NOW});
  return {
    titles: parsed.articles.map(({title}) => title?.content ?? '').toSorted(),
    authors: parsed.articles[0]?.authors?.length ? parsed.articles[0].authors : (parsed.authors ?? []),
    warnings: (parsed.warnings ?? []).map(({message}) => message),
    body: (path: string) => parsed.articles.find(one => one.path === path)?.body?.content.trim(),
    parsed,
  };
}

test.each([
  ['draft: true', []],
  ['expiryDate: 2026-05-01', []],
  ['expiryDate: 2027-05-01', ['Post']],
  ['publishDate: 2026-07-01', []],
  ['date: 2026-07-01', []],
  ['_build:\n  list: never', []],
  ['build:\n  render: false', []],
  ['headless: true', []],
  ['date: 2026-05-01', ['Post']],
])('lists of Hugo what Hugo publishes: %s', async (fields, titles) => {
  const {titles: found} = await listed({
    'hugo.yaml': 'title: Harbour',
    'content/posts/p.md': head(`title: Post\n${fields}`),
  });
  expect(found).toEqual(titles);
});

test.each([
  ['hugo.toml', '[params]\nauthor = "Iris"\n[taxonomies]\nauthor = "authors"', ['Iris']],
  ['hugo.toml', '[params.author]\nname = "Iris"', ['Iris']],
  ['hugo.toml', '[author]\nname = "Iris"', ['Iris']],
  ['hugo.yaml', 'languages:\n  en:\n    params:\n      author: Iris', ['Iris']],
])('takes the author of a Hugo site from %s: %s', async (file, settings, names) => {
  const {authors} = await listed({[file]: settings, 'content/posts/p.md': head('title: Post')});
  expect(authors.map(({name}) => name)).toEqual(names);
});

test('finds authors in Hugo’s pages and tables of authors', async () => {
  const {parsed} = await listed({
    'config/_default/hugo.toml': 'title = "Harbour"',
    'content/authors/iris/_index.md': head('title: Iris Quill'),
    'data/authors/tom.toml': 'name = "Tom Reed"',
    'content/posts/a.md': head('title: A\nauthors: [iris]\ndate: 2026-01-02'),
    'content/posts/b.md': head('title: B\nauthor: tom\ndate: 2026-01-01'),
  });
  expect(parsed.articles.flatMap(({authors = []}) => authors.map(({name}) => name))).toEqual([
    'Iris Quill',
    'Tom Reed',
  ]);
});

test('takes texts beside an index in Hugo for parts of its page', async () => {
  const {titles} = await listed({
    'hugo.toml': 'title = "Harbour"',
    'content/posts/trip/index.md': head('title: Trip'),
    'content/posts/trip/notes.md': 'Notes of the trip.',
    'content/posts/other.md': head('title: Other'),
  });
  expect(titles).toEqual(['Other', 'Trip']);
});

test.each([
  ['title: Harbour', ['Now']],
  ['title: Harbour\nfuture: true', ['Later', 'Now']],
])(
  'holds posts of Jekyll back until their day, unless the settings say otherwise',
  async (settings, titles) => {
    const {titles: found} = await listed({
      '_config.yml': settings,
      '_posts/2026-01-01-now.md': head('title: Now'),
      '_posts/2026-09-01-later.md': head('title: Later'),
    });
    expect(found).toEqual(titles);
  },
);

test('reads a folder again when a post that was held back is due', async () => {
  using shelf = new Shelf({'_config.yml': 'title: x', '_posts/2026-09-01-later.md': head('title: Later')});
  const {validator} = await openFolder(shelf.path, {now: NOW});
  expect(await folderValidator(shelf.path, {now: NOW}, validator)).toBe(validator);
  expect(await folderValidator(shelf.path, {now: Date.parse('2026-09-02')}, validator)).not.toBe(validator);
});

test('reads a site of Pelican by its settings, without running them', async () => {
  const {titles, parsed, body} = await listed({
    'pelicanconf.py':
      'import os\nAUTHOR = "Iris Quill"\nSITENAME = u\'Harbour\'\nSITEURL = "https://h.example"\n',
    'content/2026-01-02_lamp.md': 'Title: The lamp\n\nSee [rope]({filename}/rope.rst).\n',
    'content/rope.rst':
      'Rope\n####\n\n:date: 2026-01-01\n:tags: knots, tar\n\nSee `lamp <{filename}2026-01-02_lamp.md>`_.\n',
    'content/hidden.md': 'Title: Hidden\nStatus: draft\n\nText\n',
    'output/lamp.html': '<html><title>Built</title><body><p>Built</p></body></html>',
  });
  expect(titles).toEqual(['Rope', 'The lamp']);
  expect(parsed.title?.content).toBe('Harbour');
  expect(parsed.authors?.[0]?.name).toBe('Iris Quill');
  expect(body('content/2026-01-02_lamp.md')).toBe('See [rope](rope.rst).');
  expect(body('content/rope.rst')).toBe('See [lamp](2026-01-02_lamp.md).');
  expect(parsed.articles.find(one => one.path === 'content/rope.rst')?.tags).toEqual(['knots', 'tar']);
});

test('reads front matter of Hexo that nothing opens, and its links between posts', async () => {
  const {titles, body} = await listed({
    '_config.yml': 'title: Harbour',
    'source/_posts/old.md': 'title: Old style\n---\nText of old.\n',
    'source/_posts/new.md': head('title: New', 'See {% post_link old %} and {% post_link old "that one" %}.'),
    'source/_posts/json.md': '"title": "In JSON",\n"date": "2026-01-01"\n;;;\nText.\n',
    'source/_drafts/draft.md': head('title: Draft'),
    'themes/x/readme.md': '# Theme',
  });
  expect(titles).toEqual(['In JSON', 'New', 'Old style']);
  expect(body('source/_posts/new.md')).toBe('See [Old style](old.md) and [that one](old.md).');
});

test('gives the authors of Docusaurus the same names in a list and in a single file', async () => {
  using shelf = new Shelf({
    'docusaurus.config.ts': 'export default {\n  title: "Harbour",\n  tagline: "On boats",\n};\n',
    'news/authors.yml': 'iris:\n  name: Iris Quill\n  title: Captain\n',
    'blog/authors.yml': 'tom:\n  name: Tom Reed\n',
    'blog/2026-01-05-a.md': head('title: A\nauthors: [tom, iris]'),
    'blog/_part.md': 'A part.',
  });
  const {parsed} = await openFolder(shelf.path);
  const single = await openFile(join(shelf.path, 'blog/2026-01-05-a.md'));
  expect(parsed.title?.content).toBe('Harbour');
  expect(parsed.articles).toHaveLength(1);
  expect(single?.articles[0]?.authors).toEqual(parsed.articles[0]?.authors);
  expect(single?.articles[0]?.authors?.map(({name}) => name)).toEqual(['Tom Reed', 'Iris Quill']);
});

test('knows the generator of a part of its site', async () => {
  using shelf = new Shelf({
    'hugo.toml': 'title = "Harbour"\n[params]\nauthor = "Iris"',
    'content/posts/a.md': head(
      'title: A',
      'Write {{ .Title }} and {{</* figure */>}}. See [b]({{< relref "b.md#end" >}}).',
    ),
    'content/posts/b.md': head('title: B'),
  });
  const {parsed} = await openFolder(join(shelf.path, 'content/posts'));
  expect(parsed.articles[0]?.body?.content.trim()).toBe(
    'Write {{ .Title }} and {{< figure >}}. See [b](b.md#end).',
  );
  expect(parsed.authors?.[0]?.name).toBe('Iris');
});

test('reads a vault of Obsidian: names as links, pictures, remarks, names of blocks, properties', async () => {
  const {parsed, body} = await listed({
    '.obsidian/app.json': '{}',
    'Harbour.md': head(
      'author: "[[Iris Quill]]"\ntags: [boats]',
      'See [[Lamp room|the lamp]], [[Nowhere]] and [[Lamp room#Oil]].\n\n![[map.png|300]]\n\nA paragraph. ^p1\n\nSeen %%not seen%% again, {{ braces }} and ==light==.\n\n`[[code]]`',
    ),
    'rooms/Lamp room.md': 'Words.',
  });
  expect(body('Harbour.md')).toBe(
    'See [the lamp](rooms/Lamp%20room.md), Nowhere and [Lamp room › Oil](rooms/Lamp%20room.md).\n\n![](<map.png>)\n\nA paragraph.\n\nSeen again, {{ braces }} and **light**.\n\n`[[code]]`',
  );
  expect(parsed.articles.find(one => one.path === 'Harbour.md')?.authors?.[0]?.name).toBe('Iris Quill');
});

test('reads a graph of Logseq: properties of pages and blocks, tasks, references', async () => {
  const {titles, parsed, body} = await listed({
    'logseq/config.edn': '{}',
    'logseq/bak/old.md': '- Old',
    'pages/lamp.md':
      'title:: The lamp\ntags:: oil, [[glass]]\n\n- Words of [[rope]]\n  id:: 64d5a1b2-0000-4000-8000-000000000000\n- TODO fill it\n- DONE light it\n',
    'pages/rope.md': '- Rope',
    'journals/2026_01_05.md': '- A day',
  });
  expect(titles).toContain('The lamp');
  expect(titles).not.toContain('Old');
  expect(parsed.articles.find(one => one.path === 'pages/lamp.md')?.tags).toEqual(['oil', 'glass']);
  expect(body('pages/lamp.md')).toBe('- Words of [rope](rope.md)\n- [ ] fill it\n- [x] light it');
  expect(parsed.articles.find(one => one.path === 'journals/2026_01_05.md')?.published?.[0]).toBe(
    '2026-01-05',
  );
});

test('reads links of Zola and its calls, and shows those that are escaped', async () => {
  const {body} = await listed({
    'config.toml': 'base_url = "https://h.example"\ntitle = "Harbour"',
    'templates/index.html': '',
    'content/a.md':
      '+++\ntitle = "A"\n+++\n\nSee [b](@/deep/b.md#end). {{ youtube(id="abcdefgh") }} Write {{/* youtube(id="x") */}}.\n\n{% quote(author="Iris") %}\nWell said.\n{% end %}\n',
    'content/deep/b.md': '+++\ntitle = "B"\n+++\nText',
  });
  expect(body('content/a.md')).toBe(
    'See [b](deep/b.md#end). [Video on YouTube](https://www.youtube.com/watch?v=abcdefgh) Write {{ youtube(id="x") }}.\n\n\n\n> Well said.\n>\n> — Iris',
  );
});

test('names each file that is passed over, with the reason', async () => {
  const {titles, warnings} = await listed({
    'README.md': '# The repository',
    'LICENSE.md': 'Do as you like.',
    'post.md': head('title: Post'),
    'book.textile': 'h1. Book',
    'empty.md': '\n',
    'robots.txt': 'User-agent: *',
    '_drafts/x.md': 'Draft',
    'vendor/modules.txt': '',
    'vendor/a.md': '# Foreign',
    'node_modules/a/readme.md': '# Package',
  });
  expect(titles).toEqual(['Post']);
  expect(warnings).toEqual([
    'Passed over: _drafts/, which holds templates, data or drafts, by its name.',
    'Passed over: book.textile, which is in a format that Inkwell does not read.',
    'Passed over: robots.txt, which is meant for machines.',
    'Passed over: vendor/, which holds packages of other people.',
    'Passed over: empty.md, which has no words.',
    'Passed over: LICENSE.md and README.md, which are about the repository.',
  ]);
});

test('reads files whose names are subjects, not those of a repository', async () => {
  const {titles, warnings} = await listed({
    'a/security.md': head('title: Locks'),
    'a/AUTHORS.md': '# Writers',
    'a/governance.md': '# Rule',
    'b/README.md': '# A part',
    'vendor/list.md': '# Sellers',
    'contributors.md': head('title: Helpers'),
  });
  expect(titles).toEqual(['A part', 'Helpers', 'Locks', 'Rule', 'Sellers', 'Writers']);
  expect(warnings).toEqual([]);
});

test('reads files whose names are not UTF-8', async () => {
  using shelf = new Shelf({'sub/plain.md': head('title: Plain')});
  mkdirSync(join(shelf.path, 'sub'), {recursive: true});
  const raw = Buffer.concat([
    Buffer.from(join(shelf.path, 'sub/caf')),
    Buffer.from([0xe9]),
    Buffer.from('.md'),
  ]);
  writeFileSync(raw, 'Words.');
  const {parsed} = await openFolder(shelf.path);
  expect(parsed.articles.map(({path, title}) => [path, title?.content])).toEqual([
    ['sub/café.md', 'Café'],
    ['sub/plain.md', 'Plain'],
  ]);
});
