import {json, limit, pages, query, template, type Command} from './command.ts';

/** About articles. */
export const ARTICLE_COMMANDS = {
  list: {
    summary: 'List articles of the named sources, or of everything you follow',
    words: '[SOURCE…]',
    least: 0,
    most: Infinity,
    flags: [
      json,
      {name: 'bodies', kind: {type: 'boolean'}, about: 'With --json: the text of each article as Markdown'},
      query,
      limit,
      pages,
      {
        name: 'order',
        kind: {type: 'choice', choices: ['newest', 'oldest', 'source', 'recent', 'title', 'author']},
        about: 'How what you follow is sorted; recent: what you read last',
      },
      template,
    ],
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
      {
        name: 'format',
        kind: {
          type: 'choice',
          choices: ['ansi', 'text', 'markdown', 'html', 'json', 'contents', 'links', 'code'],
        },
        about: 'What to print; ansi on a terminal, else text',
      },
      {name: 'width', kind: {type: 'integer', min: 12, max: 1000}, about: 'Cells that a line may take'},
      {name: 'links', kind: {type: 'boolean'}, about: 'List the addresses of the links at the end'},
    ],
    settings: ['color'],
    more: "TARGET is an article's id, its address, the address of any web page, a file, or - for standard input.",
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
  related: {
    summary: 'List what to read after an article',
    words: 'ID',
    least: 1,
    most: 1,
    flags: [json, limit, template],
    more: "An ID is an article's id or address. What its publication names comes first, then what is like it.",
    examples: [['inkwell related ID --limit 3', 'as the end of the article shows it']],
  },
  next: {
    summary: 'Print the next unread article and mark it read',
    words: '[SOURCE…]',
    least: 0,
    most: Infinity,
    flags: [
      query,
      {
        name: 'format',
        kind: {type: 'choice', choices: ['ansi', 'text', 'markdown', 'html', 'json', 'id', 'url']},
        about: 'What to print of it',
      },
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
      {
        name: 'above',
        kind: {type: 'text', placeholder: 'ID'},
        about: 'With --read: the list down to this article, itself included',
      },
      {
        name: 'below',
        kind: {type: 'text', placeholder: 'ID'},
        about: 'With --read: the list below this article',
      },
      {name: 'undo', kind: {type: 'boolean'}, about: 'Take back the last change'},
      json,
    ],
    more: 'Ids may come from standard input with an ID of -. With --query everything that matches is marked; with --above or --below, of what matches or of the whole list, the part above or below an article.',
    examples: [
      ['inkwell mark --read ID', 'one article'],
      ["inkwell mark --read --query 'in:example before:30d'", 'all that matches'],
      ['inkwell mark --read --below ID', 'all that is older, in the list of everything'],
      ['inkwell mark --undo', 'take it back'],
    ],
  },
  history: {
    summary: 'List what can be undone, or undo one of it',
    words: '',
    least: 0,
    most: 0,
    flags: [
      {
        name: 'undo',
        kind: {type: 'integer', min: 1, max: 1_000_000_000},
        about: 'Undo the change with this number',
      },
      json,
    ],
    more: 'The newest change stands first: marks, stars, tags, what was hidden, muted, moved, renamed or removed, and saved searches. One can be undone whatever was done after it; "inkwell mark --undo" undoes the last.',
    examples: [
      ['inkwell history', 'each with its number'],
      ['inkwell history --undo 12', 'that one alone'],
    ],
  },
  save: {
    summary: 'Save pages on the shelf Saved, with their whole text',
    words: 'URL…',
    least: 1,
    most: Infinity,
    flags: [json],
    more: 'A URL of - reads addresses from standard input. Of a page that cannot be read the address is saved with the reason; its text is fetched when you open it or save it again. Saved pages are listed, searched, starred, tagged and exported as other articles are, and stay until you remove the shelf.',
    examples: [
      ['inkwell save https://example.com/a-post', 'to read later, offline'],
      ["inkwell list --query 'in:saved is:unread'", 'what waits there'],
    ],
  },
  tag: {
    summary: 'Give articles tags of your own, or list the tags',
    words: '[ID…] [+NAME…] [-NAME…]',
    least: 0,
    most: Infinity,
    hasSignedWords: true,
    flags: [query, json],
    more: 'A tag is one word. +NAME adds it, -NAME removes it; "inkwell mark --undo" takes the change back. An ID of - reads ids from standard input, and with --query everything that matches is tagged. The query tag:NAME finds your tags and those of the sources.',
    examples: [
      ['inkwell tag ID +later', 'one article'],
      ["inkwell tag --query 'title:cache is:unread' +work -later", 'all that matches'],
      ['inkwell tag', 'your tags, and how many articles have each'],
    ],
  },
} as const satisfies Readonly<Record<string, Command>>;
