import type {Effect} from '../../app/core/effect.ts';
import type {Dispatch} from '../../app/core/store.ts';
import {ruleText} from '../../domain/rule/rule.ts';
import {addRule, moveRule, removeRule, rulesAbout, rulesOf, runRules} from '../../services/rules.ts';
import type {EffectContext} from '../context.ts';

type Of<K extends Effect['kind']> = Extract<Effect, {kind: K}>;

export function loadRules(context: EffectContext, dispatch: Dispatch, isOpening = false): void {
  dispatch({type: 'rules-loaded', rules: rulesOf(context), isOpening});
}

/** Settings and rules of one publication, for its screen. */
export function loadArranged(
  {library}: EffectContext,
  {publicationId}: Of<'load-arranged'>,
  dispatch: Dispatch,
): void {
  const {settings = {}} = library.source(publicationId) ?? {};
  const {fullText, interval, name} = settings;
  dispatch({
    type: 'arranged-loaded',
    publicationId,
    arranged: {
      configured: {...(fullText !== undefined && {fullText}), ...(interval !== undefined && {interval})},
      hasOwnName: name !== undefined,
      rules: rulesAbout(library, publicationId),
    },
  });
}

export async function add(context: EffectContext, {rule}: Of<'add-rule'>, dispatch: Dispatch): Promise<void> {
  const added = await addRule(rule, undefined, context);
  const [tried] = context.library.testRules([added]);
  dispatch({type: 'rule-added', rule: added, found: tried?.changed ?? 0});
}

export async function change(
  context: EffectContext,
  {place, to}: Of<'change-rule'>,
  dispatch: Dispatch,
): Promise<void> {
  const word = String(place);
  const rule = to === undefined ? await removeRule(word, context) : await moveRule(word, to, context);
  loadRules(context, dispatch);
  if (to === undefined)
    dispatch({type: 'notice', text: `Removed the rule ${ruleText(rule)}.`, tone: 'plain', canUndo: true});
}

/** In the other thread; the list follows. */
export async function run(
  context: EffectContext,
  {rules}: Of<'run-rules'>,
  dispatch: Dispatch,
): Promise<void> {
  const results = await runRules(rules, context);
  const changed = results.reduce((sum, one) => sum + one.changed, 0);
  dispatch({type: 'library-changed'});
  dispatch({
    type: 'notice',
    text: changed === 1 ? 'The rule changed one article.' : `The rule changed ${changed} articles.`,
    tone: 'plain',
    canUndo: changed > 0,
  });
}
