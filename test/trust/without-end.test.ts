import {expect, test} from 'vitest';
import {withoutPassword, withoutPasswords} from '../../source/domain/publication/passwords.ts';
import {htmlToMarkdown} from '../../source/html/html-to-markdown.ts';
import {indexText} from '../../source/library/ingest/index-text.ts';
import {readPage as readHomePage} from '../../source/newsletters/page/markup.ts';
import {isFeedAddress} from '../../source/sources/discovery/feed-signs.ts';
import {ABOUT_REPOSITORY} from '../../source/sources/folder/site/choice.ts';
import {withoutStrayCdata} from '../../source/sources/format/xml/stray-cdata.ts';
import {readPage} from '../../source/sources/page/read-page.ts';
import {rss, rssItem, readFeed} from '../helpers/read-feed.ts';
import {ends} from '../helpers/work.ts';

/*
 * Texts that begin something again and again and never end it: each would take minutes where a way back is
 * searched.
 */

const LENGTH = 500_000;
const endless = (piece: string, start = ''): string => start + piece.repeat(LENGTH / piece.length);
const inFeed = (text: string): string =>
  rssItem(`<title>x</title><description><![CDATA[${text}]]></description>`);

const TEXTS = [
  endless('a="', '<a '),
  endless('=n', '<b '),
  ...[
    '<a b="',
    "<p a='",
    '<b/ ',
    '<!--',
    '<!',
    '<?',
    '<![CDATA[',
    '&#x',
    '</a ',
    '<script ',
    '<style ',
    '<h1 ',
  ].map(piece => endless(piece)),
  ...[
    '<link ',
    '<meta ',
    '<title ',
    '<table><td>',
    '\u00a0',
    '\u200b',
    ' \n',
    '- ',
    '`',
    '[',
    '](',
    '$$ ',
  ].map(piece => endless(piece)),
];

test('a feed whose texts never end what they begin is read', () => {
  for (const text of TEXTS) {
    expect(ends(() => readFeed(inFeed(text.replaceAll(']]>', ''))).articles).length).toBe(1);
    ends(() => indexText({format: 'html', content: text}));
    ends(() => withoutStrayCdata(`]]>${text}`));
  }
  // Outside of CDATA, where a broken feed has it.
  expect(ends(() => readFeed(rss(`<item><title>x</title><description>${TEXTS[0]}`)).articles).length).toBe(1);
});

test('a page whose marks never end is read', {tags: 'long'}, () => {
  const url = 'https://blog.example/';
  for (const text of TEXTS) {
    ends(() => readPage({text: `<body><article><h1>x</h1><p>${text}`, url, json: undefined}));
    ends(() => readHomePage(`<form>${text}`, url));
  }
  const classes = `<body><article><h1>One</h1><p class="${endless('a ')}">The words.</p>`;
  expect(ends(() => readPage({text: classes, url, json: undefined}).articles)[0]?.body?.content).toContain(
    'The words.',
  );
  ends(() => readHomePage(endless('<ul><li>'), url));
});

test('names and cells in which every place may be a border are told at once', () => {
  ends(() => ABOUT_REPOSITORY.test(`readme_${'s_'.repeat(120)}!`));
  const cells = `<table><tr><td>${'0'.repeat(60)}a</td><td><pre>x</pre></td></tr></table>`;
  expect(ends(() => htmlToMarkdown(cells))).toContain('x');
  ends(() => isFeedAddress(`${endless('.rss?')}\n`));
});

test('a password is looked for in a text of any length', () => {
  expect(ends(() => withoutPassword(`${endless('A+')} http://ada:secret@pier.example/`))).toMatch(
    /ada:\*{3}@/u,
  );
  ends(() => withoutPasswords(JSON.stringify({message: `${endless('a://b:')}://a@b`})));
});
