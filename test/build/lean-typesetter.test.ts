import {readFile, readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {beforeAll, expect, test} from 'vitest';
import {themeNamed} from '../../source/domain/theme/themes.ts';
import * as real from '../../source/typeset/typesetter.ts';
import {built} from './built.ts';

type Made = typeof real;

const JOURNAL = join(import.meta.dirname, '../../journal');

/** All that marked-terminal would give to what is left out: code, tables, lists of them, names of emoji. */
const EVERYTHING = `# Title :tada:

A paragraph with \`code :smile:\`, **strong :+1:**, ~~deleted~~, [a link :heart:](https://example.org) and a
hard\\
break, ![a picture](p.png) and <b>HTML</b>.

| a | b :x: |
| - | ----: |
| \`1\` | **2** |

\`\`\`js
const answer = 6 * 7; // :rocket:
\`\`\`

\`\`\`
plain
\`\`\`

    indented

- [x] done :tada:
- a list

  \`\`\`python
  print(1)
  \`\`\`

  | a |
  | - |
  | b |

> quoted
>
> \`\`\`unheard-of
> code
> \`\`\`

---

<table><tr><td>HTML :dog:</td></tr></table>

A note[^1].

[^1]: Its text, with \`code\`.
`;

let lean: Made;

beforeAll(async () => {
  lean = await built<Made>("export * from '../../source/typeset/typesetter.ts';");
});

test('nothing that is left out of the bundle is missed', async () => {
  const files = (await readdir(JOURNAL)).filter(file => file.endsWith('.md'));
  const articles = await Promise.all(files.map(async file => readFile(join(JOURNAL, file), 'utf8')));
  for (const markdown of [EVERYTHING, ...articles])
    expect(rowsOf(lean, markdown)).toEqual(rowsOf(real, markdown));
});

function rowsOf({createTypesetter}: Made, markdown: string): readonly string[] {
  const article = {id: 'a', publicationId: 'p', position: 0, title: 'A', tags: [], authors: []};
  const page = createTypesetter().set(
    {
      article: {...article, words: 1, minutes: 1, isPartial: false},
      publication: {id: 'p', title: 'P', location: 'p'},
      markdown,
      related: [],
    },
    {measure: 72, theme: themeNamed('dark'), colors: 3, hyperlinks: true, ascii: false, breaking: 'greedy'},
  );
  return page.lines({block: 0, line: 0}, Number.POSITIVE_INFINITY);
}
