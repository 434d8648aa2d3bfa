import {json, pages, type Command} from './command.ts';

/** About what is followed. */
export const SOURCE_COMMANDS = {
  add: {
    summary: 'Follow sources',
    words: 'SOURCE…',
    least: 1,
    most: Infinity,
    flags: [
      {name: 'name', kind: {type: 'text', placeholder: 'TEXT'}, about: 'Show it under this name'},
      {
        name: 'folder',
        kind: {type: 'text', placeholder: 'NAME'},
        about: 'Put it into this folder of your list',
      },
      {name: 'force', kind: {type: 'boolean'}, about: "Add it even if it can't be read now"},
      json,
    ],
    more: "A SOURCE is the address of a feed, of a site's JSON or of its home page, a folder, or - for a list on standard input.",
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
  arrange: {
    summary: 'Show and change what holds for single sources: name, folder, order, interval and more',
    words: 'SOURCE…',
    least: 1,
    most: Infinity,
    flags: [
      {name: 'hide', kind: {type: 'boolean'}, about: 'Leave it out of lists; --no-hide shows it again'},
      {
        name: 'mute',
        kind: {type: 'boolean'},
        about: 'What comes in counts as read; --no-mute ends that',
      },
      {
        name: 'folder',
        kind: {type: 'text', placeholder: 'NAME'},
        about: 'Put it into this folder; an empty one takes it out',
        mayBeEmpty: true,
      },
      {
        name: 'name',
        kind: {type: 'text', placeholder: 'TEXT'},
        about: 'Show it under this name; an empty one gives its own back',
        mayBeEmpty: true,
      },
      {
        name: 'place',
        kind: {type: 'integer', min: 1, max: 1_000_000},
        about: 'Its place among your sources, from 1',
      },
      {
        name: 'order',
        kind: {type: 'choice', choices: ['newest', 'oldest', 'source', 'usual']},
        about: 'The order of its own list; usual takes this and what follows back',
      },
      {
        name: 'articles',
        kind: {type: 'choice', choices: ['all', 'unread', 'usual']},
        about: 'What its own list shows',
      },
      {
        name: 'full-text',
        kind: {type: 'choice', choices: ['always', 'never', 'usual']},
        about: 'Whether teasers are completed from their pages',
      },
      {
        name: 'interval',
        kind: {type: 'text', placeholder: 'MINUTES'},
        about: 'Minutes between fetches, or usual',
      },
      {
        name: 'images',
        kind: {type: 'choice', choices: ['ask', 'always', 'never', 'usual']},
        about: 'When its pictures are shown',
      },
      {
        name: 'browser',
        kind: {type: 'text', placeholder: 'COMMAND'},
        about: 'The browser for its articles, or usual',
      },
      json,
    ],
    examples: [
      ['inkwell arrange https://example.com', 'what holds for it, and where that comes from'],
      [
        'inkwell arrange https://example.com --order oldest --interval 240',
        'as it tells its story, and seldom',
      ],
      ['inkwell arrange https://example.com --folder Work --place 1', 'first, and in a folder'],
      ['inkwell arrange https://example.com --mute --no-hide', 'shown, and never unread'],
    ],
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
    flags: [json, {name: 'force', kind: {type: 'boolean'}, about: 'Fetch also what is not due'}, pages],
    settings: ['ahead'],
    examples: [
      ['inkwell refresh --quiet', 'everything that is due'],
      ['inkwell refresh https://example.com/feed.xml --pages 5', 'older articles of one source'],
      ['inkwell refresh --ahead 20', 'and whole texts of the newest, to read without a network'],
    ],
  },
  import: {
    summary: 'Import OPML, the files of newsboat, or what "inkwell export --state" wrote',
    words: 'FILE|ADDRESS',
    least: 1,
    most: 1,
    flags: [
      {
        name: 'folders',
        kind: {type: 'boolean'},
        about: 'Also follow local folders, and fetch from your own network, where the file names them',
      },
      {
        name: 'settings',
        kind: {type: 'boolean'},
        about: 'Also set what reaches further than looks: limits, keys, your address, where a sign-up goes',
      },
      json,
    ],
    more: 'FILE may be - for standard input. Nothing is fetched; "inkwell refresh" does that.',
    examples: [
      ['inkwell import feeds.opml', 'sources, names and folders from another reader'],
      ['inkwell import ~/.newsboat/cache.db', 'articles, what was read, and flags as stars'],
      ['inkwell import --settings --folders inkwell.jsonl', 'everything, from another machine of yours'],
    ],
  },
  export: {
    summary: 'Print your sources as OPML 2.0, or the whole state as JSON lines',
    words: '',
    least: 0,
    most: 0,
    flags: [
      {
        name: 'state',
        kind: {type: 'boolean'},
        about: 'Everything: sources, articles, marks, sign-ups, searches, preferences, as JSON lines',
      },
      {
        name: 'secrets',
        kind: {type: 'boolean'},
        about:
          'Also passwords in addresses; with --state headers that are sent to sources, and your own address',
      },
    ],
    examples: [
      ['inkwell export > feeds.opml', 'for another reader'],
      ['inkwell export --state > inkwell.jsonl', 'for another machine'],
    ],
  },
} as const satisfies Readonly<Record<string, Command>>;

/** About servers that sync. */
export const ACCOUNT_COMMANDS = {
  account: {
    summary: 'Add, show, check and remove accounts at servers that sync',
    words: '[add|list|remove|test] [ADDRESS|NAME]',
    least: 0,
    most: 2,
    flags: [
      {name: 'user', kind: {type: 'text', placeholder: 'NAME'}, about: 'Your name at the server'},
      {
        name: 'password-command',
        kind: {type: 'text', placeholder: 'COMMAND'},
        about: 'A command that prints the password',
      },
      {
        name: 'password-env',
        kind: {type: 'text', placeholder: 'VARIABLE'},
        about: 'The environment variable that holds it',
      },
      {name: 'name', kind: {type: 'text', placeholder: 'TEXT'}, about: 'What you call the account'},
      {name: 'app-id', kind: {type: 'text', placeholder: 'ID'}, about: 'Inoreader: your own application'},
      {
        name: 'app-key-env',
        kind: {type: 'text', placeholder: 'VARIABLE'},
        about: 'Inoreader: the environment variable with its key',
      },
      {name: 'keep', kind: {type: 'boolean'}, about: 'With remove: fetch its feeds from here'},
      {name: 'force', kind: {type: 'boolean'}, about: 'With remove: even if something waits to be sent'},
      json,
    ],
    more: 'The address of the site is enough: FreshRSS, Miniflux, CommaFeed and others are found by it. Passwords are never stored.',
    examples: [
      [
        "inkwell account add https://rss.example.org --user me --password-command 'pass rss'",
        'finds the API and checks the password',
      ],
      ['inkwell account list', 'when each was synced, and what waits to be sent'],
    ],
  },
  sync: {
    summary: 'Send and fetch marks, feeds and articles of your accounts; for cron',
    words: '[NAME…]',
    least: 0,
    most: Infinity,
    flags: [{name: 'accept', kind: {type: 'boolean'}, about: 'Believe the server that much is gone'}, json],
    examples: [
      ['inkwell sync', 'all accounts'],
      ['inkwell sync home --json', 'one, with figures'],
    ],
  },
} as const satisfies Readonly<Record<string, Command>>;
