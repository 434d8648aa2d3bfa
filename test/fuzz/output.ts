import * as fc from 'fast-check';
import stringWidth from 'string-width';
import {safeAnsi, safeJson, safeText} from '../../source/domain/text/sink.ts';
import {printableLine, printableText} from '../../source/domain/text/printable.ts';
import {themeNamed} from '../../source/domain/theme/themes.ts';
import {ARTICLE, linesOf, PUBLICATION, setSheet} from '../helpers/set-page.ts';
import {openStyles} from '../helpers/styles.ts';
import {HTML_WORDS, MARKDOWN_WORDS, POST} from './documents.ts';
import {mustBeLine, mustBeText} from './judgement.ts';
import {property} from './property.ts';
import {misdeeds} from './screen.ts';
import {damaged, HOSTILE, soupOf, textOf} from './soup.ts';
import type {Soup} from './soup.ts';

/** Lines that a judge prints; the rest of a long page is of the same making. */
const PRINTED = 120;

async function clean(soup: Soup): Promise<void> {
  const text = textOf(soup);
  const line = printableLine(text);
  mustBeLine(line, 'a line');
  if (printableLine(line) !== line) throw new Error('a line that changes when it is cleaned again');
  const body = printableText(text);
  mustBeText(body, 'a text');
  if (printableText(body) !== body) throw new Error('a text that changes when it is cleaned again');
  mustBeText(safeText(text), 'what is printed');
  mustBeText(JSON.parse(safeJson(text)) as string, 'what is printed as JSON');
  const rows = safeAnsi(text).split('\n').slice(0, PRINTED);
  const faults = await misdeeds(
    rows.map(row => row.replaceAll('\t', ' ').slice(0, 40)),
    60,
  );
  judge(faults.filter(fault => !fault.includes('outside')));
}

type Setting = Readonly<{body: Soup; title: Soup; measure: number; isAscii: boolean; hasLinks: boolean}>;

/** A page never does more to a terminal than fill its own cells, and never costs more than they are worth. */
async function set({body, title, measure, isAscii, hasLinks}: Setting): Promise<void> {
  const words = printableLine(textOf(title).slice(0, 300));
  const sheet = {
    markdown: textOf(body),
    article: {
      ...ARTICLE,
      title: words || 'A title',
      authors: [{name: words || 'Ada', bio: words}],
      category: words,
    },
    publication: {...PUBLICATION, title: words || 'A title'},
  };
  const page = setSheet(sheet, {
    measure,
    ascii: isAscii,
    hyperlinks: hasLinks,
    theme: themeNamed('dark'),
    colors: 3,
    breaking: measure % 2 ? 'optimal' : 'greedy',
  });
  const lines = linesOf(page);
  for (const line of lines) {
    // Most lines hold fewer characters than they may take cells, twice each.
    if (line.length * 2 > measure && stringWidth(line) > measure)
      throw new Error(`wider than ${measure}: ${JSON.stringify(line)}`);
    if (line.includes('\u001B') && openStyles(line).length > 0)
      throw new Error(`a style stays open: ${JSON.stringify(line)}`);
  }
  page.find('a', 50);
  judge(await misdeeds([...lines.slice(0, PRINTED), ...lines.slice(-20)], measure));
}

function judge(faults: readonly string[]): void {
  if (faults.length > 0) throw new Error(faults.slice(0, 3).join('; '));
}

const settings = {
  title: soupOf([...HOSTILE, 'word ', '日本'], 6),
  measure: fc.integer({min: 12, max: 120}),
  isAscii: fc.boolean(),
  hasLinks: fc.boolean(),
};

export const OUTPUT = [
  property(
    'the cleaner',
    soupOf([
      '\u001B[',
      ']',
      '52;',
      ';c;',
      'm',
      '8;;http://e.example\u0007',
      '31',
      '[',
      '\\',
      'a',
      ' ',
      '\u009B',
      '\u0007',
      '\n',
    ]),
    clean,
  ),
  property(
    'the typesetter',
    fc.record({body: damaged([POST], [...MARKDOWN_WORDS, ...HTML_WORDS]), ...settings}),
    set,
  ),
  property('the typesetter with Markdown alone', fc.record({body: soupOf(MARKDOWN_WORDS), ...settings}), set),
];
