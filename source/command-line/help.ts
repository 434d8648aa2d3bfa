import {flagsFor, SETTING_FLAGS, type KnownFlag} from './flags.ts';
import type {Command} from './command.ts';
import {COMMAND_NAMES, COMMANDS, type CommandName} from './table.ts';

/** Cells; a narrower terminal wraps. */
const WIDTH = 80;

/** Every help text by its command; the program's own has no name. The build puts them into the first file. */
export function helpPages(): Readonly<Record<string, string>> {
  return Object.fromEntries([['', help(undefined)], ...COMMAND_NAMES.map(name => [name, help(name)])]);
}

/** The help of a command, or of the program. Made from the tables, so it can't differ from what is parsed. */
export function help(name: CommandName | undefined): string {
  return name === undefined ? programHelp(WIDTH) : commandHelp(name, COMMANDS[name], WIDTH);
}

function programHelp(width: number): string {
  return `Inkwell, a reader for blogs and newsletters in the terminal

  inkwell [SOURCE…]        open the reader; in a pipe, list the articles
  inkwell COMMAND --help   more on a command

${fill("A SOURCE is the address of a feed, of a site's JSON or of its home page, a folder of articles, or a file. Without one Inkwell opens what you follow, and before you follow anything the journal that comes with it.", width)}

Commands
${rows(
  COMMAND_NAMES.map(name => [name, COMMANDS[name].summary]),
  width,
)}

Options
${rows([...flagRows([...flagsFor(undefined).values()]), ['--no-color', 'The same as --color never']], width)}

Examples
${examples([
  ['inkwell', 'the reader'],
  ['inkwell https://example.com', 'a blog, found from its home page'],
  ['inkwell add https://example.com', 'follow it'],
  ["inkwell list --query 'is:unread' --json | jq", 'for scripts'],
])}

Exit codes: 0 done, 1 failed, 2 wrong use, 3 done in part, 4 not found, 130 interrupted.
`;
}

function commandHelp(name: string, command: Command, width: number): string {
  const own = [...flagsFor(command).values()].filter(flag =>
    flag.setting === undefined ? flag.name !== 'version' : command.settings?.includes(flag.name),
  );
  return [
    `${command.summary}\n`,
    `  inkwell ${name}${command.flags.length > 0 ? ' [OPTIONS]' : ''} ${command.words}`.trimEnd() + '\n',
    command.more && `${fill(command.more, width)}\n`,
    `Options\n${rows(flagRows(own), width)}\n`,
    `Also ${SETTING_FLAGS.filter(flag => !own.includes(flag))
      .map(flag => `--${flag.name}`)
      .join(', ')}; see inkwell --help.`.replace(/.*/, line => fill(line, width)) + '\n',
    `Examples\n${examples(command.examples)}`,
    '',
  ]
    .filter(part => part !== undefined)
    .join('\n');
}

function flagRows(flags: readonly KnownFlag[]): [string, string][] {
  return flags.map(({name, short, kind, about}) => [
    `--${name}${valueOf(kind)}${short ? `, -${short}` : ''}`,
    about,
  ]);
}

function valueOf(kind: KnownFlag['kind']): string {
  switch (kind.type) {
    case 'integer':
      return ' N';
    case 'text':
    case 'name-or-file':
      return ` ${kind.placeholder}`;
    case 'choice':
      return ` ${kind.choices.join('|')}`;
    case 'boolean':
    case 'names':
    case 'sources':
    case 'accounts':
    case 'bindings':
    case 'list':
      return '';
  }
}

/** Two columns; a name that is too long for the first stands on a line of its own. */
function rows(pairs: readonly (readonly [string, string])[], width: number): string {
  const column = Math.min(26, Math.max(...pairs.map(([name]) => name.length)) + 4);
  return pairs
    .map(([name, about]) => {
      const text = fill(about, width - column, ' '.repeat(column)).trimStart();
      return name.length + 4 > column
        ? `  ${name}\n${' '.repeat(column)}${text}`
        : `  ${name}`.padEnd(column) + text;
    })
    .join('\n');
}

function examples(lines: readonly (readonly [string, string])[]): string {
  return lines.map(([command, about]) => `  ${command}\n      ${about}`).join('\n');
}

/** Words only: all of it is our own plain English. */
function fill(text: string, width: number, indent = ''): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return lines.map(line => indent + line).join('\n');
}
