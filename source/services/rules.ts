import {ProblemError} from '../domain/problem.ts';
import {faultOfQuery} from '../domain/query/query-fault.ts';
import {readRule, rulesFrom, ruleText} from '../domain/rule/rule.ts';
import type {Rule, RuleResult} from '../domain/rule/rule.ts';
import type {Services} from './context.ts';

type Means = Pick<Services, 'library' | 'writes' | 'preferences'>;

/** A rule by its place in the list, from 1, or by its name. @throws ProblemError where there is none. */
export function findRule(rules: readonly Rule[], word: string): Readonly<{rule: Rule; index: number}> {
  const index = /^\d+$/u.test(word)
    ? Number(word) - 1
    : rules.findIndex(({name}) => name?.toLowerCase() === word.toLowerCase());
  const rule = rules[index];
  if (rule) return {rule, index};
  throw new ProblemError({
    kind: 'missing',
    message:
      rules.length === 0 ? 'You have no rules.' : `There is no rule ${word}; you have ${rules.length}.`,
    advice: '"inkwell rules" lists them with their numbers.',
  });
}

/** A rule as a person gives it. @throws ProblemError for one that can't be. */
export function ruleFrom(given: Rule): Rule {
  const read = readRule(given, faultOfQuery);
  if (read.ok) return read.rule;
  throw new ProblemError({
    kind: 'malformed',
    message: `${read.fault.charAt(0).toUpperCase()}${read.fault.slice(1)}.`,
    advice: 'Nothing was changed. "inkwell rules --help" shows examples.',
  });
}

/** Adds a rule at a place, from 1, or at the end; can be undone. */
export async function addRule(given: Rule, place: number | undefined, means: Means): Promise<Rule> {
  const rule = ruleFrom(given);
  const rules = rulesOf(means);
  // Its pattern may be of a kind that only the engine knows.
  const [tried] = means.library.testRules([rule]);
  if (tried?.fault !== undefined)
    throw new ProblemError({kind: 'malformed', message: tried.fault, advice: 'The rule was not added.'});
  await change(
    rules.toSpliced((place ?? rules.length + 1) - 1, 0, rule),
    `Added the rule ${ruleText(rule)}`,
    means,
  );
  return rule;
}

/** Removes a rule; can be undone. */
export async function removeRule(word: string, means: Means): Promise<Rule> {
  const rules = rulesOf(means);
  const {rule, index} = findRule(rules, word);
  await change(rules.toSpliced(index, 1), `Removed the rule ${ruleText(rule)}`, means);
  return rule;
}

/** Puts a rule at another place, from 1; can be undone. */
export async function moveRule(word: string, place: number, means: Means): Promise<Rule> {
  const rules = rulesOf(means);
  const {rule, index} = findRule(rules, word);
  const others = rules.toSpliced(index, 1);
  await change(others.toSpliced(place - 1, 0, rule), `Moved the rule ${ruleText(rule)}`, means);
  return rule;
}

/** Rules that may touch a publication: its own, and those about all. */
export function rulesAbout(library: Services['library'], publicationId: string): readonly Rule[] {
  const row = library.publication(publicationId);
  const names = row
    ? [row.id, row.location, row.title].map(name => name.toLowerCase().replace(/\/$/u, ''))
    : [];
  return library
    .rules()
    .filter(
      ({in: within}) => within === undefined || names.includes(within.toLowerCase().replace(/\/$/u, '')),
    );
}

/** Runs rules over all that is here: one act, which can be undone. */
export async function runRules(
  rules: readonly Rule[],
  {ingest}: Pick<Services, 'ingest'>,
): Promise<readonly RuleResult[]> {
  return await (await ingest()).runRules(rules);
}

/** After an undo the preferences follow the library, which has the rules as they were before. */
export async function restoreRules({library, preferences}: Means): Promise<void> {
  const kept = keptRules(preferences);
  const rules = library.rules();
  if (JSON.stringify(kept) !== JSON.stringify(rules)) await write(rules, preferences);
}

/** The preferences first: what they do not hold would be gone with the next start. */
async function change(
  rules: readonly Rule[],
  description: string,
  {library, writes, preferences}: Means,
): Promise<void> {
  // A stand-in for a library that can't be opened has no rules, and keeps none.
  const refusal = library.refusal();
  if (refusal) throw new ProblemError({...refusal, message: `The rules were not stored: ${refusal.message}`});
  await write(rules, preferences);
  await writes.completed(() => library.keepRules(rules, {description}), {kind: 'act'});
}

/** The rules of a library, or those of the preferences where it can't be opened. */
export function rulesOf({library, preferences}: Pick<Means, 'library' | 'preferences'>): readonly Rule[] {
  return library.refusal() ? keptRules(preferences) : library.rules();
}

function keptRules(preferences: Services['preferences']): readonly Rule[] {
  return rulesFrom((preferences.read().get('rules') ?? []) as readonly unknown[], faultOfQuery);
}

async function write(rules: readonly Rule[], preferences: Services['preferences']): Promise<void> {
  await preferences.write('rules', rules.length === 0 ? undefined : rules);
}
