import {QUERY_FIELDS} from '../../domain/query/query-fields.ts';
import {actsLike} from './command-line.ts';
import {COMMANDS, commandNamed, authors, categories, tags} from './commands.ts';
import {fieldOf} from './field.ts';
import {RULE_ACTS} from '../../domain/rule/rule-acts.ts';
import {EVERY_DAY} from '../overlays/help.ts';
import {entryOf} from '../keys/keymap.ts';
import type {Act} from '../keys/keymap.ts';
import type {AskPurpose, Asking} from './asking.ts';
import type {State} from '../core/state.ts';

/** A completion of a line: its whole new text and a word about it. */
export type Completion = Readonly<{text: string; label: string; about: string}>;

/** Tab walks what the line that was typed could become, best first. */
export function complete(state: State, {recalling: _, ...asking}: Asking, by: 1 | -1): Asking {
  const typed = asking.completing?.typed ?? asking.field.value;
  const all = completionsOf(state, asking.purpose, typed, asking.choices);
  if (all.length === 0) return asking;
  const from = asking.completing?.selected ?? (by > 0 ? -1 : 0);
  const selected = (from + by + all.length) % all.length;
  return {...asking, completing: {typed, selected}, field: fieldOf(all[selected]?.text ?? typed)};
}

export function completionsOf(
  state: State,
  purpose: AskPurpose,
  typed: string,
  choices: readonly string[] = [],
): readonly Completion[] {
  if (purpose === 'tag') return forTags(typed, choices);
  if (purpose === 'rule') return forActs(state, typed);
  if (purpose === 'command') return forCommand(state, typed);
  return purpose === 'filter' || purpose === 'search' || purpose === 'mark-query'
    ? forQuery(state, typed)
    : [];
}

/** Tags that the last word begins, without those that are there already. */
function forTags(typed: string, choices: readonly string[]): readonly Completion[] {
  const words = typed.split(' ');
  const begun = (words.pop() ?? '').toLowerCase();
  return choices
    .filter(name => name.startsWith(begun) && !words.includes(name))
    .map(name => ({text: [...words, `${name} `].join(' '), label: name, about: ''}));
}

/** Acts of a rule, for the last word; behind `run` the reader's own commands. */
function forActs({ownKeys}: State, typed: string): readonly Completion[] {
  const words = typed.split(' ');
  const begun = words.pop() ?? '';
  const names =
    words.at(-1) === 'run'
      ? (ownKeys?.commands ?? []).map(({name}) => name)
      : words.at(-1) === 'tag'
        ? []
        : RULE_ACTS;
  return names
    .filter(name => name.startsWith(begun))
    .map(name => ({text: [...words, `${name} `].join(' '), label: name, about: ''}));
}

function forCommand(state: State, typed: string): readonly Completion[] {
  const [word = '', ...rest] = typed.split(' ');
  const command = commandNamed(word);
  if (command && rest.length > 0) {
    const begun = rest.join(' ').toLowerCase();
    return (command.choices?.(state) ?? [])
      .filter(choice => choice.toLowerCase().includes(begun))
      .map(choice => ({text: `${word} ${choice}`, label: choice, about: ''}));
  }
  const commands = COMMANDS.filter(({name}) => name.startsWith(typed)).map(({name, title, wants}) => ({
    text: `${name} `,
    label: `${name} ${wants}`,
    about: title,
  }));
  const acts = actsLike(typed).map(act => ({text: act, label: act, about: entryOf(act).title}));
  if (typed !== '') return [...commands, ...acts];
  // A move is seldom looked for by its name.
  const rank = ({text}: Completion): number => {
    const daily = EVERY_DAY.indexOf(text as Act);
    return daily < 0 ? EVERY_DAY.length + Number(entryOf(text as Act).group === 'Move') : daily;
  };
  const ranked = acts.toSorted((one, other) => rank(one) - rank(other));
  return [...ranked.slice(0, EVERY_DAY.length), ...commands, ...ranked.slice(EVERY_DAY.length)];
}

/** Fields and their values, for the last word of a search. */
function forQuery(state: State, typed: string): readonly Completion[] {
  const {
    before = '',
    minus = '',
    word = '',
  } = /^(?<before>[\s\S]*\s)?(?<minus>-?)(?<word>\S*)$/u.exec(typed)?.groups ?? {};
  const colon = word.indexOf(':');
  const name = word.slice(0, Math.max(colon, 0)).toLowerCase();
  if (colon < 0)
    return QUERY_FIELDS.filter(field => field.name.startsWith(word.toLowerCase())).map(field => ({
      text: `${before}${minus}${field.name}:`,
      label: field.example,
      about: field.about,
    }));
  const begun = word
    .slice(colon + 1)
    .replace(/^"/, '')
    .toLowerCase();
  return valuesOf(state, name)
    .filter(value => value.toLowerCase().includes(begun))
    .map(value => ({
      text: `${before}${minus}${name}:${/[\s()]/.test(value) ? `"${value}"` : value} `,
      label: `${name}:${value}`,
      about: '',
    }));
}

function valuesOf(state: State, field: string): readonly string[] {
  switch (field) {
    case 'author': {
      return authors(state);
    }
    case 'tag': {
      return tags(state);
    }
    case 'category': {
      return categories(state);
    }
    case 'in': {
      return [
        ...new Set(
          state.publications.flatMap(({folder, title}) => (folder === undefined ? [title] : [folder, title])),
        ),
      ];
    }
    default: {
      return QUERY_FIELDS.find(({name}) => name === field)?.values ?? [];
    }
  }
}
