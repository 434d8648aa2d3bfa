import type {Kind} from './kinds.ts';
import {LISTS} from './list-entries.ts';
import type {Setting} from './setting.ts';
import {SETTINGS} from './table.ts';

type Schema = Readonly<Record<string, unknown>>;

/** The JSON Schema of the preferences' file, for editors; made from the table. */
export function preferencesSchema(): Schema & Readonly<{properties: Readonly<Record<string, Schema>>}> {
  const properties: Record<string, Schema> = {$schema: {type: 'string'}};
  for (const {key, kind, about, default: value} of (SETTINGS as readonly Setting[]).filter(
    setting => !setting.isForOneRun,
  )) {
    const schema = {...schemaOf(kind), description: about, ...(value !== undefined && {default: value})};
    const [group = '', name] = key.split('.');
    if (name === undefined) properties[group] = schema;
    else
      properties[group] = {
        type: 'object',
        additionalProperties: false,
        properties: {...(properties[group]?.['properties'] as object), [name]: schema},
      };
  }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Preferences of Inkwell',
    type: 'object',
    additionalProperties: false,
    properties,
  };
}

/** The JSON Schema of one value. */
export function schemaOf(kind: Kind): Schema {
  switch (kind.type) {
    case 'boolean':
      return {type: 'boolean'};
    case 'integer':
      return {type: 'integer', minimum: kind.min, maximum: kind.max};
    case 'choice':
      return {enum: [...kind.choices]};
    case 'text':
    case 'name-or-file':
      return {type: 'string', minLength: 1};
    case 'names':
      return {type: 'array', items: kind.of ? {enum: [...kind.of]} : {type: 'string'}};
    case 'sources':
      return {type: 'array', items: {anyOf: [{type: 'string', minLength: 1}, SOURCE]}};
    case 'accounts':
      return {type: 'array', items: ACCOUNT};
    case 'list':
      return {type: 'array', items: LISTS[kind.of].schema};
    case 'bindings':
      return {
        type: 'object',
        additionalProperties: {anyOf: [{type: 'string'}, {type: 'array', items: {type: 'string'}}]},
      };
  }
}

const ACCOUNT: Schema = {
  type: 'object',
  required: ['name', 'base'],
  additionalProperties: false,
  properties: {
    name: {type: 'string', minLength: 1, description: 'What you call it'},
    base: {type: 'string', minLength: 1, description: 'The address of its API'},
    api: {enum: ['google-reader', 'miniflux'], description: 'The protocol'},
    server: {type: 'string', description: 'What the server was found to be'},
    user: {type: 'string', description: 'Your name there'},
    passwordCommand: {type: 'string', description: 'Prints the password'},
    passwordEnv: {type: 'string', description: 'The environment variable with the password'},
    appId: {type: 'string', description: 'Inoreader: the number of your application'},
    appKeyEnv: {type: 'string', description: 'Inoreader: the environment variable with its key'},
  },
};

const SOURCE: Schema = {
  type: 'object',
  required: ['location'],
  additionalProperties: false,
  properties: {
    location: {type: 'string', minLength: 1, description: 'Address or folder'},
    name: {type: 'string', description: "Shown instead of the publication's own title"},
    folder: {type: 'string', description: 'Where it stands in your list'},
    headers: {
      type: 'object',
      additionalProperties: {type: 'string'},
      description: 'Sent with each request to this source',
    },
    userAgent: {type: 'string', description: 'How Inkwell names itself to this source'},
    interval: {type: 'number', minimum: 0, description: 'Minutes between fetches'},
    fullText: {type: 'boolean', description: 'Complete teasers from their pages'},
    passwordCommand: {type: 'string', description: 'IMAP: prints the password'},
    passwordEnv: {type: 'string', description: 'IMAP: the environment variable with the password'},
    tokenCommand: {type: 'string', description: 'IMAP: prints a token for OAuth'},
    newsletter: {type: 'object', description: 'The newsletter, where the source advertises none'},
  },
};
