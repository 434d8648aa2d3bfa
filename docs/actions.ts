import type {Act} from '../source/app/keys/keymap.ts';
import {ACT_NAMES, DEFAULT_KEYMAP, entryOf} from '../source/app/keys/keymap.ts';
import {keyLabel} from '../source/app/overlays/help.ts';

/** A command that does what a key does, or why there is none: the key is about the screen alone. */
type Counterpart = Readonly<{command: string} | {screen: string}>;

const MOVES = {screen: 'moves on the screen'} as const;
const LOOKS = {screen: 'about the window'} as const;

/** Each act of the reader and its command. A new act does not compile before it has an entry here. */
export const COUNTERPARTS = {
  down: MOVES,
  up: MOVES,
  'page-down': MOVES,
  'page-up': MOVES,
  'half-down': MOVES,
  'half-up': MOVES,
  top: MOVES,
  bottom: MOVES,
  open: {command: 'inkwell read ID'},
  back: MOVES,
  'next-article': {command: 'inkwell next'},
  'previous-article': {command: 'inkwell list --order recent --limit 1'},
  'next-heading': MOVES,
  'previous-heading': MOVES,
  backward: {command: 'inkwell list --order recent'},
  'next-unread': {command: 'inkwell next'},
  'previous-unread': MOVES,
  'random-unread': {command: "inkwell list --query is:unread --format '{id}' | shuf -n 1"},
  'next-publication': MOVES,
  'previous-publication': MOVES,
  history: {command: 'inkwell history'},
  'show-new': {screen: 'a printed list is never behind'},
  'unread-only': {command: 'inkwell list --query is:unread'},
  sort: {command: 'inkwell list --order title'},
  'sort-reversed': {command: 'inkwell list --order oldest'},
  search: {command: 'inkwell search lamp'},
  'mark-above-read': {command: 'inkwell mark --read --above ID'},
  'mark-below-read': {command: 'inkwell mark --read --below ID'},
  'mark-query-read': {command: "inkwell mark --read --query 'before:30d'"},
  'mark-everything-read': {command: 'inkwell mark --read --query is:unread'},
  'browser-read': {command: 'inkwell open ID && inkwell mark --read ID'},
  'browser-link': {command: 'inkwell open "$(inkwell read ID --format links | sed -n 1p | cut -f3)"'},
  'refresh-all': {command: 'inkwell refresh --force'},
  forward: MOVES,
  find: {command: "inkwell list --query 'title:entry' && inkwell read ID | grep watch"},
  'next-match': MOVES,
  'previous-match': MOVES,
  'save-search': {command: "inkwell searches NAME 'is:unread'"},
  'make-rule': {command: "inkwell rules add 'title:entry' star"},
  contents: {command: 'inkwell read ID --format contents'},
  'next-link': MOVES,
  'previous-link': MOVES,
  links: {command: 'inkwell read ID --format links'},
  'toggle-read': {command: 'inkwell mark ID --read'},
  select: {command: "inkwell mark --star --query 'title:entry'"},
  'toggle-star': {command: 'inkwell mark ID --star'},
  tag: {command: 'inkwell tag ID +later'},
  'mark-all-read': {command: 'inkwell mark --read --query is:unread'},
  undo: {command: 'inkwell mark --undo'},
  confirmed: {command: 'inkwell subscriptions --confirm 1'},
  browser: {command: 'inkwell open ID'},
  enclosure: {command: 'inkwell open ID --file 1'},
  comments: {command: 'inkwell open ID --comments'},
  'copy-url': {command: 'inkwell copy ID'},
  'copy-article': {command: 'inkwell copy ID --what article'},
  'copy-code': {command: 'inkwell copy ID --what code'},
  'code-wrap': LOOKS,
  'code-right': MOVES,
  'code-left': MOVES,
  pictures: LOOKS,
  picture: LOOKS,
  save: {command: 'inkwell read ID --format markdown > FILE'},
  'save-page': {command: 'inkwell save https://example.com/a-post'},
  pipe: {command: 'inkwell read ID --format markdown | COMMAND'},
  editor: {command: 'inkwell read ID --format markdown | vim -'},
  pager: {command: 'inkwell read ID --format markdown | less'},
  refresh: {command: 'inkwell refresh --force'},
  older: {command: 'inkwell refresh SOURCE --pages 5'},
  continue: {command: 'inkwell list --query is:started --order recent --limit 1'},
  author: {command: "inkwell list --query 'author:brandt'"},
  topics: {command: "inkwell list --query 'tag:sea' && inkwell list --query 'category:log'"},
  publications: {command: 'inkwell sources && inkwell searches'},
  add: {command: 'inkwell add SOURCE'},
  'add-account': {command: 'inkwell account add ADDRESS --user NAME --password-command COMMAND'},
  remove: {command: 'inkwell remove SOURCE'},
  arrange: {command: 'inkwell arrange SOURCE'},
  hide: {command: 'inkwell arrange SOURCE --hide'},
  mute: {command: 'inkwell arrange SOURCE --mute'},
  folder: {command: 'inkwell arrange SOURCE --folder NAME'},
  rename: {command: 'inkwell arrange SOURCE --name TEXT'},
  fold: LOOKS,
  'move-down': {command: 'inkwell arrange SOURCE --place 2'},
  'move-up': {command: 'inkwell arrange SOURCE --place 1'},
  subscribe: {command: 'inkwell subscribe EMAIL --to SOURCE --yes'},
  leave: {command: 'inkwell unsubscribe SOURCE'},
  signups: {command: 'inkwell subscriptions'},
  command: {screen: 'every action by name; here they all are'},
  rules: {command: 'inkwell rules'},
  notices: {command: 'inkwell refresh --verbose --log FILE'},
  settings: {command: 'inkwell config list && inkwell config set measure 66'},
  where: {screen: 'about the place on the screen'},
  speech: {command: 'inkwell config set speech.level brief'},
  density: {command: "inkwell config set list.densities 'lines all'"},
  'side-by-side': {command: 'inkwell config set sideBySide false'},
  zen: LOOKS,
  help: {command: 'inkwell --help'},
  cancel: {screen: 'Ctrl-C ends a command'},
  quit: MOVES,
  suspend: LOOKS,
  redraw: LOOKS,
} as const satisfies Readonly<Record<Act, Counterpart>>;

