import {flagsFor, type KnownFlag} from '../source/command-line/flags.ts';
import {COMMAND_NAMES, COMMANDS} from '../source/command-line/table.ts';
import type {Command} from '../source/command-line/command.ts';
import {variableOf} from '../source/options/table.ts';

/** docs/inkwell.1, in mdoc. */
export function manPage(): string {
  return `.\\" Made by docs/generate.ts from the tables in source.
.Dd November 23, 2026
.Dt INKWELL 1
.Os
.Sh NAME
.Nm inkwell
.Nd a reader for blogs and newsletters in the terminal
.Sh SYNOPSIS
.Nm
.Op Ar options
.Op Ar source ...
.Nm
.Ar command
.Op Ar options
.Op Ar arguments
.Sh DESCRIPTION
Without a command
.Nm
opens the reader on the named sources, on what is followed, or on the journal
that comes with it.
When standard output is no terminal it prints what
.Cm list
prints.
.Pp
A
.Ar source
is the address of a feed, of a site's JSON or of its home page, a folder of
articles, or a file.
.Sh OPTIONS
Every command understands these.
.Bl -tag -width Ds
${[...flagsFor(undefined).values()].map(flag => item(flag)).join('\n')}
.It Fl -no-color
The same as
.Fl -color Cm never .
.El
.Sh COMMANDS
.Bl -tag -width Ds
${COMMAND_NAMES.map(name => commandItem(name, COMMANDS[name])).join('\n')}
.El
.Sh ENVIRONMENT
Each setting has a variable:
.Ev ${variableOf('measure')}
for
.Cm measure .
.Bl -tag -width Ds
.It Ev INKWELL_SOURCE
What to read when no source is named; several stand on lines of their own.
.It Ev NO_COLOR , FORCE_COLOR
No colour, or colour.
.It Ev VISUAL , EDITOR , PAGER
The programs that an article is opened in.
.El
.Sh FILES
.Bl -tag -width Ds
.It Pa $XDG_CONFIG_HOME/inkwell/config.json
The preferences.
.It Pa $XDG_DATA_HOME/inkwell/library.db
The library.
.It Pa $XDG_CACHE_HOME/inkwell
What can be made again.
.El
.Sh EXIT STATUS
.Bl -tag -width Ds -compact
.It 0
Done.
.It 1
Failed.
.It 2
Wrong use.
.It 3
Done in part: some of the sources failed.
.It 4
Not found.
.It 130
Interrupted.
.El
`;
}

function item({name, short, kind, about}: KnownFlag): string {
  const value =
    kind.type === 'choice'
      ? ` Cm ${kind.choices.join(' | ')}`
      : kind.type === 'text' || kind.type === 'name-or-file'
        ? ` Ar ${kind.placeholder}`
        : kind.type === 'integer'
          ? ' Ar N'
          : '';
  return `.It Fl -${name}${value}${short === undefined ? '' : ` , Fl ${short}`}\n${sentence(about)}`;
}

function commandItem(name: string, {summary, words, more, flags, examples}: Command): string {
  return [
    `.It Cm ${name}${words === '' ? '' : ` Ar ${escape(words)}`}`,
    sentence(summary),
    ...(more === undefined ? [] : [text(more)]),
    ...(flags.length === 0 ? [] : ['.Bl -tag -width Ds', ...flags.map(item), '.El']),
    '.Bd -literal -compact',
    ...examples.map(([command]) => escape(command)),
    '.Ed',
  ].join('\n');
}

/** A sentence on a line of its own, as mdoc wants it. */
const sentence = (words: string): string => text(/[.?]$/.test(words) ? words : `${words}.`);

/** New sentence, new line; and no line beyond 78 columns. */
function text(words: string): string {
  const lines: string[] = [];
  for (const line of words.split(/(?<=[a-z)"]\.) (?=[A-Z"])/)) {
    let current = '';
    for (const word of line.split(' ')) {
      if (current !== '' && current.length + 1 + word.length > 78) {
        lines.push(current);
        current = '';
      }
      current = current === '' ? word : `${current} ${word}`;
    }
    lines.push(current);
  }
  return escape(lines.join('\n'));
}

/** Backslashes, and what would be a macro at a line's start. */
function escape(words: string): string {
  return words
    .replaceAll('\\', '\\e')
    .replaceAll('…', '...')
    .replaceAll(/^([.'])/gm, '\\&$1')
    .replaceAll(/\n([.'])/g, '\n\\&$1');
}
