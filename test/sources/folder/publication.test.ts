import {expect, test} from 'vitest';
import {Shelf} from './shelf.ts';

const POST = '---\ntitle: Post\ndate: 2024-05-06\n---\nText';

test('takes the folder’s own words from publication.yml', async () => {
  using shelf = new Shelf({
    'post.md': POST.replace('title:', 'author: ada\ntitle:'),
    'publication.yml':
      'title: The Paper\ntagline: News\nhomepage: https://paper.example/\nlanguage: en-GB\nauthors:\n  ada:\n    name: Ada\n    role: Editor\n  bob:\n    name: Bob\nnewsletter:\n  heading: Letters\n  subscribers: 2,500+\n  promises: [No spam]\n  url: https://paper.example/subscribe\n',
    '_config.yml': 'title: Other\n',
  });
  const {publication, articles} = await shelf.read();
  expect(publication).toMatchObject({
    title: 'The Paper',
    tagline: 'News',
    homepage: 'https://paper.example/',
    language: 'en-GB',
    newsletter: {heading: 'Letters', subscribers: '2,500+', promises: ['No spam']},
  });
  expect(articles[0]?.authors).toEqual([{name: 'Ada', role: 'Editor'}]);
});

test.each([
  ['_config.yml', 'title: Site\ndescription: About\nurl: https://site.example\nauthor: Ada\n'],
  [
    'hugo.toml',
    'title = "Site"\nbaseURL = "https://site.example"\n[params]\ndescription = "About"\n[params.author]\nname = "Ada"\n',
  ],
  [
    'config.yaml',
    'title: Site\nbaseURL: https://site.example\nparams:\n  description: About\n  author: Ada\n',
  ],
])('else from %s', async (name, text) => {
  using shelf = new Shelf({'post.md': POST, [name]: text});
  const {publication, articles} = await shelf.read();
  expect(publication).toMatchObject({title: 'Site', tagline: 'About', homepage: 'https://site.example/'});
  expect(articles[0]?.authors).toEqual([{name: 'Ada'}]);
});

test.each([
  ['authors.yml', 'ada:\n  name: Ada\n  title: Engineer\n'],
  ['_data/authors.yml', 'ada:\n  name: Ada\n  role: Engineer\n'],
  ['authors.yml', '- key: ada\n  name: Ada\n  role: Engineer\n'],
  ['data/authors/ada.toml', 'name = "Ada"\nrole = "Engineer"\n'],
  ['_authors/ada.md', '---\nname: Ada\nposition: Engineer\n---\n'],
])('knows people by their keys in %s', async (name, text) => {
  using shelf = new Shelf({'post.md': POST.replace('title:', 'author: ada\ntitle:'), [name]: text});
  expect((await shelf.read()).articles.map(({authors}) => authors)).toEqual([
    [{name: 'Ada', role: 'Engineer'}],
  ]);
});

test('is called by its folder where nothing names it', async () => {
  using shelf = new Shelf({'post.md': POST});
  expect((await shelf.read()).publication.title).toMatch(/^inkwell-folder-/u);
});
