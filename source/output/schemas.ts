import type {Problem} from '../domain/problem.ts';
import {preferencesSchema} from '../options/schema.ts';
import {arrangedSource, article, idTitleLocation, publication, source} from './article-schemas.ts';
import {account, synced} from './account-schemas.ts';
import {problemJson} from './listing.ts';
import {
  count,
  document,
  flag,
  listOf,
  object,
  oneOf,
  problem,
  text,
  time,
  type Schema,
} from './schema-parts.ts';

/*
 * JSON Schemas of what commands print with --json, version 1. Within a version fields are only added, so a
 * program that reads them must pass over what it does not know; the tests hold our own output to exactly
 * these.
 */

/**
 * A command that failed prints its document all the same: empty, with the problem. Undefined where it has
 * none.
 */
export function failedDocument(command: string, failure: Problem): object | undefined {
  const schema = SCHEMAS[command]?.();
  if (!schema || !Array.isArray(schema['required'])) return undefined;
  const properties = schema['properties'] as Readonly<Record<string, Schema>>;
  const empty = (schema['required'] as string[]).map(name => {
    const {type, enum: values} = properties[name] ?? {};
    const isFailure = Array.isArray(values) && values.includes('failed');
    const value = type === 'array' ? [] : type === 'integer' ? 0 : type === 'boolean' ? false : '';
    return [name, name === 'message' ? failure.message : isFailure ? 'failed' : value];
  });
  return {...Object.fromEntries(empty), version: 1, problems: [problemJson(failure)]};
}

const articles = () =>
  document('Articles', {
    publications: listOf(publication),
    articles: listOf(article),
    problems: listOf(problem),
  });

/** By the name of the command that prints it. */
const rule = {query: text, do: listOf(text), 'in?': text, 'name?': text};

export const SCHEMAS: Readonly<Record<string, () => Schema>> = {
  list: articles,
  search: articles,
  related: articles,
  read: () =>
    document('One article', {
      publications: listOf(publication),
      articles: {...listOf(article), maxItems: 1},
      problems: listOf(problem),
    }),
  add: () =>
    document('What was added', {
      added: listOf(
        object({
          ...idTitleLocation,
          articles: count,
          wasFollowed: flag,
          'otherFeeds?': {
            ...listOf(object({title: text, url: text})),
            description: 'Feeds of other subjects that the given page names',
          },
        }),
      ),
      problems: listOf(problem),
    }),
  remove: () =>
    document('What was removed', {removed: listOf(object(idTitleLocation)), problems: listOf(problem)}),
  sources: () => document('What is followed', {sources: listOf(source)}),
  arrange: () => document('What holds for sources', {sources: listOf(arrangedSource)}),
  searches: () => document('Searches', {searches: listOf(object({name: text, query: text}))}),
  refresh: () =>
    document('What was fetched', {
      refreshed: listOf(
        object({
          id: text,
          location: text,
          added: count,
          changed: count,
          isUnchanged: flag,
          milliseconds: count,
          'problem?': problem,
        }),
      ),
      'synced?': listOf(synced),
      notDue: count,
      ahead: count,
      problems: listOf(problem),
    }),
  account: () => document('Accounts', {accounts: listOf(account), problems: listOf(problem)}),
  sync: () => document('What was synced', {synced: listOf(synced), problems: listOf(problem)}),
  save: () =>
    document('Pages on the shelf Saved', {
      saved: listOf(object({id: text, title: text, 'url?': text, isPartial: flag, wasSaved: flag})),
      problems: listOf(problem),
    }),
  rules: () =>
    document('Your rules, or what they do with what is here', {
      'rules?': listOf(object({place: count, ...rule})),
      'results?': listOf(
        object({
          rule: object(rule),
          found: count,
          changed: count,
          newest: listOf(object({id: text, title: text})),
          'fault?': text,
        }),
      ),
    }),
  tag: () => document('The tags of your own', {tagged: count, tags: listOf(object({name: text, count}))}),
  mark: () => document('What was marked', {'marked?': count, 'undone?': text, ids: listOf(text)}),
  history: () =>
    document('Changes that can be undone', {
      acts: listOf(object({number: count, description: text})),
      'undone?': text,
    }),
  subscribe: () =>
    document('What became of a sign-up', {
      outcome: oneOf(
        'check-inbox',
        'subscribed',
        'already',
        'recorded',
        'rate-limited',
        'refused',
        'needs-browser',
        'failed',
      ),
      'host?': text,
      message: text,
      'page?': text,
      'retryAt?': time,
      'isUnknown?': flag,
      publication: text,
    }),
  unsubscribe: () =>
    document('What became of leaving', {
      outcome: oneOf('left', 'needs-browser', 'needs-mail', 'failed'),
      'host?': text,
      'page?': text,
      message: text,
      publication: text,
    }),
  subscriptions: () =>
    document('Sign-ups', {
      subscriptions: listOf(
        object({
          id: count,
          publicationId: text,
          publicationTitle: text,
          'email?': text,
          'host?': text,
          'provider?': text,
          at: time,
          state: oneOf('waiting', 'requested', 'confirmed', 'recorded', 'refused', 'unknown', 'left'),
          'message?': text,
          'confirmation?': object({
            sender: text,
            button: text,
            url: text,
            host: text,
            at: time,
            'doubt?': oneOf('look-alike', 'elsewhere'),
            'imitated?': text,
          }),
          'confirmedAt?': time,
          'leftAt?': time,
          'lettersId?': text,
          'letters?': object({count, 'last?': time}),
        }),
      ),
    }),
  import: () =>
    document('What was imported', {
      sources: count,
      articles: count,
      marks: count,
      signups: count,
      'preferences?': count,
      problems: listOf(problem),
    }),
  config: () =>
    document('Settings', {
      file: text,
      settings: listOf(
        object({
          key: text,
          'value?': {},
          'default?': {},
          origin: oneOf('flag', 'environment', 'preferences', 'default'),
          variable: text,
          'flag?': text,
          about: text,
        }),
      ),
    }),
  doctor: () =>
    document('Findings', {
      isWell: flag,
      findings: listOf(
        object({
          area: text,
          name: text,
          state: oneOf('good', 'note', 'warning', 'error'),
          message: text,
          'advice?': text,
        }),
      ),
    }),
  preferences: preferencesSchema,
};
