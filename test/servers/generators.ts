import {mkdir, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {FORM} from './host.ts';
import {POSTS, SITE} from './posts.ts';
import type {Post} from './posts.ts';
import {tool} from './program.ts';

/** A generator of sites: a small site is written for it, and built as its users build theirs. */
export type Generator = Readonly<{
  name: string;
  /** Where it comes from when it is not here. */
  from: string;
  /** Writes the site into a folder and builds it; gives the folder that was built. */
  build(folder: string, origin: string): Promise<string>;
  /** Its pages lead to a feed. */
  hasFeed: boolean;
  /** The theme shows neither who wrote nor when. */
  hasNoByline?: true;
  /** The theme has no place for a form. */
  hasNoForm?: true;
}>;

async function write(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), {recursive: true});
    await writeFile(join(folder, path), text);
  }
}

const yaml = (post: Post, more = '') =>
  `---\ntitle: "${post.title}"\ndate: ${post.day} 12:00:00 +0000\nauthor: ${post.author}\ncategories: [${post.category}]\ntags: [${post.tags.join(', ')}]\n${more}---\n\n${post.paragraphs.join('\n\n')}\n`;

const posts = (path: (post: Post) => string, text: (post: Post) => string): Record<string, string> =>
  Object.fromEntries(POSTS.map(post => [path(post), text(post)]));

