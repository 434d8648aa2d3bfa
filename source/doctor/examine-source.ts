import type {Article} from '../domain/article/article.ts';
import {isOnTheWeb} from '../domain/publication/location.ts';
import {ProblemError} from '../domain/problem.ts';
import type {Publication} from '../domain/publication/publication.ts';
import {describeSignup} from '../domain/newsletter/signup-facts.ts';
import type {Context} from '../runtime/context.ts';
import type {Finding} from './finding.ts';
import {openSources, type Loaded} from '../services/open-sources.ts';
import {counted} from '../output/counted.ts';

/** For publishers: what Inkwell finds in a publication, and what would make it better. */
export async function examineSource(location: string, context: Context): Promise<readonly Finding[]> {
  const started = performance.now();
  const {failures, loaded, warnings} = await openSources(
    [location],
    {options: context.options, sources: context.ports.sources, report: context.output},
    context.signal,
  );
  const [source] = loaded;
  if (!source)
    throw new ProblemError(failures[0] ?? {kind: 'missing', message: `${location} could not be opened.`});
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const articles = source.articles.map(({article}) => article);
  return [
    {
      area: 'Source',
      name: 'opened',
      state: 'good',
      message: `${counted(articles.length, 'article')} in ${seconds} s${source.feedUrl ? ` from ${source.feedUrl}` : ''}`,
    },
    ...warnings.map((problem): Finding => ({
      area: 'Source',
      name: 'warning',
      state: 'warning',
      message: problem.message,
      advice: problem.advice ?? 'See what the source says there; the rest of it was read.',
    })),
    validators(source),
    ...publicationFindings(source.publication),
    ...articleFindings(articles),
    await newsletterFinding(source.publication, context),
  ];
}

function validators({validators: {etag, lastModified}, publication}: Loaded): Finding {
  const about = {area: 'Source', name: 'caching'};
  if (!isOnTheWeb(publication)) return {...about, state: 'note', message: 'a folder; nothing is fetched'};
  return etag || lastModified
    ? {
        ...about,
        state: 'good',
        message: 'sends ETag or Last-Modified, so an unchanged feed costs next to nothing',
      }
    : {
        ...about,
        state: 'warning',
        message: 'sends neither ETag nor Last-Modified',
        advice: 'Send one, and readers fetch the feed only when it has changed.',
      };
}

function publicationFindings({title, tagline, homepage, language}: Publication): readonly Finding[] {
  const area = 'Publication';
  const said = (name: string, value: string | undefined, advice: string): Finding =>
    value
      ? {area, name, state: 'good', message: value}
      : {area, name, state: 'warning', message: 'not said', advice};
  return [
    said('title', title, 'Give the feed a title.'),
    said(
      'tagline',
      tagline,
      'Say in one sentence what the publication is about: description, subtitle or tagline.',
    ),
    said('homepage', homepage, 'Link the home page, so that readers can go there.'),
    said('language', language, 'State the language, for hyphenation, dates and screen readers.'),
  ];
}

function articleFindings(articles: readonly Article[]): readonly Finding[] {
  if (articles.length === 0)
    return [
      {
        area: 'Articles',
        name: 'number',
        state: 'error',
        message: 'there are none',
        advice: 'Put at least the newest ten into the feed.',
      },
    ];
  const share = (name: string, has: (article: Article) => boolean, advice: string): Finding => {
    const count = articles.filter(has).length;
    const message =
      count === articles.length
        ? 'on every article'
        : count === 0
          ? 'on none'
          : `on ${count} of ${articles.length}`;
    return {
      area: 'Articles',
      name,
      message,
      ...(count === articles.length ? {state: 'good'} : {state: 'warning', advice}),
    };
  };
  return [
    share(
      'whole text',
      article => !article.isPartial,
      "Put whole texts into the feed: teasers have no true read time and can't be read without a network.",
    ),
    readTime(articles),
    share('date', article => article.publishedAt !== undefined, 'Date every article.'),
    share(
      'author',
      article => article.authors.length > 0,
      'Name the authors: dc:creator in RSS, author in Atom and JSON Feed.',
    ),
    share(
      'author’s role',
      article => article.authors.some(({role}) => role),
      'Say what they do: "_inkwell": {"role": "…"} in JSON Feed, authors.yml in a folder.',
    ),
    share(
      'author’s bio',
      article => article.authors.some(({bio}) => bio),
      'A sentence or two for the card below the article.',
    ),
    share(
      'excerpt',
      article => article.excerpt !== undefined,
      'One or two sentences that make one want to read on.',
    ),
    share(
      'category',
      article => article.category !== undefined,
      'One category shows as a label in the list.',
    ),
    share(
      'address',
      article => article.url !== undefined || article.path !== undefined,
      'Link each article, so that it can be opened and shared.',
    ),
    share(
      'related',
      article => (article.related?.length ?? 0) > 0,
      'Without them Inkwell finds related articles by tags, author and text.',
    ),
  ];
}

/** A teaser's read time is not the article's. */
function readTime(articles: readonly Article[]): Finding {
  const minutes = articles.map(article => article.minutes);
  const [least, most] = [Math.min(...minutes), Math.max(...minutes)];
  const span = least === most ? `${most} min` : `${least} to ${most} min`;
  const teasers = articles.filter(({isPartial}) => isPartial).length;
  const about = {area: 'Articles', name: 'read time'};
  if (teasers === 0) return {...about, state: 'good', message: span};
  const advice = 'Where a feed has teasers only, JSON Feed can say it: "_inkwell": {"minutes": 6}.';
  return {
    ...about,
    state: 'warning',
    message: `${span}, counted from a teaser on ${teasers} of ${articles.length}`,
    advice,
  };
}

async function newsletterFinding(
  publication: Publication,
  {options, ports, signal}: Context,
): Promise<Finding> {
  const about = {area: 'Newsletter', name: 'sign-up'};
  const said = publication.newsletter;
  const isComplete = said !== undefined && said.signup.kind !== 'none';
  const shown =
    isComplete || options.offline
      ? undefined
      : await (await ports.newsletters()).find(publication, signal).catch(() => undefined);
  const found = shown ?? said;
  if (!found)
    return {
      ...about,
      state: 'warning',
      message: 'none found',
      advice: 'Advertise it in the feed, in publication.yml, or by <link rel="newsletter"> on the home page.',
    };
  const {where, next, found: place = 'Advertised.'} = describeSignup(found, publication);
  const message = `${place} ${where} ${next}`;
  if (found.signup.kind === 'request') return {...about, state: 'good', message};
  return {...about, state: 'warning', message, advice: 'Give it a "url" that takes an address by POST.'};
}
