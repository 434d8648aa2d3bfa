import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {Marked} from 'marked';
import type {MarkedExtension} from 'marked';
import {markedTerminal} from 'marked-terminal';
import type {Page} from '../../source/domain/page/page.ts';
import {themeNamed} from '../../source/domain/theme/themes.ts';
import {createTypesetter} from '../../source/typeset/typesetter.ts';

/*
 * node bench/typeset/measure.ts [RUNS] [--json]
 * What setting an article costs: 5 kB and 1 MB, made of the journal's own. Milliseconds of this process,
 * median and best of interleaved runs, each with a typesetter that knows nothing yet; beside them what marked
 * with marked-terminal takes for the same text, which neither measures nor fits lines.
 */

const JOURNAL = join(import.meta.dirname, '../../journal');
const STYLE = {
  measure: 72,
  theme: themeNamed('dark'),
  colors: 3,
  hyperlinks: false,
  ascii: false,
  breaking: 'optimal',
} as const;
const ARTICLE = {
  id: 'a',
  publicationId: 'p',
  position: 0,
  title: 'A',
  tags: [],
  authors: [],
  words: 1,
  minutes: 1,
  isPartial: false,
};
const SCREEN = 40;

const book = textOf(1_000_000);
const post = book.slice(0, book.lastIndexOf('\n\n', 5000));

const plain = new Marked(markedTerminal({width: 72, reflowText: true}) as unknown as MarkedExtension);

const tasks: Readonly<Record<string, () => unknown>> = {
  'first screen, 5 kB': () => set(post).lines({block: 0, line: 0}, SCREEN),
  'first screen, 1 MB': () => set(book).lines({block: 0, line: 0}, SCREEN),
  'last screen, 1 MB': () => lastScreen(set(book)),
  'whole, 1 MB': () => set(book).lines({block: 0, line: 0}, Number.POSITIVE_INFINITY),
  'find a word, 1 MB': () => set(book).find('ink'),
  'marked with marked-terminal, 1 MB': () => quietly(() => plain.parse(book)),
};

const runs = Number(process.argv[2] ?? 9);
const times = new Map(Object.keys(tasks).map(name => [name, [] as number[]]));
for (let run = 0; run <= runs; run++) {
  for (const [name, task] of Object.entries(tasks)) {
    const before = performance.now();
    task();
    // The first run is cold code, and told apart from the rest by leaving it out.
    if (run > 0) times.get(name)?.push(performance.now() - before);
  }
}

if (process.argv.includes('--json')) {
  const best = [...times].map(([name, all]) => [name, Math.min(...all)]);
  console.log(JSON.stringify(Object.fromEntries(best)));
  process.exit();
}

for (const [name, all] of times) {
  const sorted = all.toSorted((a, b) => a - b);
  console.log(
    name.padEnd(36),
    (sorted[sorted.length >> 1] ?? 0).toFixed(2).padStart(10),
    (sorted[0] ?? 0).toFixed(2).padStart(10),
  );
}
console.log(
  'first screen, 1 MB to 5 kB'.padEnd(36),
  ratio('first screen, 1 MB', 'first screen, 5 kB').padStart(10),
);
console.log(
  'whole to marked with marked-terminal'.padEnd(36),
  ratio('whole, 1 MB', 'marked with marked-terminal, 1 MB').padStart(10),
);

function set(markdown: string): Page {
  return createTypesetter().set(
    {article: ARTICLE, publication: {id: 'p', title: 'P', location: 'p'}, markdown, related: []},
    STYLE,
  );
}

function lastScreen(page: Page): readonly string[] {
  return page.lines(page.end(SCREEN), SCREEN);
}

/** The best times are compared: they are what the work itself takes. */
function ratio(one: string, other: string): string {
  return (Math.min(...(times.get(one) ?? [])) / Math.min(...(times.get(other) ?? []))).toFixed(2);
}

/** marked-terminal reports languages that it does not know. */
function quietly(work: () => unknown): unknown {
  const {error} = console;
  console.error = () => undefined;
  try {
    return work();
  } finally {
    console.error = error;
  }
}

function textOf(length: number): string {
  const articles = readdirSync(JOURNAL)
    .filter(file => file.endsWith('.md'))
    .map(file => readFileSync(join(JOURNAL, file), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, ''));
  let text = '';
  for (let index = 0; text.length < length; index++) text += `${articles[index % articles.length] ?? ''}\n\n`;
  return Buffer.from(text).toString();
}