const page = (feed: string, body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${SITE.title}</title><link rel="alternate" type="application/rss+xml" href="${feed}"></head><body><header><a href="/">${SITE.title}</a></header>${body}<footer>${FORM}</footer></body></html>`;

const hugo: Generator = {
  name: 'Hugo',
  from: 'apt-get install hugo',
  hasFeed: true,
  async build(folder, origin) {
    await write(folder, {
      'hugo.toml': `baseURL = "${origin}/"\ntitle = "${SITE.title}"\n[params]\nauthor = "Iris Quill"\ndescription = "${SITE.tagline}"\n`,
      'layouts/_default/baseof.html': page('/index.xml', '<main>{{ block "main" . }}{{ end }}</main>'),
      'layouts/_default/single.html':
        '{{ define "main" }}<article><h1>{{ .Title }}</h1><p>By <a rel="author" href="/about/">{{ .Params.author }}</a> on <time datetime="{{ .Date.Format "2006-01-02T15:04:05Z07:00" }}">{{ .Date.Format "2 January 2006" }}</time></p>{{ .Content }}</article>{{ end }}',
      'layouts/_default/list.html':
        '{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Site.RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}',
      ...posts(
        ({slug}) => `content/posts/${slug}.md`,
        post => yaml(post),
      ),
      'content/posts/draft.md': '---\ntitle: Draft\ndraft: true\n---\nNo.\n',
      'content/posts/gone.md': '---\ntitle: Gone\ndate: 2020-01-01\nexpiryDate: 2021-01-01\n---\nNo.\n',
    });
    await tool('hugo', [], folder);
    return join(folder, 'public');
  },
};

const jekyll: Generator = {
  name: 'Jekyll',
  from: 'apt-get install jekyll',
  hasFeed: true,
  async build(folder, origin) {
    await write(folder, {
      '_config.yml': `title: ${SITE.title}\ndescription: ${SITE.tagline}\nurl: "${origin}"\nauthor: Iris Quill\n`,
      '_layouts/post.html': page(
        '/feed.xml',
        '<main><article><h1>{{ page.title }}</h1><p>By <span rel="author">{{ page.author }}</span>, <time datetime="{{ page.date | date_to_xmlschema }}">{{ page.date | date_to_long_string }}</time></p>{{ content }}</article></main>',
      ),
      'index.html': `---\n---\n${page('/feed.xml', '<main>{% for post in site.posts %}<p><a href="{{ post.url }}">{{ post.title }}</a></p>{% endfor %}</main>')}`,
      'feed.xml':
        '---\n---\n<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>{{ site.title | xml_escape }}</title><id>{{ site.url }}/</id><link href="{{ site.url }}/"/><updated>{{ site.time | date_to_xmlschema }}</updated>{% for post in site.posts %}<entry><title type="html">{{ post.title | xml_escape }}</title><id>{{ site.url }}{{ post.url }}</id><link href="{{ site.url }}{{ post.url }}"/><published>{{ post.date | date_to_xmlschema }}</published><updated>{{ post.date | date_to_xmlschema }}</updated><author><name>{{ post.author }}</name></author>{% for c in post.categories %}<category term="{{ c }}"/>{% endfor %}<content type="html">{{ post.content | xml_escape }}</content></entry>{% endfor %}</feed>',
      ...posts(
        ({day, slug}) => `_posts/${day}-${slug}.md`,
        post => yaml(post, 'layout: post\n'),
      ),
      '_posts/2090-01-01-later.md': '---\ntitle: Later\n---\nNo.\n',
    });
    await tool('jekyll', ['build', '--disable-disk-cache'], folder);
    return join(folder, '_site');
  },
};

const pelican: Generator = {
  name: 'Pelican',
  from: 'apt-get install pelican',
  hasFeed: true,
  hasNoForm: true,
  async build(folder, origin) {
    await write(folder, {
      'pelicanconf.py': `AUTHOR = 'Iris Quill'\nSITENAME = '${SITE.title}'\nSITEURL = '${origin}'\nPATH = 'content'\nTIMEZONE = 'UTC'\nDEFAULT_LANG = 'en'\nFEED_ALL_ATOM = 'feeds/all.atom.xml'\n`,
      ...posts(
        ({slug}) => `content/${slug}.${slug === 'rope' ? 'rst' : 'md'}`,
        ({slug, title, day, author, category, tags, paragraphs}) =>
          slug === 'rope'
            ? `${title}\n${'#'.repeat(title.length)}\n\n:date: ${day} 12:00\n:author: ${author}\n:category: ${category}\n:tags: ${tags.join(', ')}\n:slug: ${slug}\n\n${paragraphs.join('\n\n')}\n`
            : `Title: ${title}\nDate: ${day} 12:00\nAuthor: ${author}\nCategory: ${category}\nTags: ${tags.join(', ')}\nSlug: ${slug}\n\n${paragraphs.join('\n\n')}\n`,
      ),
    });
    await tool('pelican', ['content', '-o', 'output', '-s', 'pelicanconf.py'], folder);
    return join(folder, 'output');
  },
};

async function fromNpm(folder: string, packages: readonly string[]): Promise<void> {
  await tool('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...packages], folder);
}

const eleventy: Generator = {
  name: 'Eleventy',
  from: 'npm, into a temporary folder',
  hasFeed: true,
  async build(folder, origin) {
    await write(folder, {
      'package.json': '{"name": "site", "type": "module"}',
      'eleventy.config.js':
        "import {feedPlugin} from '@11ty/eleventy-plugin-rss';\n" +
        `export default config => { config.addPlugin(feedPlugin, {type: 'atom', outputPath: '/feed.xml', collection: {name: 'posts', limit: 10}, metadata: {language: 'en', title: '${SITE.title}', subtitle: '${SITE.tagline}', base: '${origin}/', author: {name: 'Iris Quill'}}}); };\n`,
      '_includes/post.njk': page(
        '/feed.xml',
        '<main><article><h1>{{ title }}</h1><p>By <span rel="author">{{ author }}</span>, <time datetime="{{ page.date.toISOString() }}">{{ page.date.toDateString() }}</time></p>{{ content | safe }}</article></main>',
      ),
      'index.njk': page(
        '/feed.xml',
        '<main>{% for post in collections.posts %}<p><a href="{{ post.url }}">{{ post.data.title }}</a></p>{% endfor %}</main>',
      ),
      ...posts(
        ({slug}) => `posts/${slug}.md`,
        post =>
          yaml(post, 'layout: post.njk\n')
            .replace(/tags: \[/, 'tags: [posts, ')
            .replace(' 12:00:00 +0000', 'T12:00:00Z'),
      ),
    });
    await fromNpm(folder, ['@11ty/eleventy@3', '@11ty/eleventy-plugin-rss@2']);
    await tool('node_modules/.bin/eleventy', [], folder);
    return join(folder, '_site');
  },
};

const hexo: Generator = {
  name: 'Hexo',
  from: 'npm, into a temporary folder',
  hasFeed: true,
  async build(folder, origin) {
    await write(folder, {
      'package.json': '{"name": "site", "hexo": {"version": ""}}',
      '_config.yml': `title: ${SITE.title}\ndescription: ${SITE.tagline}\nauthor: Iris Quill\nurl: ${origin}\npermalink: :year/:title/\ntimezone: UTC\ntheme: plain\nfeed:\n  type: atom\n  path: atom.xml\n  content: true\n`,
      'themes/plain/layout/layout.ejs': page('/atom.xml', '<main><%- body %></main>'),
      'themes/plain/layout/index.ejs':
        '<% page.posts.each(post => { %><p><a href="<%- url_for(post.path) %>"><%= post.title %></a></p><% }) %>',
      'themes/plain/layout/post.ejs':
        '<article><h1><%= page.title %></h1><p>By <span rel="author"><%= page.author %></span>, <time datetime="<%= page.date.toISOString() %>"><%= page.date.format("LL") %></time></p><%- page.content %></article>',
      ...posts(
        ({slug}) => `source/_posts/${slug}.md`,
        post => yaml(post).replace(' +0000', ''),
      ),
      'source/_posts/old.md':
        'title: Old head\ndate: 2023-12-01 12:00:00\nauthor: Iris Quill\n---\n\nWords of a post whose head nothing opens.\n',
    });
    await fromNpm(folder, [
      'hexo@7',
      'hexo-generator-index',
      'hexo-generator-feed',
      'hexo-renderer-marked',
      'hexo-renderer-ejs',
    ]);
    await tool('node_modules/.bin/hexo', ['generate'], folder);
    return join(folder, 'public');
  },
};

const vitepress: Generator = {
  name: 'VitePress',
  from: 'npm, into a temporary folder',
  hasFeed: false,
  hasNoByline: true,
  hasNoForm: true,
  async build(folder) {
    await write(folder, {
      'package.json': '{"name": "site", "type": "module"}',
      '.vitepress/config.mjs': `export default {title: '${SITE.title}', description: '${SITE.tagline}', cleanUrls: true};\n`,
      'index.md': `# ${SITE.title}\n\n${POSTS.map(({slug, title}) => `- [${title}](./posts/${slug})`).join('\n')}\n`,
      ...posts(
        ({slug}) => `posts/${slug}.md`,
        post => yaml(post).replace(/^(---\n[^]*?---\n)/, `$1\n# ${post.title}\n`),
      ),
    });
    await tool('npm', ['install', '--no-audit', '--no-fund', '--no-save', 'vitepress@1'], folder);
    await tool('node_modules/.bin/vitepress', ['build'], folder);
    return join(folder, '.vitepress/dist');
  },
};

export const SITE_GENERATORS: readonly Generator[] = [hugo, jekyll, pelican, eleventy, hexo, vitepress];
