import {readPage as readHomePage} from '../../../source/newsletters/page/markup.ts';
import {recogniseNewsletter} from '../../../source/newsletters/provider/recognise.ts';
import {assemble} from '../../../source/sources/article/assemble.ts';
import {documentOf} from '../../../source/sources/text/document.ts';
import {bodyToMarkdown} from '../../../source/sources/text/body-to-markdown.ts';
import {htmlToMarkdown} from '../../../source/html/html-to-markdown.ts';
import {pageLinks} from '../../../source/sources/discovery/page-links.ts';
import {readPage} from '../../../source/sources/page/read-page.ts';
import {HTML_WORDS, PAGE} from '../documents.ts';
import {mustBeArticle, mustBeLines, mustBeText, orProblem} from '../judgement.ts';
import {property} from '../property.ts';
import {damaged, soupOf, textOf} from '../soup.ts';
import type {Soup} from '../soup.ts';

const URL = 'https://blog.example/one';

async function readArticle(soup: Soup): Promise<void> {
  await orProblem(() => {
    const document = documentOf(textOf(soup), {url: URL, contentType: 'text/html'});
    const {articles} = assemble(readPage(document), {location: URL, canonicalLocation: URL, url: URL});
    for (const article of articles) {
      mustBeArticle(article);
      mustBeText(bodyToMarkdown(article.body), 'the Markdown');
    }
  });
}

/** What a home page points to: feeds, and a newsletter. */
async function readHome(soup: Soup): Promise<void> {
  await orProblem(() => {
    const text = textOf(soup);
    const {feeds, guesses, apis} = pageLinks(documentOf(text, {url: URL}));
    for (const address of [...feeds, ...guesses, ...apis])
      if (!/^https?:/.test(address)) throw new Error(`a feed elsewhere: ${address}`);
    const newsletter = recogniseNewsletter(readHomePage(text, URL));
    if (!newsletter) return;
    const {signup, ...words} = newsletter;
    mustBeLines(words, 'the newsletter');
    if (signup.kind === 'request' && !signup.url.startsWith('https:'))
      throw new Error(`an address would go to ${signup.url}`);
    if (signup.kind === 'browser' && !/^https?:/.test(signup.page))
      throw new Error(`the browser would open ${signup.page}`);
  });
}

async function convert(soup: Soup): Promise<void> {
  await orProblem(() => mustBeText(htmlToMarkdown(textOf(soup), URL), 'the Markdown'));
}

export const PAGES = [
  property('HTML to Markdown', soupOf(HTML_WORDS), convert),
  property('articles on web pages', damaged([PAGE], HTML_WORDS), readArticle),
  property('home pages', damaged([PAGE], HTML_WORDS), readHome),
];
