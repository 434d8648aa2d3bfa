import type {RuleResult} from '../../domain/rule/rule.ts';
import type {CommandContext} from '../../command-line/table.ts';
import {checkQuery} from '../../command-line/words.ts';
import {ruleText, type Rule} from '../../domain/rule/rule.ts';
import {readActs} from '../../domain/rule/rule-acts.ts';
import {counted} from '../../output/counted.ts';
import {EXIT, Misuse} from '../../runtime/exit.ts';
import {servicesOf} from '../../runtime/services.ts';
import {findSource} from '../../services/find-source.ts';
import {addRule, findRule, moveRule, removeRule, ruleFrom, runRules, rulesOf} from '../../services/rules.ts';
import type {Services} from '../../services/context.ts';

type Given = CommandContext<'rules'>;
type Action = (services: Services, words: readonly string[], context: Given) => Promise<number>;

const ACTIONS: Readonly<Record<string, Action>> = {list, add, remove, move, test, run: runAll};

/** `inkwell rules`: what is done with articles as they come in. */
export async function run(context: Given): Promise<number> {
  const [action = 'list', ...words] = context.words;
  const act = ACTIONS[action];
  if (!act)
    throw new Misuse(
      `"${action}" is not something to do with rules.`,
      'It is list, add, remove, move, test or run.',
    );
  return act(await servicesOf(context), words, context);
}

async function list(services: Services, _: readonly string[], context: Given): Promise<number> {
  return print(rulesOf(services), context);
}

async function add(services: Services, words: readonly string[], context: Given): Promise<number> {
  const {flags, output} = context;
  const rule = ruleOf(services, words, context);
  const added = await addRule(rule, flags.place, services);
  if (flags.json) return print(rulesOf(services), context);
  output.note(`Added: ${ruleText(added)}`);
  output.note('It is tried on what comes in from now on; "inkwell rules run" tries it on what is here.');
  return EXIT.done;
}

async function remove(services: Services, words: readonly string[], context: Given): Promise<number> {
  const removed = await removeRule(wordOf(words), services);
  if (context.flags.json) return print(rulesOf(services), context);
  context.output.note(`Removed: ${ruleText(removed)}`);
  return EXIT.done;
}

async function move(services: Services, words: readonly string[], context: Given): Promise<number> {
  const {place} = context.flags;
  if (place === undefined) throw new Misuse('Missing: --place.');
  await moveRule(wordOf(words), place, services);
  return print(rulesOf(services), context);
}

async function test(services: Services, words: readonly string[], context: Given): Promise<number> {
  return printResults(
    services.library.testRules(wantedRules(services, words, context)),
    'Would change',
    context,
  );
}

async function runAll(services: Services, words: readonly string[], context: Given): Promise<number> {
  const results = await runRules(wantedRules(services, words, context), services);
  return printResults(results, 'Changed', context);
}

/** All rules, one of them, or one that is given and not kept. */
function wantedRules(services: Services, words: readonly string[], context: Given): readonly Rule[] {
  const rules = rulesOf(services);
  const [word] = words;
  if (word === undefined) return rules;
  if (words.length === 1) return [findRule(rules, word).rule];
  return [ruleFrom(ruleOf(services, words, context))];
}

function ruleOf({library}: Services, [query, ...acts]: readonly string[], {flags, output}: Given): Rule {
  if (query === undefined)
    throw new Misuse('Missing: a query and an act, as in "inkwell rules add \'title:cache\' star".');
  checkQuery(query, output);
  const read = readActs(acts.join(' '));
  if (!read.ok) throw new Misuse(`The rule was not understood: ${read.fault}.`);
  const within = flags.in === undefined ? undefined : findSource(library, flags.in).source.location;
  return {
    query,
    do: acts,
    ...(within !== undefined && {in: within}),
    ...(flags.name !== undefined && {name: flags.name}),
  };
}

function wordOf([word]: readonly string[]): string {
  if (word !== undefined) return word;
  throw new Misuse('Missing: a rule, its number or its name.', '"inkwell rules" lists them.');
}

async function print(rules: readonly Rule[], {flags, output}: Given): Promise<number> {
  if (flags.json)
    await output.json({version: 1, rules: rules.map((rule, index) => ({place: index + 1, ...rule}))});
  else for (const [index, rule] of rules.entries()) await output.text(`${index + 1}\t${ruleText(rule)}\n`);
  if (rules.length === 0 && !flags.json) output.note('You have no rules yet.');
  return EXIT.done;
}

async function printResults(
  results: readonly RuleResult[],
  verb: string,
  {flags, output}: Given,
): Promise<number> {
  if (flags.json)
    await output.json({
      version: 1,
      results: results.map(({newest, ...rest}) => ({
        ...rest,
        newest: newest.map(({id, title}) => ({id, title})),
      })),
    });
  for (const {rule, found, changed, newest, fault} of flags.json ? [] : results) {
    await output.text(`${ruleText(rule)}\n`);
    if (fault !== undefined) output.problem({message: fault});
    else await output.text(`  Finds ${counted(found, 'article')}. ${verb} ${counted(changed, 'article')}.\n`);
    for (const {id, title} of newest) await output.text(`  ${id}  ${title}\n`);
    if (found > newest.length) await output.text(`  and ${found - newest.length} more\n`);
  }
  if (results.length === 0 && !flags.json) output.note('You have no rules yet.');
  return results.some(({fault}) => fault !== undefined) ? EXIT.partly : EXIT.done;
}
