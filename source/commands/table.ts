import type {Kind} from '../options-kinds.ts';

/** A flag of one command. Flags of settings (options-table.ts) are understood by every command. */
export type Flag = Readonly<{name: string; short?: string; kind: Kind; about: string}>;

export type Command = Readonly<{
  /** One sentence, without a full stop. */
  summary: string;
  /** Its words as the usage line shows them. */
  words: string;
  least: number;
  most: number;
  flags: readonly Flag[];
  /** Settings' flags that matter here and are shown in its help. */
  settings?: readonly string[];
  /** What more its help should say. */
  more?: string;
  examples: readonly (readonly [command: string, about: string])[];
}>;

const json = {name: 'json', kind: {type: 'boolean'}, about: 'Print JSON; "inkwell schema" describes it'} as const satisfies Flag;
const query = {name: 'query', kind: {type: 'text', placeholder: 'QUERY'}, about: 'Only what matches: words, is:unread, author:, tag:, since:7d …'} as const satisfies Flag;
const limit = {name: 'limit', kind: {type: 'integer', min: 1, max: 10_000_000}, about: 'At most so many articles'} as const satisfies Flag;
const template = {name: 'format', kind: {type: 'text', placeholder: 'TEMPLATE'}, about: "A line for each article: '{title}\\t{url}'"} as const satisfies Flag;
const to = {name: 'to', kind: {type: 'text', placeholder: 'SOURCE'}, about: 'The publication whose newsletter it is'} as const satisfies Flag;

