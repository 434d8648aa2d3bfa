import {keyLabel} from '../source/app/overlays/help.ts';
import {keymapFrom} from '../source/app/keys/key-presets.ts';
import {ACT_NAMES, DEFAULT_KEYMAP, entryOf} from '../source/app/keys/keymap.ts';
import type {Act} from '../source/app/keys/keymap.ts';
import {COMMANDS} from '../source/app/prompt/commands.ts';
import {PLACES} from '../source/app/keys/places.ts';
import {PRESET_NAMES} from '../source/app/overlays/settings.ts';

/** docs/keys.md */
export function keysPage(): string {
  const groups = Map.groupBy(ACT_NAMES, act => entryOf(act).group);
  return `<!-- Made by docs/generate.ts from the tables in source/app. -->

# Keys

\`?\` shows the keys of the screen below it, \`:\` knows every action by its name, with Tab to complete. An action may be
typed there as well as pressed. A number before a movement repeats it; in an article a number opens the link that has it.

${[...groups].map(([group, acts]) => `## ${group}\n\n${table(acts)}`).join('\n\n')}

## Commands behind the colon

| command | what it does |
| --- | --- |
${COMMANDS.map(({name, title, wants}) => `| \`${name}\` ${wants.replaceAll('|', '\\|')} | ${title} |`).join('\n')}

## Other keys

One action at a time, by its name in the tables above; the first key is the one that hints show. A letter keeps its case,
\`ctrl+r\` is Ctrl-R. Two actions of one screen that share a key are told when Inkwell opens, and the first one has it.

\`\`\`sh
inkwell config set keys.bindings '{"refresh": ["R", "ctrl+r"], "browser": ["B"]}'
\`\`\`

## The keys of other programs

\`\`\`sh
inkwell config set keys.preset vim
\`\`\`

What a preset does not name keeps the keys above.

${PRESET_NAMES.filter(name => name !== 'inkwell')
  .map(preset)
  .join('\n\n')}
`;
}

function table(acts: readonly Act[]): string {
  const rows = acts.map(
    act => `| ${keysOf(DEFAULT_KEYMAP[act])} | ${entryOf(act).title} | \`${act}\` | ${placesOf(act)} |`,
  );
  return `| keys | what they do | name | where |\n| --- | --- | --- | --- |\n${rows.join('\n')}`;
}

function preset(name: string): string {
  const {keymap} = keymapFrom(name, {});
  const changed = ACT_NAMES.filter(act => keymap[act].join() !== DEFAULT_KEYMAP[act].join());
  const rows = changed.map(act => `| ${keysOf(keymap[act])} | ${entryOf(act).title} |`);
  return `### ${name}\n\n| keys | what they do |\n| --- | --- |\n${rows.join('\n')}`;
}

function keysOf(keys: readonly string[]): string {
  return keys.map(key => `\`${keyLabel(key).replace('|', '\\|')}\``).join(' ');
}

function placesOf(act: Act): string {
  const {modes} = entryOf(act);
  return modes.length >= EVERYWHERE ? 'everywhere' : modes.map(mode => PLACES[mode]).join(', ');
}

/** From as many screens on it is shorter to say so. */
const EVERYWHERE = 10;
