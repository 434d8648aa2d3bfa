import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {Parser} from 'htmlparser2';
import {Marked} from 'marked';
import {expect, test} from 'vitest';
import {decodeBytes} from '../../source/http/decode-bytes.ts';
import {documentOf} from '../../source/sources/text/document.ts';
import {formatOf} from '../../source/sources/format/formats.ts';
import {htmlToMarkdown} from '../../source/html/html-to-markdown.ts';

const SHARED = join(import.meta.dirname, '../../../shared/corpora');
const FEEDS = join(SHARED, '03-real-feeds/files');
const PAGES = join(SHARED, '10-html-articles');

test.skipIf(!existsSync(FEEDS))('keeps the words of real feeds in their order', () => {
  const bodies = readdirSync(FEEDS).flatMap(file => bodiesOf(join(FEEDS, file)));
  expect(bodies.length).toBeGreaterThan(1500);
  expect(recallOver(bodies)).toBeGreaterThanOrEqual(0.995);
});

test.skipIf(!existsSync(PAGES))('keeps the words of articles from the web in their order', () => {
  const articles = readdirSync(PAGES)
    .map(name => join(PAGES, name, 'expected.html'))
    .filter(file => existsSync(file));
  expect(recallOver(articles.map(file => readFileSync(file, 'utf8')))).toBeGreaterThanOrEqual(0.995);
});

function bodiesOf(file: string): readonly string[] {
  const document = documentOf(decodeBytes(readFileSync(file)), {url: 'https://blog.example/feed'});
  const articles = formatOf(document)?.parse(document).articles ?? [];
  return articles.flatMap(({body, excerpt}) => {
    const text = body?.content.trim() ? body : excerpt;
    return text && text.format !== 'markdown' && text.format !== 'text' ? [text.content] : [];
  });
}

function recallOver(bodies: readonly string[]): number {
  let all = 0;
  let missing = 0;
  for (const html of bodies) {
    const wanted = wordsOf(seenIn(html));
    all += wanted.length;
    missing += missingIn(wanted, wordsOf(seenIn(rendered(htmlToMarkdown(html, 'https://blog.example/')))));
  }
  return 1 - missing / all;
}

const marked = new Marked({gfm: true});

/**
 * Marks of notes become their numbers again, formulas nothing: what a formula says as text is a matter of
 * taste.
 */
function rendered(markdown: string): string {
  const plain = markdown
    .replaceAll(/\$\$?(?:\\\$|[^$\n])+\$\$?/gu, ' ')
    .replaceAll(/^\[\^[^\]\n]+\]:/gmu, '')
    .replaceAll(/\[\^([^\]\s-]+)(?:-\d+)?\]/gu, ' $1 ');
  return marked.parse(plain, {async: false});
}

const UNSEEN = new Set([
  'script',
  'style',
  'template',
  'title',
  'iframe',
  'object',
  'noscript',
  'svg',
  'math',
  'select',
  'textarea',
  'audio',
  'video',
]);
const INLINE = new Set(
  'a abbr b bdi big cite code data del dfn em font i ins kbd mark q s samp small span strong strike sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** The words between the tags, with a gap where a block begins or ends. */
function seenIn(html: string): string {
  const parts: string[] = [];
  let depth = 0;
  const parser = new Parser({
    onopentag: name => {
      if (UNSEEN.has(name)) depth++;
      if (!INLINE.has(name)) parts.push(' ');
    },
    onclosetag: name => {
      if (UNSEEN.has(name)) depth--;
      if (!INLINE.has(name)) parts.push(' ');
    },
    ontext: text => {
      if (depth === 0) parts.push(text);
    },
  });
  parser.end(html);
  return parts.join('');
}

function wordsOf(text: string): readonly string[] {
  const plain = text
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\ufe0e\ufe0f]+/gu, match => (/\s/u.test(match) ? ' ' : ''));
  return plain.toLowerCase().match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? [];
}

/**
 * Words that don't come in their turn. Where the two part, the nearest place is sought at which they meet
 * again.
 */
function missingIn(wanted: readonly string[], shown: readonly string[]): number {
  let missing = 0;
  let position = 0;
  for (let index = 0; index < wanted.length; index++) {
    if (wanted[index] === shown[position]) position++;
    else {
      const [skipped, moved] = meeting(wanted, index, shown, position);
      missing += skipped;
      index += skipped;
      position += moved;
      if (index < wanted.length && wanted[index] === shown[position]) position++;
      else if (index < wanted.length) missing++;
    }
  }
  return missing;
}

const REACH = 400;

function meeting(
  wanted: readonly string[],
  index: number,
  shown: readonly string[],
  position: number,
): [number, number] {
  for (let distance = 1; distance < REACH; distance++)
    for (let skipped = 0; skipped <= distance; skipped++) {
      const moved = distance - skipped;
      const isMet = [0, 1, 2].every(
        step => wanted[index + skipped + step] === shown[position + moved + step],
      );
      if (isMet) return [skipped, moved];
    }
  return [0, 0];
}
