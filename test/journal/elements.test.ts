import type {Token, Tokens} from 'marked';
import {expect, test} from 'vitest';
import {articles, tokensOf} from './read-journal.ts';

/** Everything that the page engine sets, and how one knows it: by a token, or by the text outside code. */
const ELEMENTS: Readonly<Record<string, (token: Token) => boolean>> = {
  'a plain heading': token => token.type === 'heading' && !/^\d/.test(textOf(token)),
  'a numbered heading': token => token.type === 'heading' && /^\d+\. /.test(textOf(token)),
  'a heading of the third level': token => token.type === 'heading' && (token as Tokens.Heading).depth === 3,
  'an ordered list that goes on from another': token =>
    isList(token) && token.ordered && Number(token.start) > 1,
  'a list in a list of the other kind': token =>
    isList(token) &&
    token.items.some(({tokens}) => tokens.some(inner => isList(inner) && inner.ordered !== token.ordered)),
  'a list of several paragraphs an item': token =>
    isList(token) &&
    token.items.some(({tokens}) => tokens.filter(({type}) => type === 'paragraph').length > 1),
  'code in a list': token =>
    isList(token) && token.items.some(({tokens}) => tokens.some(({type}) => type === 'code')),
  'a task done and one to do': token =>
    isList(token) &&
    token.items.some(({task, checked}) => task && checked === true) &&
    token.items.some(({task, checked}) => task && checked === false),
  'a diff': token => isCode(token, 'diff'),
  'a console session': token => isCode(token, 'console'),
  SQL: token => isCode(token, 'sql'),
  Python: token => isCode(token, 'python'),
  TypeScript: token => isCode(token, 'ts'),
  JavaScript: token => isCode(token, 'js'),
  JSON: token => isCode(token, 'json'),
  YAML: token => isCode(token, 'yaml'),
  'plain text in a block': token => isCode(token, 'text'),
  'a table aligned left, centre and right': token =>
    isTable(token) && ['left', 'center', 'right'].every(side => token.align.includes(side as 'left')),
  'a wide table': token => isTable(token) && token.header.length >= 7,
  'a quote': token => token.type === 'blockquote' && !token.raw.startsWith('> [!'),
  'an alert': token => token.type === 'blockquote' && /^> \[!(?:TIP|CAUTION)\]/.test(token.raw),
  'an image with a caption': token => token.type === 'image' && Boolean((token as Tokens.Image).title),
  emphasis: token => token.type === 'em',
  'strong words': token => token.type === 'strong',
  'struck words': token => token.type === 'del',
  'code in a sentence': token => token.type === 'codespan',
  'a rule': token => token.type === 'hr',
  'a verse': token => token.type === 'br',
  'a link by its address': token => token.type === 'link' && /^<https?:/.test(token.raw),
  'a link by reference': token => token.type === 'link' && /\]\[[^\]]+\]$/.test(token.raw),
  'a link by its own words': token => token.type === 'link' && /^\[[^\]]+\]$/.test(token.raw),
};

const WRITTEN: Readonly<Record<string, RegExp>> = {
  'a list under a sentence': /:\n\n(?:[-*]|1\.) /,
  'a definition': /\n\n[A-Z][^\n]*\n: \S/,
  'a footnote': /\[\^\w+\](?!:)[^]*\n\[\^\w+\]: /,
  'a formula in a sentence': /[^$]\$[^$\n]+\$[^$]/,
  'a formula on its own': /\n\$\$\n[^$]+\n\$\$\n/,
  'a key': /<kbd>[^<]+<\/kbd>/,
  'lowered letters': /<sub>\w+<\/sub>/,
  'raised letters': /<sup>\w+<\/sup>/,
  'a marked passage': /<mark>[^<]+<\/mark>/,
  'something folded': /<details>\n<summary>/,
  Chinese: /\p{Script=Han}/u,
  'Japanese with its brackets': /「.*」/,
  Korean: /\p{Script=Hangul}/u,
  Thai: /\p{Script=Thai}/u,
  Arabic: /\p{Script=Arabic}/u,
  Hebrew: /\p{Script=Hebrew}/u,
  'an emoji of several parts': /\p{Emoji_Presentation}\u200d\p{Emoji}/u,
  'a letter with an accent of its own': /[a-z]\u0301/,
};

const tokens = articles.flatMap(({markdown}) => tokensOf(markdown));

test.each(Object.entries(ELEMENTS))('the journal has %s', (_, isElement) => {
  expect(tokens.some(isElement)).toBe(true);
});

test.each(Object.entries(WRITTEN))('the journal has %s', (_, pattern) => {
  expect(articles.some(({markdown}) => pattern.test(markdown.replaceAll(/^ *```.*?^ *```$/gms, '')))).toBe(
    true,
  );
});

test('no fence, tag or mark is left open', () => {
  const prose = tokens.filter(token => token.type === 'text' && !('tokens' in token)).map(textOf);
  expect(prose.filter(text => /\*\*|```|~~|\]\(/.test(text))).toEqual([]);
});

function textOf(token: Token): string {
  return 'text' in token ? String(token.text) : '';
}

function isList(token: Token): token is Tokens.List {
  return token.type === 'list';
}

function isTable(token: Token): token is Tokens.Table {
  return token.type === 'table';
}

function isCode(token: Token, language: string): boolean {
  return token.type === 'code' && (token as Tokens.Code).lang === language;
}
