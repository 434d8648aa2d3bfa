import {withoutPassword} from '../publication/passwords.ts';
import type {ArticleRow} from '../query/view.ts';
import {actText, readActs} from './rule-acts.ts';
import type {RuleAct} from './rule-acts.ts';

/**
 * A rule of the reader: what is done with an article that comes in and matches a query. As the preferences
 * have it; rules are tried in their order, each on what those before it have left.
 */
export type Rule = Readonly<{
  query: string;
  /** Acts as they are written: `hide`, `tag later`. */
  do: readonly string[];
  /** The publication that it is about, by its id, address or title; all if absent. */
  in?: string;
  name?: string;
  /** Made for a setting, and not the reader's own: it is neither shown nor stored in the preferences. */
  isHook?: true;
}>;

/** The acts of a rule that holds. */
export function actsOf(rule: Rule): readonly RuleAct[] {
  const read = readActs(rule.do.join(' '));
  return read.ok ? read.acts : [];
}

/** One line about it: `hide, tag ads for title:/sponsored/i`. */
export function ruleText({query, do: acts, in: within, name}: Rule): string {
  const what = query.trim() === '' ? 'everything' : query;
  const where = within === undefined ? '' : ` in ${withoutPassword(within)}`;
  return `${name === undefined ? '' : `${name}: `}${acts.join(', ')} for ${what}${where}`;
}

/** The fault of a query; given along, so that the preferences can be read without the query language. */
type QueryFault = (query: string) => string | undefined;

/** A rule as typed or written by a person, or the fault as the end of a sentence. */
export function readRule(
  given: unknown,
  faultOfQuery: QueryFault,
): Readonly<{ok: true; rule: Rule} | {ok: false; fault: string}> {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return wrong('a rule is not an object with a "query" and a "do"');
  const {query, do: acts, in: within, name, ...rest} = given as Record<string, unknown>;
  const [unknown] = Object.keys(rest);
  if (typeof query !== 'string') return wrong('a rule has no "query"');
  const which = `the rule “${query}”`;
  if (unknown !== undefined) return wrong(`${which} has "${unknown}", which is not a part of a rule`);
  const fault = faultOfQuery(query);
  if (fault !== undefined) return wrong(`${which} has a wrong query: ${fault}`);
  for (const [key, value] of Object.entries({in: within, name}))
    if (value !== undefined && !isLine(value))
      return wrong(`${which} has a "${key}" that is not a line of text`);
  const words = [acts].flat();
  if (!words.every(word => typeof word === 'string'))
    return wrong(`${which} has a "do" that is not a list of acts`);
  const read = readActs(words.join(' '));
  if (!read.ok) return wrong(`${which}: ${read.fault}`);
  const rule: Rule = {
    query,
    do: read.acts.map(act => actText(act)),
    ...(typeof within === 'string' && {in: within}),
    ...(typeof name === 'string' && {name}),
  };
  return {ok: true, rule};
}

/** The fault of one of the preferences' `rules`; undefined if there is none. */
export function faultOfRule(given: unknown, faultOfQuery: QueryFault): string | undefined {
  const read = readRule(given, faultOfQuery);
  return read.ok ? undefined : read.fault;
}

function isLine(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '' && !/\p{Cc}/u.test(value);
}

function wrong(fault: string): {ok: false; fault: string} {
  return {ok: false, fault};
}

/** The rules among the entries of the preferences, each as it is kept. */
export function rulesFrom(entries: readonly unknown[], faultOfQuery: QueryFault): readonly Rule[] {
  return entries.flatMap(entry => {
    const read = readRule(entry, faultOfQuery);
    return read.ok ? [read.rule] : [];
  });
}

/** Rules that stand for settings: a command for what is new, a notification of everything. */
export function hooksFor(
  commands: readonly Readonly<{name: string; on?: string}>[],
  notifies: boolean,
): readonly Rule[] {
  const runs = commands.filter(({on}) => on === 'new').map(({name}) => `run ${name}`);
  const acts = [...(notifies ? ['notify'] : []), ...runs];
  return acts.length === 0 ? [] : [{query: '', do: acts, isHook: true}];
}

/** The result of a rule on what is here: how many it found and changes, and the newest of them. */
export type RuleResult = Readonly<{
  rule: Rule;
  found: number;
  changed: number;
  newest: readonly ArticleRow[];
  /** Why the rule could not be tried. */
  fault?: string;
}>;

/** Something that a rule wants done outside of the library. */
export type Errand = Readonly<
  {kind: 'notify'; articleId: string} | {kind: 'run'; name: string; articleId: string}
>;
