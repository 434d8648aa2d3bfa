import type {Command} from './command.ts';
import {json} from './shared-flags.ts';

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
