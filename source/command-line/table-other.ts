import {json, to, type Command} from './command.ts';

/** About newsletters, and about Inkwell itself. */
export const OTHER_COMMANDS = {
  subscribe: {
    summary: 'Sign up for a newsletter',
    words: '[EMAIL]',
    least: 0,
    most: 1,
    flags: [
      to,
      {
        name: 'yes',
        kind: {type: 'boolean'},
        about: 'Send without asking; needs the address on the command line',
      },
      {
        name: 'to-host',
        kind: {type: 'text', placeholder: 'HOST'},
        about:
          'The host that may get the address: --yes needs it where that is neither the publication’s nor a known service’s',
      },
      {name: 'remember', kind: {type: 'boolean'}, about: 'Keep the address for the next time'},
      json,
    ],
    more: 'Says where the address will go before it is sent, and sends it once. SOURCE may be the page with the sign-up form itself.',
    examples: [
      ['inkwell subscribe', 'asks for what is missing'],
      ['inkwell subscribe me@example.com --to https://example.com --yes', 'from a script'],
    ],
  },
  unsubscribe: {
    summary: 'Leave a newsletter that arrives by mail',
    words: 'SOURCE',
    least: 1,
    most: 1,
    flags: [{name: 'yes', kind: {type: 'boolean'}, about: 'Leave without asking'}, json],
    more: 'Asks with the host, then sends one POST where the letters offer that; else names the page or the mail.',
    examples: [['inkwell unsubscribe Weekly', 'by its name, id or location']],
  },
  subscriptions: {
    summary: 'Show the newsletters that you signed up for',
    words: '',
    least: 0,
    most: 0,
    flags: [
      json,
      {
        name: 'confirm',
        kind: {type: 'integer', min: 1, max: 2 ** 53 - 1},
        about: 'Mark one as confirmed, by its number',
      },
      {
        name: 'open',
        kind: {type: 'integer', min: 1, max: 2 ** 53 - 1},
        about: 'Open the link of the mail that asks to confirm one, by its number',
      },
      {name: 'yes', kind: {type: 'boolean'}, about: 'Open it without asking'},
      {name: 'forget', kind: {type: 'integer', min: 1, max: 2 ** 53 - 1}, about: 'Forget one, by its number'},
    ],
    examples: [
      ['inkwell subscriptions', 'what, where and when'],
      ['inkwell subscriptions --open 3', 'says where the link leads, and asks'],
      ['inkwell subscriptions --confirm 3', 'you followed the link in the mail'],
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
    most: Infinity,
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
