import {faultOfBrowser} from '../domain/command/browser-choice.ts';
import type {BrowserChoice} from '../domain/command/browser-choice.ts';
import {faultOfCommand, INPUTS, SUBJECTS} from '../domain/command/own-command.ts';
import type {OwnCommand} from '../domain/command/own-command.ts';
import {faultOfRule} from '../domain/rule/rule.ts';
import type {Rule} from '../domain/rule/rule.ts';

/** Lists of objects in the preferences, by the setting that holds them. */
export type Entries = Readonly<{rules: Rule; commands: OwnCommand; browsers: BrowserChoice}>;

export type ListName = keyof Entries;

type Schema = Readonly<Record<string, unknown>>;

/** Looks at queries; whoever starts the program in a hurry leaves them for later. */
export type QueryFault = (query: string) => string | undefined;

type List = Readonly<{
  /** Follows "wants". */
  wanted: string;
  /** The fault of an entry, as the end of a sentence. */
  fault: (entry: unknown, faultOfQuery: QueryFault) => string | undefined;
  schema: Schema;
}>;

const line = (description: string): Schema => ({type: 'string', minLength: 1, description});

export const LISTS: Readonly<Record<ListName, List>> = {
  rules: {
    wanted: 'a list of objects with a "query" and a "do" each; "inkwell rules --help" shows examples',
    fault: faultOfRule,
    schema: {
      type: 'object',
      required: ['query', 'do'],
      additionalProperties: false,
      properties: {
        query: {type: 'string', description: 'As in docs/queries.md; an empty one is for every article'},
        do: {
          anyOf: [{type: 'string'}, {type: 'array', items: {type: 'string'}}],
          description: 'hide, read, star, tag NAME, notify, run NAME',
        },
        in: line('The publication, by its address, id or title; all if absent'),
        name: line('What you call it'),
      },
    },
  },
  commands: {
    wanted: 'a list of objects with a "name" and a "run" each',
    fault: faultOfCommand,
    schema: {
      type: 'object',
      required: ['name', 'run'],
      additionalProperties: false,
      properties: {
        name: line('One word'),
        run: line('A line for the shell'),
        key: line('The key that runs it in the reader'),
        input: {enum: [...INPUTS], description: 'What it reads from standard input'},
        on: {enum: [...SUBJECTS], description: 'Runs for each article, for a selection, or for what is new'},
        terminal: {type: 'boolean', description: 'It has the terminal while it runs'},
      },
    },
  },
  browsers: {
    wanted: 'a list of objects with a "for" and a "run" each',
    fault: faultOfBrowser,
    schema: {
      type: 'object',
      required: ['for', 'run'],
      additionalProperties: false,
      properties: {
        for: line('video, audio, image or mail, or a pattern of addresses with *'),
        run: line('A line for the shell; %s is the address'),
        terminal: {type: 'boolean', description: 'It has the terminal while it runs'},
      },
    },
  },
};
