import type {Role, Style} from '../source/domain/theme/theme.ts';
import {ROLES} from '../source/domain/theme/theme.ts';
import {THEMES} from '../source/domain/theme/themes.ts';

const ABOUT: Readonly<Record<string, string>> = {
  terminal: "the terminal's own palette; what opens if nothing is set",
  light: 'for white and light backgrounds',
  dark: 'for black and dark backgrounds',
  'high-contrast': "for eyes, screens and rooms that need more of it: the terminal's own two colours",
  'high-contrast-dark': 'the same in colours on black, text at 7 to 1 and more',
  'high-contrast-light': 'the same in colours on white, text at 7 to 1 and more',
  monochrome: 'no colour: weight, slope and lines alone; also with `--no-color`',
};

/** The meaning of each role. A new role has no place here until somebody says. */
const MEANINGS: Readonly<Record<Role, string>> = {
  accent: 'the bar of the selected row, and what is meant to be seen first',
  title: 'titles of articles',
  heading: 'headings of a text',
  text: 'running text',
  quiet: 'what stands back: names, dates, hints',
  category: 'the category',
  badge: "an author's initials",
  unread: 'the mark of what is unread',
  starred: 'the star',
  selected: 'the selected title',
  link: 'links',
  emphasis: 'emphasis',
  strong: 'strong emphasis',
  deleted: 'text that was struck out',
  inserted: 'text that was added',
  key: 'keys to be pressed, in a text',
  code: 'code in a line',
  codePanel: 'blocks of code',
  quote: 'quotations',
  rule: 'lines and bars',
  mark: 'text that its author marked',
  match: 'what was found',
  currentMatch: 'what was found, where you are',
  chosen: 'the chosen link',
  good: 'what went well',
  warning: 'what needs a look',
  error: 'what failed',
  codeKeyword: 'in code: keywords',
  codeString: 'in code: strings',
  codeNumber: 'in code: numbers',
  codeComment: 'in code: comments',
  codeFunction: 'in code: names of functions',
  codeType: 'in code: types',
  codeInserted: 'in a diff: lines that came',
  codeDeleted: 'in a diff: lines that went',
};

/** docs/themes.md */
export function themesPage(): string {
  const names = [...THEMES.keys()].filter(name => name !== 'plain');
  return `<!-- Made by docs/generate.ts from the tables in source/domain. -->

# Themes

\`\`\`sh
inkwell config set theme dark
\`\`\`

In the reader \`:theme dark\` shows it at once, and \`,\` opens the settings, where the text below changes as you choose.

| theme | what for |
| --- | --- |
${names.map(name => `| \`${name}\` | ${ABOUT[name] ?? ''} |`).join('\n')}

Colours are brought down to what the terminal has: 16 million, 256, 16, or none. Nothing is said by colour alone.

## One of your own

A theme is a JSON file. It says what is to look otherwise than in the theme that it extends:

\`\`\`json theme
{
  "name": "paper",
  "extends": "light",
  "styles": {
    "link": {"color": "#0b5aa8", "underline": true},
    "heading": {"color": "blue", "bold": true},
    "chosen": {"color": "#ffffff", "background": "#0b5aa8"}
  }
}
\`\`\`

\`\`\`sh
inkwell config set theme ~/paper.json
\`\`\`

A path holds a slash or ends in \`.json\`. A file that can't be used is told with what is wrong in it.

A style has \`color\` and \`background\`, each \`#rrggbb\`, \`#rgb\` or a name of the terminal's palette (\`black\`, \`red\`, \`green\`,
\`yellow\`, \`blue\`, \`magenta\`, \`cyan\`, \`white\`, \`gray\`, and \`redBright\` and the like), and the switches \`bold\`, \`dim\`, \`italic\`,
\`underline\`, \`strikethrough\` and \`inverse\`, each true or false.

## Roles

| role | the look of | in \`terminal\` |
| --- | --- | --- |
${ROLES.map(role => `| \`${role}\` | ${MEANINGS[role]} | ${described(THEMES.get('terminal')?.styles[role] ?? {})} |`).join('\n')}
`;
}

function described({color, background, ...switches}: Style): string {
  return [
    color,
    background && `on ${background}`,
    ...Object.entries(switches).flatMap(([name, isOn]) => (isOn ? [name] : [])),
  ]
    .filter(Boolean)
    .join(', ');
}
