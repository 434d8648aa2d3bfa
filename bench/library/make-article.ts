/*
 * Articles that are the same in every run. Titles begin with the numbers of the feed and of the article, so
 * that a measurement can wait for one of them.
 */

export type MadeArticle = Readonly<{
  feed: number;
  index: number;
  title: string;
  author: string;
  publishedAt: Date;
  tags: readonly string[];
  summary: string;
  html: string;
  url: string;
}>;

/** In about one article of forty; what full-text search is asked for. */
export const RARE_WORD = 'zephyrine';

const COMMON =
  'the of and to in is that for it as was with be by on not this have from or one you were all we when there can more if no out so up what its about than into them other time new some could these two may first then any like now over such even most made after also many before must through years where much way well down should because each just those people how too little good very make world still see own work long get here between both life being under never day same another know while last might us great old year off come since against go came right used take three'.split(
    ' ',
  );
const TOPICAL =
  'terminal network compiler kernel reader cache buffer latency schedule battery galaxy protein river harvest museum orchestra treaty market glacier satellite archive manuscript cipher grammar parser index query column window thread signal socket packet router garden bicycle bridge harbour engine turbine reactor molecule crystal language'.split(
    ' ',
  );
const FOREIGN = ['café', 'naïve', '東京', 'Москва', 'Ελλάδα', '👩‍💻', '🚀', 'Zürich', '한국어'];

const NEWEST = Date.UTC(2026, 10, 1);

/** `size` is about the number of characters of the body. */
export function makeArticle(feed: number, index: number, size = 3000): MadeArticle {
  const words = createWords(feed * 1_000_003 + index * 7919 + 17);
  const numbers = `F${String(feed).padStart(4, '0')}-A${String(index).padStart(5, '0')}`;
  return {
    feed,
    index,
    title: `${numbers} ${capital(words.some(3 + words.below(6)))}`,
    author: `${capital(words.topical())} ${capital(words.topical())}`,
    publishedAt: new Date(NEWEST - index * 3_600_000 - feed * 61_000),
    tags: [words.topical(), words.topical()],
    summary: words.sentence(),
    html: makeBody(words, size),
    url: `http://127.0.0.1/feeds/${feed}/${index}`,
  };
}

/** HTML with what articles have: paragraphs, headings, lists, quotations, code, tables. */
export function makeBody(words: Words, size: number): string {
  const parts: string[] = [];
  let length = 0;
  while (length < size) {
    const part = parts.length === 0 ? paragraph(words) : block(words);
    parts.push(part);
    length += part.length;
  }
  return parts.join('');
}

export type Words = ReturnType<typeof createWords>;

export function createWords(seed: number) {
  let state = seed >>> 0;
  /** From 0 to just under 1 (xorshift). */
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const pick = (list: readonly string[]): string => list[below(list.length)] ?? '';
  const word = (): string => {
    const chance = next();
    if (chance < 0.00005) return RARE_WORD;
    if (chance < 0.004) return pick(FOREIGN);
    return pick(chance < 0.75 ? COMMON : TOPICAL);
  };
  const some = (count: number): string => Array.from({length: count}, word).join(' ');
  return {
    next,
    below,
    some,
    topical: () => pick(TOPICAL),
    sentence: () => `${capital(some(6 + below(16)))}.`,
  };
}

function block(words: Words): string {
  const chance = words.next();
  const {some, below} = words;
  if (chance < 0.66) return paragraph(words);
  if (chance < 0.75) return `<h2>${capital(some(4))}</h2>\n`;
  if (chance < 0.85)
    return `<ul>${Array.from({length: 4}, () => `<li>${some(4 + below(10))}</li>`).join('')}</ul>\n`;
  if (chance < 0.9) return `<blockquote><p>${words.sentence()}</p></blockquote>\n`;
  if (chance < 0.96)
    return `<pre><code class="language-js">const ${words.topical()} = ${below(99)};\nreturn ${words.topical()}();\n</code></pre>\n`;
  const row = (tag: string) => `<tr>${`<${tag}>${words.topical()}</${tag}>`.repeat(3)}</tr>`;
  return `<table>${row('th')}${row('td')}${row('td')}</table>\n`;
}

function paragraph(words: Words): string {
  const sentences = Array.from({length: 3 + words.below(4)}, () => {
    const text = words.sentence();
    const chance = words.next();
    if (chance < 0.12)
      return `${text} <a href="https://example.org/${words.below(999)}">${words.some(2)}</a>`;
    if (chance < 0.2) return `${text} <strong>${words.some(2)}</strong>`;
    return chance < 0.25 ? `${text} <code>${words.topical()}()</code>` : text;
  });
  return `<p>${sentences.join(' ')}</p>\n`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
