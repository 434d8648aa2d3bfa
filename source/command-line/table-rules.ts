import {json, query, type Command} from './command.ts';

/** About rules and the reader's own commands. */
export const RULE_COMMANDS = {
  rules: {
    summary: 'Show, add, remove, sort, test and run rules for what comes in',
    words: '[list|add|remove|move|test|run] [QUERY|RULE] [ACT…]',
    least: 0,
    most: Infinity,
    hasSignedWords: true,
    flags: [
      {
        name: 'in',
        kind: {type: 'text', placeholder: 'SOURCE'},
        about: 'add, test, run: only for this publication',
      },
      {
        name: 'place',
        kind: {type: 'integer', min: 1, max: 100_000},
        about: 'add, move: its place among the rules, from 1',
      },
      {name: 'name', kind: {type: 'text', placeholder: 'TEXT'}, about: 'add: what you call it'},
      json,
    ],
    more: 'An ACT is hide, read, star, tag NAME, notify or run NAME. Rules are tried in their order, once on each article, when it comes in; "run" tries them on what is here, and "test" says what that would change. A RULE is its number or its name. "inkwell mark --undo" takes back what was added, removed, moved or run.',
    examples: [
      ["inkwell rules add 'title:/sponsored|advertorial/i' hide", 'never see these'],
      ["inkwell rules add '-author:mara' hide", 'a list of what is kept: only hers'],
      ["inkwell rules add 'tag:databases read:>10m' star tag later", 'several acts'],
      ["inkwell rules test 'title:cache' read", 'what a rule would do with what is here'],
      ['inkwell rules test', 'and what all rules would do'],
      ['inkwell rules run 1', 'the first rule, over everything'],
      ['inkwell rules move 2 --place 1', 'before the first'],
      ['inkwell rules remove 1', 'and without it'],
    ],
  },
  run: {
    summary: 'Run one of your own commands on articles, or list the commands',
    words: '[NAME] [ID…]',
    least: 0,
    most: Infinity,
    flags: [query],
    more: 'Your commands are written in the preferences, under "commands". An article comes on standard input and in the environment (INKWELL_TITLE, INKWELL_URL …). An ID of - reads ids from standard input.',
    examples: [
      ['inkwell run', 'your commands'],
      ['inkwell run keep ID', 'one of them on an article'],
      ["inkwell run keep --query 'is:starred'", 'on all that match'],
    ],
  },
} as const satisfies Readonly<Record<string, Command>>;
