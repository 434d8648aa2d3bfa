import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {newsletterFrom} from '../../source/domain/newsletter/newsletter-from.ts';
import type {Newsletter} from '../../source/domain/newsletter/newsletter.ts';
import type {Publication} from '../../source/domain/publication/publication.ts';
import {createHttp} from '../../source/http/http.ts';
import {createNewsletters} from '../../source/newsletters/newsletters.ts';
import {createSources} from '../../source/sources/sources.ts';
import type {Sources} from '../../source/sources/sources.ts';
import {openNewsroom} from '../newsroom/newsroom.ts';
import type {Newsroom, Reply} from '../newsroom/newsroom.ts';

const document = readFileSync(new URL('../../docs/publishing.md', import.meta.url), 'utf8');

/** The block that begins with this info string. Its site is moved to the newsroom, where there is one. */
function snippet(info: string, origin = 'https://well.example'): string {
  const block = new RegExp(`^\`\`\`${info}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(document)?.[1];
  if (block === undefined) throw new Error(`docs/publishing.md has no block "${info}"`);
  return block.replaceAll('https://well.example', origin);
}

let room: Newsroom;
let pages: Record<string, Reply> = {};
const http = createHttp({environment: {}});
const signal = new AbortController().signal;
beforeAll(async () => {
  room = await openNewsroom([({url}) => pages[url]]);
});
afterAll(async () => {
  await http.close();
  await room.close();
});

async function publicationAt(location: string): Promise<Publication> {
  const sources: Sources = createSources({http});
  const opened = await sources.open({location, settings: {}, validators: {}}, signal);
  if (opened.kind !== 'loaded') throw new Error('nothing was loaded');
  return opened.publication;
}

function serve(path: string, type: string, body: string): string {
  pages[path] = {headers: {'content-type': `${type}; charset=utf-8`}, body};
  return room.origin + path;
}

function serveDescription(): void {
  pages = {};
  serve('/newsletter.json', 'application/json', snippet('json newsletter'));
}

test('the newsletter object is understood in all its parts', () => {
  expect(newsletterFrom(JSON.parse(snippet('json newsletter')))).toEqual({
    heading: 'Letters from the well',
    pitch: 'One essay a week on engineering, AI and design.',
    subscribers: '2,500+',
    promises: ['No spam, ever', 'Free forever'],
    privacy: 'https://letters.example/privacy',
    signup: {
      kind: 'request',
      provider: 'json',
      url: 'https://letters.example/subscribe',
      method: 'json',
      field: 'email',
      fixed: {list: 'weekly'},
      page: 'https://letters.example/',
    },
  });
});

test('the JSON Feed says its newsletter', async () => {
  pages = {};
  const {tagline, newsletter} = await publicationAt(
    serve('/feed.json', 'application/feed+json', snippet('json feed', room.origin)),
  );
  expect(tagline).toBe('Notes on software that lasts');
  expect(newsletter).toMatchObject({
    heading: 'Letters from the well',
    signup: {kind: 'request', url: `${room.origin}/api/subscribe`, method: 'json'},
  });
});

test.each([
  ['xml rss', 'application/rss+xml'],
  ['xml atom', 'application/atom+xml'],
])('the link of "%s" leads to the description', async (info, type) => {
  serveDescription();
  const {newsletter} = await publicationAt(serve('/feed.xml', type, snippet(info, room.origin)));
  expect(newsletter).toMatchObject({heading: 'Letters from the well', subscribers: '2,500+'});
});

test('the folder says its newsletter', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'inkwell-publishing-'));
  writeFileSync(join(folder, 'publication.yml'), snippet('yaml publication'));
  writeFileSync(
    join(folder, 'a-cache-is-a-promise.md'),
    '# A cache is a promise\n\nEvery cache answers two questions.\n',
  );
  const {title, newsletter} = await publicationAt(folder);
  rmSync(folder, {recursive: true});
  expect(title).toBe('The Well');
  expect(newsletter).toMatchObject({
    promises: ['No spam, ever', 'Free forever'],
    signup: {kind: 'request', url: 'https://well.example/api/subscribe', method: 'json'},
  });
});

async function find(html: string): Promise<Newsletter | undefined> {
  const homepage = serve('/', 'text/html', `<!doctype html><title>The Well</title>${html}`);
  const publication = {id: 'p', title: 'The Well', location: homepage, homepage, isPrivate: true};
  return createNewsletters({http}).find(publication, signal);
}

describe('on the home page', () => {
  test('the link leads to the description', async () => {
    serveDescription();
    expect(await find(snippet('html link'))).toMatchObject({
      heading: 'Letters from the well',
      subscribers: '2,500+',
    });
  });

  test('the form is found with the words beside it', async () => {
    pages = {};
    expect(await find(snippet('html form', room.origin))).toMatchObject({
      heading: 'Letters from the well',
      pitch: 'One essay a week. Join 2,500+ readers.',
      subscribers: '2,500+',
      promises: ['No spam, ever', 'Free forever'],
      signup: {kind: 'request', url: `${room.origin}/api/subscribe`, field: 'email', fixed: {list: 'weekly'}},
    });
  });
});

test('the addresses in the table of services are recognised', () => {
  const rows = [...document.matchAll(/^\| ([A-Z]\w+|listmonk) \| `(https:[^`]+)`(?:, `provider: (\w+)`)?/gm)];
  const known = rows.map(([, name = '', url = '', provider]) => {
    const signup = newsletterFrom({
      url: url.replaceAll('…', 'x').replaceAll(/\b[A-Z]+\b/g, '1'),
      provider,
    })?.signup;
    return [name.toLowerCase(), signup?.kind === 'request' && signup.provider];
  });
  expect(known).toEqual(
    ['buttondown', 'mailchimp', 'kit', 'ghost', 'listmonk', 'mailerlite', 'brevo', 'sendy'].map(name => [
      name,
      name,
    ]),
  );
});