/** The acts that a command does too; test/services/parity runs each at both doors. */
export type ActWithCommand = {
  [Name in Act]: (typeof COUNTERPARTS)[Name] extends {command: string} ? Name : never;
}[Act];

/** Acts of the reader without a key of their own, and their commands. */
export const BEYOND_KEYS = {
  'Related articles, at the end of an article': 'inkwell related ID',
  'Search of the whole library, :search': 'inkwell search lamp',
  'Look, :theme': 'inkwell config set theme dark',
  'Pictures, :images': 'inkwell config set images always',
  'Columns of a row, :columns': 'inkwell config set list.columns publication,title,age',
  'Keys of another program, :keys': 'inkwell config set keys.preset vim',
  'Sort, :order': 'inkwell list --order oldest',
  'Commands of your own, :run': 'inkwell run keep ID',
  'Test an account, e on it': 'inkwell account test NAME',
  'Remove an account, x on it': 'inkwell account remove NAME',
  'Forget a sign-up': 'inkwell subscriptions --forget 1',
  'Forget a search': 'inkwell searches --forget NAME',
} as const satisfies Readonly<Record<string, string>>;

/** The table of docs/commands.md. */
export function actionsTable(): string {
  const acts = ACT_NAMES.map(act => {
    const counterpart: Counterpart = COUNTERPARTS[act];
    const keys = DEFAULT_KEYMAP[act].slice(0, 1).map(key => code(keyLabel(key)));
    return {
      what: `${entryOf(act).title} ${keys.join(' ')}`.trim(),
      outside: 'command' in counterpart ? code(counterpart.command) : counterpart.screen,
      isOutside: 'command' in counterpart,
    };
  });
  const [outside, inside] = [acts.filter(act => act.isOutside), acts.filter(act => !act.isOutside)];
  const rows = [
    ...outside.map(({what, outside: command}) => `| ${what} | ${command} |`),
    ...Object.entries(BEYOND_KEYS).map(([what, command]) => `| ${what} | ${code(command)} |`),
  ];
  const reasons = Map.groupBy(inside, act => act.outside);
  return `| in the reader | as a command |
| --- | --- |
${rows.join('\n')}

What has no command is about the screen alone:

${[...reasons].map(([reason, all]) => `- ${all.map(({what}) => what).join(', ')}: ${reason}`).join('\n')}
`;
}

/** Code inside a table: a bar would end the cell. */
const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;
