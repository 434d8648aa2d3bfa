import type {Problem} from '../../domain/problem.ts';
import {printableLine} from '../../domain/text/printable.ts';
import {LONGEST_NAME, LONGEST_TEXT} from './measured.ts';
import type {Listed, Outlined} from './opml.ts';

/** Characters of a line: an address and its tags. */
const LONGEST_LINE = 2 * LONGEST_TEXT;

/**
 * The sources of newsboat's `urls` file: an address a line, then its tags, of which `~name` is the title and
 * `!` hides. The first tag becomes the folder. Queries and programs of newsboat are reported as skipped.
 */
export function readNewsboatUrls(text: string): Listed {
  const outlined: Outlined[] = [];
  const problems: Problem[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [first = '', ...tags] = wordsOf(line.slice(0, LONGEST_LINE));
    if (first === '' || first.startsWith('#')) continue;
    const location = printableLine(first);
    if (/^(?:query|exec|filter):/.test(location)) {
      problems.push(skipped(location));
      continue;
    }
    const title = tags.find(tag => tag.startsWith('~'))?.slice(1);
    const folder = tags.find(tag => !/^[~!]/.test(tag));
    outlined.push({
      location,
      ...(title && {title: printableLine(title.slice(0, LONGEST_NAME))}),
      ...(folder && {folder: printableLine(folder.slice(0, LONGEST_NAME))}),
    });
  }
  return {outlined, problems};
}

/**
 * Words apart by blanks; in double quotes blanks belong to the word, and a backslash takes a quote's meaning.
 */
function wordsOf(line: string): readonly string[] {
  return [...line.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? '') : quoted.replaceAll(/\\(.)/g, '$1'),
  );
}

function skipped(what: string): Problem {
  const [kind = '', name = ''] = what.split(':');
  if (kind === 'query') {
    return {
      kind: 'unsupported',
      message: `“${name}” is a query of newsboat and was skipped.`,
      advice: 'Save a search instead: inkwell searches --help',
    };
  }
  return {kind: 'unsafe', message: `“${what}” runs a program and was skipped.`};
}
