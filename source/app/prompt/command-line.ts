import {commandNamed} from './commands.ts';
import {ACT_NAMES, entryOf} from '../keys/keymap.ts';
import type {Act} from '../keys/keymap.ts';
import {notify} from '../core/notices.ts';
import type {State} from '../core/state.ts';
import {step} from '../core/step.ts';
import type {Step} from '../core/step.ts';

/** Acts whose name or title matches what was typed, best first. */
export function actsLike(text: string): readonly Act[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return ACT_NAMES;
  const starts = ACT_NAMES.filter(act => act.startsWith(wanted));
  // Words that begin so: of the name first, then of the title.
  const hasWord = (text: string): boolean => ` ${text.toLowerCase()}`.includes(` ${wanted}`);
  const others = ACT_NAMES.filter(act => !starts.includes(act));
  const named = others.filter(act => hasWord(act.replaceAll('-', ' ')));
  const titled = others.filter(act => !named.includes(act) && hasWord(entryOf(act).title));
  return [...starts, ...named, ...titled];
}

/**
 * An act by its name, or a command with what it wants: `theme dark`, `add https://…`, `5` for the fifth row.
 */
export function runCommand(state: State, line: string): Step {
  const [word = '', ...rest] = line.split(/\s+/u);
  const words = rest.join(' ');
  if (word === '') return step(state);
  if (/^\d+$/.test(word)) return step(state, {kind: 'act', act: 'bottom', count: Number(word)});
  const command = commandNamed(word);
  const act = ACT_NAMES.find(name => name === word);
  if (command && (words !== '' || !act))
    return words === '' ? wants(state, command) : command.run(state, words);
  const [only, ...others] = act ? [act] : actsLike(word);
  if (only && others.length === 0) return step(state, {kind: 'act', act: only});
  return notify(state, `There is no command “${word}”. : and Tab show them all.`, 'warning');
}

function wants(state: State, {name, wants: what}: Readonly<{name: string; wants: string}>): Step {
  return notify(state, `Say more: ${name} ${what}.`, 'warning');
}
