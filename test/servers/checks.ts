import {atHome, inkwell} from './program.ts';
import type {Listing} from './program.ts';
import {POSTS, SITE} from './posts.ts';
import type {Post} from './posts.ts';

/**
 * One column of the table, and what it found wrong; empty where it is right, undefined where it does not
 * apply.
 */
export type Result = Readonly<{column: string; fault: string | undefined}>;

export const COLUMNS = [
  'discovery',
  'title',
  'author',
  'date',
  'text',
  'related',
  'paging',
  'folder',
  'API',
  'sign-up',
  'life',
] as const;

type Site = Readonly<{
  origin: string;
  /** The folder of its sources, where it is one. */
  folder?: string;
  hasFeed: boolean;
  /** The key of its public API. */
  key?: string;
  hasForm?: boolean;
  hasByline?: boolean;
  /** The address of a post; undefined where the feed says it. */
  address?(post: Post): string;
  /** Makes the feed show two articles a page. */
  shorten?(): Promise<void>;
  mails: readonly string[];
}>;

type Check = (site: Site) => Promise<string | undefined>;

const squeezed = (text: string): string =>
  text.replaceAll(/\\(?=[!-/:-@[-`{-~])/gu, '').replaceAll(/\s+/gu, ' ');

async function listed({origin}: Site): Promise<Listing> {
  return await inkwell<Listing>('list', `${origin}/`, '--json', '--bodies');
}

/** Each post as its page gives it, since a feed that is whole would hide what the page does. */
async function pages(site: Site): Promise<readonly [Post, Listing['articles'][number] | undefined][]> {
  const {articles} = site.hasFeed ? await listed(site) : {articles: []};
  const found: [Post, Listing['articles'][number] | undefined][] = [];
  for (const post of POSTS) {
    const url = site.address?.(post) ?? articles.find(({title}) => title === post.title)?.url;
    const read = url === undefined ? undefined : await inkwell<Listing>('read', url, '--format', 'json');
    found.push([post, read?.articles[0]]);
  }
  return found;
}

function eachPost(judge: (post: Post, article: Listing['articles'][number]) => string | undefined): Check {
  return async site => {
    const faults: string[] = [];
    for (const [post, article] of await pages(site)) {
      const fault = article ? judge(post, article) : 'its page was not found';
      if (fault !== undefined) faults.push(`${post.slug}: ${fault}`);
    }
    return faults.join('; ') || undefined;
  };
}

const discovery: Check = async site => {
  const {articles, problems} = await listed(site);
  const missing = POSTS.filter(post => !articles.some(({title}) => title === post.title));
  const extra = articles.filter(({title}) => /^(?:Draft|Gone|Later)$/u.test(title));
  const [problem] = problems;
  return missing.length > 0 || extra.length > 0
    ? `${missing.length} missing, ${extra.length} unpublished; ${problem?.message ?? ''}`
    : undefined;
};

const title = eachPost((post, article) => (article.title === post.title ? undefined : `"${article.title}"`));
const author = eachPost((post, {authors}) =>
  authors.length === 1 && authors[0]?.name === post.author ? undefined : JSON.stringify(authors),
);
const date = eachPost((post, {publishedAt}) =>
  publishedAt?.startsWith(post.day) ? undefined : String(publishedAt),
);
const text = eachPost((post, {markdown = ''}) => {
  const missing = post.paragraphs.filter(paragraph => !squeezed(markdown).includes(paragraph));
  const chrome = [SITE.title, 'Harbour letter', 'Subscribe', 'Recent Posts', 'Leave a Reply'].filter(words =>
    markdown.includes(words),
  );
  return missing.length > 0 || chrome.length > 0
    ? `${missing.length} paragraphs missing, chrome: ${chrome.join(', ')}`
    : undefined;
});

const folder: Check = async site => {
  const {articles} = await inkwell<Listing>('list', site.folder ?? '', '--json', '--bodies');
  const faults = POSTS.flatMap(post => {
    const found = articles.find(article => article.title === post.title);
    if (!found) return [`${post.slug} missing`];
    const isRight =
      found.authors[0]?.name === post.author &&
      (found.publishedAt?.startsWith(post.day) ?? false) &&
      post.tags.every(tag => found.tags.includes(tag)) &&
      post.paragraphs.every(paragraph => squeezed(found.markdown ?? '').includes(paragraph));
    return isRight ? [] : [`${post.slug}: ${JSON.stringify({...found, markdown: undefined})}`];
  });
  const extra = articles.filter(one => /^(?:Draft|Gone|Later)$/u.test(one.title)).map(one => one.title);
  return [...faults, ...extra].join('; ') || undefined;
};

/** The posts by their API; a wrong key is named as one. */
const api: Check = async ({origin, key = ''}) => {
  const at = (one: string) => `${origin}/ghost/api/content/posts/?key=${one}&include=authors,tags`;
  const {articles} = await inkwell<Listing>('list', at(key), '--json');
  const {problems} = await inkwell<Listing>('list', at('0'.repeat(26)), '--json');
  const said = problems.map(({message}) => message).join(' ');
  return POSTS.every(({title}) => articles.some(one => one.title === title)) && /\bkey\b/u.test(said)
    ? undefined
    : `${articles.length} articles; of a wrong key: ${said}`;
};

/** Articles like the first post are other posts of the site. */
const related: Check = async ({origin}) =>
  await atHome(async run => {
    await run('add', `${origin}/`, '--json');
    const [first] = (await run<Listing>('list', '--json')).articles;
    const {articles} = await run<Listing>('related', first?.id ?? '', '--json');
    const isRight = articles.length > 0 && articles.every(({id}) => id !== first?.id);
    return isRight ? undefined : articles.map(one => one.title).join('; ') || 'nothing';
  });

/** Older articles by the further pages of the feed. */
const paging: Check = async ({origin, shorten}) => {
  await shorten?.();
  return await atHome(async run => {
    await run('add', `${origin}/`, '--json');
    const before = (await run<Listing>('list', '--json')).articles.length;
    await run('refresh', '--pages', '3', '--force', '--json');
    const after = (await run<Listing>('list', '--json')).articles.length;
    return before === 2 && after === POSTS.length ? undefined : `${before}, then ${after} articles`;
  });
};

const signUp: Check = async ({origin, mails}) => {
  const before = mails.length;
  const {outcome, message} = await inkwell<{outcome: string; message: string}>(
    'subscribe',
    'ada@example.com',
    '--to',
    `${origin}/`,
    '--yes',
    '--json',
  );
  if (outcome !== 'check-inbox') return `${outcome}: ${message}`;
  const mail = mails.slice(before).find(one => one.includes('ada@example.com'));
  return mail === undefined ? 'no mail arrived' : undefined;
};

/** The rows of one site. A check that throws is a fault of its column. */
export async function judged(site: Site): Promise<readonly Result[]> {
  const checks: Readonly<Record<(typeof COLUMNS)[number], Check | undefined>> = {
    discovery: site.hasFeed ? discovery : undefined,
    title,
    author: site.hasByline === false ? undefined : author,
    date: site.hasByline === false ? undefined : date,
    text,
    related: site.hasFeed ? related : undefined,
    paging: site.shorten ? paging : undefined,
    folder: site.folder === undefined ? undefined : folder,
    API: site.key === undefined ? undefined : api,
    life: undefined,
    'sign-up': site.hasForm === false ? undefined : signUp,
  };
  const results: Result[] = [];
  for (const column of COLUMNS) {
    const check = checks[column];
    if (!check) continue;
    const fault = await check(site).catch((error: unknown) =>
      error instanceof Error ? error.message : String(error),
    );
    results.push({column, fault});
  }
  return results;
}
