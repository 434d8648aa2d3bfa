import {QUERY_FIELDS} from '../source/domain/query/query-fields.ts';

const PATTERNED = QUERY_FIELDS.filter(({pattern}) => pattern !== undefined)
  .map(({name}) => `\`${name}:\``)
  .join(' ');

/** docs/queries.md */
export function queriesPage(): string {
  return `<!-- Made by docs/generate.ts from source/domain/query/query-fields.ts. -->

# Queries

One language wherever articles are chosen: in the reader's filter (\`/\`), in \`--query\`, in \`inkwell search\` and in searches
that are kept.

\`\`\`sh
inkwell list --query 'is:unread read:<5m -tag:news'
inkwell search '"reading position" or author:mara'
inkwell searches Short 'is:unread read:<5m'
\`\`\`

| written | finds |
| --- | --- |
| \`cache\` | articles with the word, in the title, the excerpt, the text, or a name |
| \`data*\` | words that begin so |
| \`"a cache is"\` | these words, in this order |
| \`cache queue\` | both |
| \`cache or queue\` | one of them, or both |
| \`-queue\` | what has it not |
| \`(cache or queue) -is:read\` | parentheses hold together |

Case and accents make no difference. In the filter words without a colon are looked for loosely, in titles and names.

## Fields

| field | about | example |
| --- | --- | --- |
${QUERY_FIELDS.map(({name, about, example, values}) => `| \`${name}:\` | ${about}${values && name === 'is' ? `: ${values.map(value => `\`${value}\``).join(' ')}` : ''} | \`${example}\` |`).join('\n')}

- Behind a colon may stand a phrase, too: \`author:"mara lindqvist"\`.
- Read time is written \`<5m\`, \`<=5m\`, \`>10m\`, \`>=10m\`, \`5-10m\` or \`5m\`.
- A time is so long ago, \`6h\`, \`7d\`, \`3w\`, \`2m\` (months), \`1y\`, or a day, a month or a year: \`2026-01-31\`, \`2026-01\`, \`2026\`.

## Patterns

The fields ${PATTERNED} also take a regular expression between slashes, with an \`i\` behind it where capitals make no
difference:

\`\`\`sh
inkwell list --query 'title:/^week \\d+/i'
inkwell list --query 'url:/sponsored|advertorial/ -author:/^staff$/i'
\`\`\`

A pattern is looked for anywhere in the field; \`^\` and \`$\` hold it to the ends, and a slash within it is written \`\\/\`. The
engine is RE2: its time grows with the text alone, so there is no looking ahead, behind or back (\`(?=\`, \`\\1\`), and a part is
repeated by counts at most 100 times, all counts together. A pattern has at most 500 characters. \`text:/…/\` reads the articles' texts, at most 20 million
characters for a query; a field beside it that narrows the query (\`since:30d\`) keeps it quick.

A query that can't be understood is told with the word that is meant, and nothing is searched:

\`\`\`console
$ inkwell list --query 'is:unred'
inkwell: “is:” knows unread, read, starred, started, partial, new and hidden, not “unred”.
  is:unred
     ^^^^^
\`\`\`
`;
}
