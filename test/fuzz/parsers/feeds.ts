import {assemble} from '../../../source/sources/article/assemble.ts';
import {documentOf} from '../../../source/sources/text/document.ts';
import {bodyToMarkdown} from '../../../source/sources/text/body-to-markdown.ts';
import {formatOf} from '../../../source/sources/format/formats.ts';
import {readOpml, writeOpml} from '../../../source/services/exchange/opml.ts';
import {APIS, ATOM, DATA_WORDS, HTML_WORDS, JSON_FEED, OPML, RSS, XML_WORDS} from '../documents.ts';
import {mustBeArticle, mustBeLine, mustBeLines, mustBeText, orProblem} from '../judgement.ts';
import {property} from '../property.ts';
import {damaged, textOf} from '../soup.ts';
import type {Soup} from '../soup.ts';

const ORIGIN = {
  location: 'https://blog.example/feed',
  canonicalLocation: 'https://blog.example/feed',
  url: 'https://blog.example/feed',
};

/**
 * All that happens to a document that was fetched, until the library has it and its first articles were
 * opened.
 */
async function read(soup: Soup): Promise<void> {
  await orProblem(() => {
    const document = documentOf(Buffer.from(textOf(soup)), {url: ORIGIN.url});
    const format = formatOf(document);
    if (!format) return;
    const {publication, articles, warnings} = assemble(format.parse(document), ORIGIN);
    mustBeLine(publication.title, 'the title');
    mustBeLine(publication.tagline ?? '', 'the tagline');
    mustBeLines(publication.newsletter ?? {}, 'the newsletter');
    mustBeLines(warnings, 'a warning');
    for (const article of articles) mustBeArticle(article);
    for (const {body} of articles.slice(0, 3)) mustBeText(bodyToMarkdown(body), 'the Markdown');
  });
}

async function readOutlines(soup: Soup): Promise<void> {
  await orProblem(() => {
    const outlined = readOpml(textOf(soup)).outlined;
    mustBeLines(outlined, 'an outline');
    const again = readOpml(writeOpml(outlined, new Date(0))).outlined;
    if (again.length !== outlined.length)
      throw new Error(`${outlined.length} sources became ${again.length} when they were written`);
  });
}

export const FEEDS = [
  property('RSS', damaged([RSS], [...XML_WORDS, ...HTML_WORDS]), read),
  property('Atom', damaged([ATOM], [...XML_WORDS, ...HTML_WORDS]), read),
  property('JSON Feed', damaged([JSON_FEED], [...DATA_WORDS, ...HTML_WORDS]), read),
  property('APIs of sites', damaged(APIS, DATA_WORDS), read),
  property('OPML', damaged([OPML], XML_WORDS), readOutlines),
];
