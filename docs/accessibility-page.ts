import {keyWords} from '../source/app/keys/key-words.ts';
import {ACT_NAMES, DEFAULT_KEYMAP, entryOf} from '../source/app/keys/keymap.ts';
import {ROW_PARTS} from '../source/domain/speech.ts';
import {SPEECH} from '../source/options/table-speech.ts';
import {variableOf} from '../source/options/table.ts';
import {ANSWERS} from '../source/ui/spoken/answers.ts';

/** docs/accessibility.md: its tables are the program's own. */
export function accessibilityPage(): string {
  return `<!-- Made by docs/generate.ts from docs/accessibility-page.ts and the tables in source. -->

# Accessibility

Inkwell has a mode for screen readers and braille displays, three themes of high contrast, and a calm mode.

## By ear

\`\`\`sh
inkwell --screen-reader               # this time
inkwell config set screenReader true  # always
\`\`\`

\`INKWELL_SCREEN_READER=1\` does the same, and so does \`ACCESSIBLE=1\`, which other programs know, too. It works in every
command that prints or asks, and with \`TERM=dumb\`. JSON, HTML, Markdown and other data for programs stay as they are: with
them the flag \`--screen-reader\` is refused with a sentence, the setting and the variables are ignored.

The mode only ever appends plain lines. It never moves the cursor, draws no line, box or bar, and uses no colour. The keys
are those of the screen.

### What an article sounds like

| in the text | said |
| --- | --- |
| its head | "Topic: …", "Title: …", "By …", date and reading time |
| a heading | "Heading level 2: …" |
| code | "Code, Python, 6 lines", then every line as it is written, then "End of code." |
| a list | "List, 3 items:", "Item 1: …" or its own numbers, "List, level 2, …", "End of list." |
| a task | "Done: …", "To do: …" |
| a table | "Table, 2 rows, 3 columns:", its columns, then "Row 1: Name: Ada; Age: 36" |
| a quote, an alert | "Quote:", "Note: Warning", and their ends |
| a formula | its words: "the sum from i equals 0 to n of i squared" |
| a picture | "Picture: …" with the words of its author |
| a link | "link 3, its words"; \`3\` opens it |
| a footnote | "footnote 2" where it is referred to, "Footnote 2: …" where it stands |
| struck out or added | "deleted: …, end of deleted", "inserted: …, end of inserted" |

Space reads up to the next heading, \`j\` and \`k\` a paragraph, \`]\` and \`[\` go from heading to heading, Tab from link to link.

### What can be set

\`;\` goes through how much is said, \`'\` says where you are: the row of a list, or how far you are in an article. All of
this is in the settings (\`,\`), too.

| setting | values | variable | |
| --- | --- | --- | --- |
${SPEECH.map(({key, kind, about}) => `| \`${key}\` | ${valuesOf(kind)} | \`${variableOf(key)}\` | ${about} |`).join('\n')}

A row says, in this order unless \`speech.row\` says another: ${ROW_PARTS.join(', ')}.

\`\`\`sh
inkwell config set speech.row title,unread,age
inkwell config set speech.indent numbers
\`\`\`

### What is said after each key

| key | action | said |
| --- | --- | --- |
${ACT_NAMES.map(act => `| ${keyWords(DEFAULT_KEYMAP[act][0] ?? '')} | ${entryOf(act).title} | ${ANSWERS[act].says} |`).join('\n')}

A key that does nothing here says so, and where it would work.

## Low vision

- \`high-contrast\` uses the terminal's own two colours at full strength; \`high-contrast-dark\` and \`high-contrast-light\`
  have colours of 7 to 1 and more for all text, on black to #202020 and on white to #f4f1ea. Tests compute it. All other
  themes hold 4.5 to 1 (\`inkwell config set theme high-contrast-dark\`).
- Nothing is told by colour alone: what is unread has a mark, links are underlined, what was found stands on a ground or is
  reversed, and each differs in weight, lines or ground. \`NO_COLOR\` and \`--color never\` take all colours away.
- \`calm\` (also in the settings): no counts that go up while something is fetched, what comes in by itself appears once, when
  all of it is there, list and article do not stand side by side, and a move in a list draws the rows that it is about.

## What is known not to work

- Terminals do not tell screen readers about headings and lists, so the keys of a screen reader for them find nothing;
  Inkwell's own keys stand in for them.
- Emphasis is not said; deleted and inserted words are.
- The form of a diagram drawn in characters is lost to the ear: it is code, and said line by line.
- Signs and arrows that an author wrote are said by the screen reader, or left out by it.
- A program that Inkwell hands the terminal to (editor, pager) speaks for itself.
- Words are in English, whatever language an article has; no language is announced when it changes.

## What was really tried

- The transcripts of whole sessions in a pseudo-terminal, at 100, 40 and 20 columns and with \`TERM=dumb\`, read line by line; they
  are in \`test/stories\` and \`test/ui\` as tests.
- eSpeak NG 1.51 on Debian 12 over those transcripts: no name of a key is left out (\`test/stories\`).
- No screen reader with a person before it, and no braille display, has been used with this version. Reports about Orca, NVDA,
  VoiceOver, Narrator, Speakup, BRLTTY or Emacspeak are wanted.

## How to report

Open an issue with the output of \`inkwell doctor\`, the screen reader and terminal with their versions, the keys that you pressed,
what was said and what you expected. \`script -c 'inkwell --screen-reader' session.txt\` records a session as text.
`;
}

function valuesOf(kind: (typeof SPEECH)[number]['kind']): string {
  switch (kind.type) {
    case 'boolean':
      return 'true or false';
    case 'choice':
      return kind.choices.join(', ');
    case 'names':
      return `some of ${kind.of.join(', ')}`;
  }
}