export const COMMANDS = {
  list: {
    summary: 'List articles of the named sources, or of everything you follow',
    words: '[SOURCE…]',
    least: 0,
    most: Infinity,
    flags: [json, {name: 'bodies', kind: {type: 'boolean'}, about: 'With --json: the text of each article as Markdown'}, query, limit, template],
    more: 'Sources that are named are read for this run and not added. A SOURCE of - reads a list of sources from standard input.',
    examples: [
      ['inkwell list https://example.com/feed.xml', 'what a blog has'],
      ["inkwell list --query 'is:unread since:7d' --limit 20", 'what is new'],
      ["inkwell list --format '{id}\\t{title}' | fzf", 'choose one'],
    ],
  },
  read: {
    summary: 'Print one article',
    words: 'TARGET',
    least: 1,
    most: 1,
    flags: [
      {name: 'format', kind: {type: 'choice', choices: ['ansi', 'text', 'markdown', 'html', 'json']}, about: 'What to print; ansi on a terminal, else text'},
      {name: 'width', kind: {type: 'integer', min: 12, max: 1000}, about: 'Cells that a line may take'},
    ],
    settings: ['color'],
    more: 'TARGET is an article\'s id, its address, the address of any web page, a file, or - for standard input.',
    examples: [
      ['inkwell read https://example.com/a-post', 'any page, as an article'],
      ['inkwell read - < post.md', 'Markdown from standard input'],
      ['inkwell read post.md --color always | less -R', 'in a pager'],
    ],
  },
  search: {
    summary: 'Search the whole library',
    words: 'TEXT…',
    least: 1,
    most: Infinity,
    flags: [json, limit, template],
    examples: [
      ['inkwell search consistent hashing', 'articles with both words'],
      ["inkwell search 'author:mara is:starred' --json", 'queries work too'],
    ],
  },
  next: {
    summary: 'Print the next unread article and mark it read',
    words: '[SOURCE…]',
    least: 0,
    most: Infinity,
    flags: [
      query,
      {name: 'format', kind: {type: 'choice', choices: ['ansi', 'text', 'markdown', 'html', 'json', 'id', 'url']}, about: 'What to print of it'},
      {name: 'width', kind: {type: 'integer', min: 12, max: 1000}, about: 'Cells that a line may take'},
      {name: 'keep', kind: {type: 'boolean'}, about: 'Leave it unread'},
    ],
    settings: ['color'],
    examples: [
      ['inkwell next', 'the newest unread article'],
      ['inkwell next --format url --keep', 'its address, for a script'],
    ],
  },
  mark: {
    summary: 'Mark articles as read or unread, star them, or undo',
    words: '[ID…]',
    least: 0,
    most: Infinity,
    flags: [
      {name: 'read', kind: {type: 'boolean'}, about: 'Mark as read; --no-read as unread'},
      {name: 'star', kind: {type: 'boolean'}, about: 'Star; --no-star takes the star away'},
      query,
      {name: 'undo', kind: {type: 'boolean'}, about: 'Take back the last change'},
      json,
    ],
    more: 'Ids may come from standard input with an ID of -. With --query everything that matches is marked.',
    examples: [
      ['inkwell mark --read ID', 'one article'],
      ["inkwell mark --read --query 'in:example before:30d'", 'all that matches'],
      ['inkwell mark --undo', 'take it back'],
    ],
  },
  add: {
    summary: 'Follow sources',
    words: 'SOURCE…',
    least: 1,
    most: Infinity,
    flags: [
      {name: 'name', kind: {type: 'text', placeholder: 'TEXT'}, about: 'Show it under this name'},
      {name: 'folder', kind: {type: 'text', placeholder: 'NAME'}, about: 'Put it into this folder of your list'},
      {name: 'force', kind: {type: 'boolean'}, about: 'Add it even if it can\'t be read now'},
      json,
    ],
    more: 'A SOURCE is the address of a feed, of a site\'s JSON or of its home page, a folder, or - for a list on standard input.',
    examples: [
      ['inkwell add https://example.com', 'finds the feed of the site'],
      ['inkwell add ~/notes --name Notes', 'a folder of Markdown'],
    ],
  },
  remove: {
    summary: 'Stop following sources',
    words: 'SOURCE…',
    least: 1,
    most: Infinity,
    flags: [json],
    more: 'A SOURCE is its address, its folder, its id, or its title. "inkwell mark --undo" takes it back.',
    examples: [['inkwell remove https://example.com', 'what was read and starred is kept for undo']],
  },
  sources: {
    summary: 'Show the sources that you follow',
    words: '',
    least: 0,
    most: 0,
    flags: [json],
    examples: [
      ['inkwell sources', 'with counts and the time of the last fetch'],
      ["inkwell sources --json | jq -r '.sources[].location'", 'their addresses'],
    ],
  },
  refresh: {
    summary: 'Fetch what is due; for cron',
    words: '[SOURCE…]',
    least: 0,
    most: Infinity,
    flags: [json, {name: 'force', kind: {type: 'boolean'}, about: 'Fetch also what is not due'}],
    settings: ['ahead'],
    examples: [
      ['inkwell refresh --quiet', 'everything that is due'],
      ['inkwell refresh --ahead 20', 'and whole texts of the newest, to read without a network'],
    ],
  },
  subscribe: {
    summary: 'Sign up for a newsletter',
    words: '[EMAIL]',
    least: 0,
    most: 1,
    flags: [to, {name: 'yes', kind: {type: 'boolean'}, about: 'Send without asking; needs the address on the command line'}, {name: 'remember', kind: {type: 'boolean'}, about: 'Keep the address for the next time'}, json],
    more: 'Says where the address will go before it is sent, and sends it once.',
    examples: [
      ['inkwell subscribe', 'asks for what is missing'],
      ['inkwell subscribe me@example.com --to https://example.com --yes', 'from a script'],
    ],
  },
  subscriptions: {
    summary: 'Show the newsletters that you signed up for',
    words: '',
    least: 0,
    most: 0,
    flags: [
      json,
      {name: 'confirm', kind: {type: 'integer', min: 1, max: 2 ** 53 - 1}, about: 'Mark one as confirmed, by its number'},
      {name: 'forget', kind: {type: 'integer', min: 1, max: 2 ** 53 - 1}, about: 'Forget one, by its number'},
    ],
    examples: [
      ['inkwell subscriptions', 'what, where and when'],
      ['inkwell subscriptions --confirm 3', 'you followed the link in the mail'],
    ],
  },
  import: {
    summary: 'Import an OPML file, or what "inkwell export --state" wrote',
    words: 'FILE',
    least: 1,
    most: 1,
    flags: [json],
    more: 'FILE may be - for standard input. Nothing is fetched; "inkwell refresh" does that.',
    examples: [['inkwell import feeds.opml', 'sources, names and folders from another reader']],
  },
  export: {
    summary: 'Print your sources as OPML 2.0, or the whole state as JSON lines',
    words: '',
    least: 0,
    most: 0,
    flags: [{name: 'state', kind: {type: 'boolean'}, about: 'Everything: sources, articles, marks, sign-ups, as JSON lines'}],
    examples: [
      ['inkwell export > feeds.opml', 'for another reader'],
      ['inkwell export --state > inkwell.jsonl', 'for another machine'],
    ],
  },
  config: {
    summary: 'Show and change the settings',
    words: '[list|get|set|unset|path|schema] [KEY] [VALUE]',
    least: 0,
    most: 3,
    flags: [json],
    examples: [
      ['inkwell config list', 'every setting, its value and where that comes from'],
      ['inkwell config set measure 66', 'change one'],
      ['inkwell config unset measure', 'back to the default'],
    ],
  },
  doctor: {
    summary: 'Check the installation, or how a source looks to Inkwell',
    words: '[SOURCE]',
    least: 0,
    most: 1,
    flags: [json],
    examples: [
      ['inkwell doctor', 'terminal, files, library, sources'],
      ['inkwell doctor https://example.com', 'for publishers: what is found and what is missing'],
    ],
  },
  completion: {
    summary: 'Print the completions of a shell',
    words: 'bash|zsh|fish',
    least: 1,
    most: 1,
    flags: [],
    examples: [
      ['source <(inkwell completion bash)', 'in ~/.bashrc'],
      ['inkwell completion fish > ~/.config/fish/completions/inkwell.fish', 'once'],
    ],
  },
  schema: {
    summary: 'Print the JSON Schema of what a command prints',
    words: '[NAME]',
    least: 0,
    most: 1,
    flags: [],
    examples: [
      ['inkwell schema', 'the names that there are'],
      ['inkwell schema list', 'of list, search, read and next'],
    ],
  },
} as const satisfies Readonly<Record<string, Command>>;

export type CommandName = keyof typeof COMMANDS;

export const COMMAND_NAMES = Object.keys(COMMANDS) as readonly CommandName[];

export function isCommand(word: string): word is CommandName {
  return Object.hasOwn(COMMANDS, word);
}

type ValueOf<K> = K extends {type: 'boolean'} ? boolean : K extends {type: 'integer'} ? number : K extends {type: 'choice'; choices: readonly (infer Choice)[]} ? Choice : string;

/** The flags of a command as its code sees them; absent ones are undefined. */
export type FlagsOf<Name extends CommandName> = {
  readonly [F in (typeof COMMANDS)[Name]['flags'][number] as F['name']]: ValueOf<F['kind']> | undefined;
};
