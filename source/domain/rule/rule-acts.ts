import {ownTag, WANTED_TAG} from '../article/own-tag.ts';

/** Something that a rule does with the articles that it finds. */
export type RuleAct =
  | Readonly<{kind: 'hide' | 'read' | 'star' | 'notify'}>
  | Readonly<{kind: 'tag' | 'run'; name: string}>;

export const RULE_ACTS = ['hide', 'read', 'star', 'tag', 'notify', 'run'] as const;

/** The acts in words of the program, in the order in which they are offered: `tag NAME`. */
export const ACT_WORDS = RULE_ACTS.map(kind => (hasName(kind) ? `${kind} NAME` : kind));

/** A name of one of the reader's own commands: one word, so that `run NAME` needs no quotes. */
export const COMMAND_NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]{0,49}$/u;

type Read = Readonly<{ok: true; acts: readonly RuleAct[]} | {ok: false; fault: string}>;

/** Reads `hide read tag later run keep`: the acts of a rule, in order, each once. */
export function readActs(text: string): Read {
  const words = text.split(/[\s,]+/u).filter(Boolean);
  const acts = new Map<string, RuleAct>();
  for (let at = 0; at < words.length; at++) {
    const kind = RULE_ACTS.find(one => one === words[at]?.toLowerCase());
    if (kind === undefined) return {ok: false, fault: `“${words[at]}” is no act; there are ${KNOWN}`};
    if (!hasName(kind)) {
      acts.set(kind, {kind});
      continue;
    }
    const word = words[++at] ?? '';
    const name = kind === 'tag' ? ownTag(word) : COMMAND_NAME.test(word) ? word : undefined;
    if (name === undefined)
      return {
        ok: false,
        fault: word === '' ? `“${kind}” needs a name` : `“${word}” is no name: ${WANTED[kind]}`,
      };
    acts.set(`${kind} ${name}`, {kind, name});
  }
  if (acts.size === 0) return {ok: false, fault: `it does nothing; there are ${KNOWN}`};
  return {ok: true, acts: [...acts.values()]};
}

/** As the preferences have it: `tag later`. */
export function actText(act: RuleAct): string {
  return 'name' in act ? `${act.kind} ${act.name}` : act.kind;
}

function hasName(kind: (typeof RULE_ACTS)[number]): kind is 'tag' | 'run' {
  return kind === 'tag' || kind === 'run';
}

const KNOWN = `${ACT_WORDS.slice(0, -1).join(', ')} and ${ACT_WORDS.at(-1)}`;

const WANTED = {tag: WANTED_TAG, run: 'a command’s name is one word of letters, digits and . _ -'} as const;
