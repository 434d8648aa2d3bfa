import {json, type Command} from './command.ts';

/** About the desktop around the terminal, and searches that are kept. */
export const DESKTOP_COMMANDS = {
  open: {
    summary: 'Open an article, or the home page of a publication, in the browser',
    words: 'TARGET',
    least: 1,
    most: 1,
    flags: [
      {
        name: 'file',
        kind: {type: 'integer', min: 1, max: 10_000},
        about: 'Open the file of this number that comes with the article: a recording, mostly',
      },
      {name: 'comments', kind: {type: 'boolean'}, about: 'Open the page where the article is discussed'},
    ],
    more: "TARGET is an article's id, the title of a publication that you follow, or an address. Only http, https and mailto are opened.",
    examples: [
      ['inkwell open ID', 'the page that the article came from'],
      ['inkwell open ID --file 1', 'its recording, by your player'],
    ],
  },
  copy: {
    summary: 'Copy the address or the text of an article to the clipboard',
    words: 'TARGET',
    least: 1,
    most: 1,
    flags: [
      {
        name: 'what',
        kind: {type: 'choice', choices: ['address', 'article', 'code']},
        about: 'The address, if nothing is said; the text as Markdown; or a block of code',
      },
      {
        name: 'block',
        kind: {type: 'integer', min: 1, max: 10_000},
        about: 'Which block of code, from 1',
      },
    ],
    more: 'TARGET is the same as for the command read. The terminal does the copying, so it works over ssh, where the terminal allows it.',
    examples: [['inkwell copy ID --what article', 'the text, to paste elsewhere']],
  },
  searches: {
    summary: 'Show, keep and forget searches',
    words: '[NAME] [QUERY…]',
    least: 0,
    most: Infinity,
    flags: [{name: 'forget', kind: {type: 'boolean'}, about: 'Forget the one with this name'}, json],
    examples: [
      ['inkwell searches', 'those that are kept, as the publications screen shows them'],
      ["inkwell searches Short 'is:unread read:<5m'", 'keep one'],
      ['inkwell list --query "$(inkwell searches Short)"', 'use it'],
    ],
  },
} as const satisfies Readonly<Record<string, Command>>;
