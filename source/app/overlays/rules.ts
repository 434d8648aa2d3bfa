import {readActs} from '../../domain/rule/rule-acts.ts';
import {ruleText} from '../../domain/rule/rule.ts';
import type {Rule} from '../../domain/rule/rule.ts';
import {notify} from '../core/notices.ts';
import {publicationOf} from '../list/list.ts';
import {openList} from '../list/open-list.ts';
import {keptQuery} from '../list/search.ts';
import type {Overlay, State} from '../core/state.ts';
import {screenOf} from '../core/state.ts';
import {step} from '../core/step.ts';
import type {Step} from '../core/step.ts';

type RulesPane = Extract<Overlay, {kind: 'rules'}>;

/** The rule of the list's search and of the acts that were typed. */
export function makeRule(state: State, text: string): Step {
  const screen = screenOf(state);
  if (text === '' || screen.kind !== 'list') return step(state);
  const read = readActs(text);
  if (!read.ok) return notify(state, `No rule was made: ${read.fault}.`, 'warning');
  const within = state.publications.length > 1 ? publicationOf(state, screen)?.location : undefined;
  const rule: Rule = {
    query: keptQuery(screen.view),
    do: text.split(/[\s,]+/u).filter(Boolean),
    ...(within !== undefined && {in: within}),
  };
  return step(state, {kind: 'add-rule', rule});
}

/** A rule is for what comes in; whether it is also for what is here, the reader says. */
export function ruleAdded(state: State, rule: Rule, found: number): Step {
  if (found === 0 || state.overlay) return notify(state, `Added the rule ${ruleText(rule)}.`, 'good', true);
  const many = found === 1 ? 'the one article' : `the ${found} articles`;
  const question = `It is a rule now. Do it also with ${many} here that match?`;
  return step({...state, overlay: {kind: 'confirm', question, yes: {kind: 'run-rules', rules: [rule]}}});
}

/** Opens the list of rules, as soon as they are known. */
export function showRules(state: State): Step {
  return step(state, {kind: 'load-rules', isOpening: true});
}

export function rulesLoaded(state: State, rules: readonly Rule[], isOpening = false): Step {
  const {overlay} = state;
  if (isOpening) return step({...state, overlay: {kind: 'rules', selected: 0, rules}});
  if (overlay?.kind !== 'rules') return step(state);
  const selected = Math.max(0, Math.min(overlay.selected, rules.length - 1));
  return step({...state, overlay: {...overlay, rules, selected}});
}

export function actOnRule(state: State, pane: RulesPane, act: 'remove' | 'move-down' | 'move-up'): Step {
  const {rules, selected} = pane;
  if (!rules[selected]) return step(state);
  const place = selected + 1;
  if (act === 'remove') return step(state, {kind: 'change-rule', place});
  const to = place + (act === 'move-down' ? 1 : -1);
  if (to < 1 || to > rules.length) return step(state);
  return step({...state, overlay: {...pane, selected: to - 1}}, {kind: 'change-rule', place, to});
}

/** The articles that a rule is about, also those that it has hidden. */
export function showRule(state: State, {rules, selected}: RulesPane): Step {
  const rule = rules[selected];
  if (!rule) return step(state);
  const {query, in: within} = rule;
  const home = state.publications.find(
    ({id, location, title}) => within !== undefined && [id, location, title].includes(within),
  );
  return openList(
    state,
    {
      ...(home && {publications: [home.id]}),
      query: `(is:hidden or -is:hidden)${query.trim() === '' ? '' : ` (${query})`}`,
      order: 'newest',
    },
    {heading: ruleText({...rule, do: rule.do})},
  );
}
