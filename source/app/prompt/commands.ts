import {runOwn} from '../keys/own-keys.ts';
import {LIST_COLUMNS, columnsNamed} from '../../domain/query/list-columns.ts';
import {allTags} from '../../domain/article/own-tag.ts';
import {openAuthor, openCategory, openList, openSearch, openTag} from '../list/open-list.ts';
import {narrow} from '../list/narrow.ts';
import {notify} from '../core/notices.ts';
import {ORDER_CHOICES, sorted} from '../list/sort.ts';
import {rowInView} from '../list/row-in-view.ts';
import {changeSettings} from '../overlays/change-settings.ts';
import {DENSITIES, IMAGES, MEASURES, PRESET_NAMES, THEME_NAMES} from '../overlays/settings.ts';
import type {State} from '../core/state.ts';
import {screenOf} from '../core/state.ts';
import {step} from '../core/step.ts';
import type {Step} from '../core/step.ts';

/** A command that wants words behind its name. */
export type Command = Readonly<{
  name: string;
  title: string;
  /** The argument after the name, for people. */
  wants: string;
  /** The possible arguments, where they can be listed. */
  choices?: (state: State) => readonly string[];
  run: (state: State, words: string) => Step;
}>;

const ORDERS = ORDER_CHOICES.map(({order}) => order);

export const COMMANDS: readonly Command[] = [
  {name: 'search', title: 'Search the whole library', wants: 'WORDS', run: openSearch},
  {name: 'find', title: 'Narrow the list', wants: 'WORDS', run: narrowTo},
  {
    name: 'add',
    title: 'Follow a blog',
    wants: 'ADDRESS or FOLDER',
    run: (state, location) => step(state, {kind: 'add-source', location}),
  },
  {
    name: 'open',
    title: 'Go to a publication',
    wants: 'TITLE',
    choices: ({publications}) => publications.map(({title}) => title),
    run: openPublication,
  },
  {
    name: 'author',
    title: 'The page of an author',
    wants: 'NAME',
    choices: authors,
    run: (state, name) => openAuthor(state, {name}),
  },
  {name: 'tag', title: 'Everything with a tag', wants: 'TAG', choices: tags, run: openTag},
  {
    name: 'category',
    title: 'Everything in a category',
    wants: 'CATEGORY',
    choices: categories,
    run: openCategory,
  },
  {name: 'order', title: 'Sort the list', wants: ORDERS.join(', '), choices: () => ORDERS, run: sort},
  {
    name: 'theme',
    title: 'The look',
    wants: THEME_NAMES.join(', '),
    choices: () => THEME_NAMES,
    run: (state, name) => chosen(state, THEME_NAMES, name, themeName => ({themeName})),
  },
  {
    name: 'measure',
    title: 'Cells in a line of text',
    wants: 'a number from 20 to 200',
    choices: () => MEASURES.map(String),
    run: setMeasure,
  },
  {
    name: 'rows',
    title: 'Rows of the list',
    wants: DENSITIES.join(', '),
    choices: () => DENSITIES,
    run: (state, name) => chosen(state, DENSITIES, name, density => ({density})),
  },
  {
    name: 'columns',
    title: 'Columns of a row of one line',
    wants: LIST_COLUMNS.join(' '),
    choices: () => LIST_COLUMNS,
    run: setColumns,
  },
  {
    name: 'keys',
    title: 'The keys of another program',
    wants: PRESET_NAMES.join(', '),
    choices: () => PRESET_NAMES,
    run: (state, name) => chosen(state, PRESET_NAMES, name, preset => ({preset})),
  },
  {
    name: 'images',
    title: 'When pictures are fetched and shown',
    wants: IMAGES.join(', '),
    choices: () => IMAGES,
    run: (state, name) => chosen(state, IMAGES, name, images => ({images})),
  },
  {
    name: 'save',
    title: 'Save the article to a file',
    wants: 'FILE',
    run: (state, path) => onArticle(state, id => step(state, {kind: 'save', id, path})),
  },
  {
    name: 'run',
    title: 'Run a command of your own on the article',
    wants: 'NAME',
    choices: ({ownKeys}) => (ownKeys?.commands ?? []).map(({name}) => name),
    run: runOwn,
  },
  {
    name: 'pipe',
    title: 'Pipe the article to a command',
    wants: 'COMMAND',
    run: (state, command) =>
      onArticle(state, id => step(state, {kind: 'hand-over', id, to: 'pipe', command})),
  },
];

export function commandNamed(name: string): Command | undefined {
  return COMMANDS.find(command => command.name === name);
}

function narrowTo(state: State, words: string): Step {
  const screen = screenOf(state);
  return screen.kind === 'list' ? narrow(state, screen, words) : openSearch(state, words);
}

function openPublication(state: State, words: string): Step {
  const wanted = words.toLowerCase();
  const titled = state.publications.filter(({title}) => title.toLowerCase().includes(wanted));
  const found = titled.find(({title}) => title.toLowerCase() === wanted) ?? titled[0];
  return found
    ? openList(state, {publications: [found.id], query: ''})
    : notify(state, `No publication is called “${words}”.`, 'warning');
}

function sort(state: State, order: string): Step {
  const wanted = ORDERS.find(one => one === order);
  const screen = screenOf(state);
  if (screen.kind !== 'list') return notify(state, 'There is no list here to sort.');
  if (!wanted) return notify(state, `A list is sorted by ${ORDERS.join(', ')}, not “${order}”.`, 'warning');
  return sorted(state, screen, wanted);
}

function setColumns(state: State, words: string): Step {
  const given = words.split(/[\s,]+/u).filter(word => word !== '');
  const columns = columnsNamed(given);
  const wrong = given.find(word => !columns.some(name => name === word));
  if (wrong !== undefined)
    return notify(state, `No column “${wrong}”: there is ${LIST_COLUMNS.join(', ')}.`, 'warning');
  return changeSettings(state, {columns});
}

function setMeasure(state: State, words: string): Step {
  const measure = Number(words);
  return Number.isInteger(measure) && measure >= 20 && measure <= 200
    ? changeSettings(state, {measure})
    : notify(state, `A line has 20 to 200 cells, not “${words}”.`, 'warning');
}

function chosen<Name extends string>(
  state: State,
  names: readonly Name[],
  word: string,
  change: (name: Name) => Parameters<typeof changeSettings>[1],
): Step {
  const name = names.find(one => one === word);
  return name
    ? changeSettings(state, change(name))
    : notify(state, `No “${word}” here: there is ${names.join(', ')}.`, 'warning');
}

function onArticle(state: State, run: (id: string) => Step): Step {
  const id = rowInView(state)?.id;
  return id === undefined ? notify(state, 'There is no article here.') : run(id);
}

/** The names in the loaded rows, without repetition. */
function named(
  state: State,
  pick: (row: NonNullable<ReturnType<typeof rowInView>>) => readonly string[],
): readonly string[] {
  const row = rowInView(state);
  const lists = state.trail.flatMap(screen =>
    screen.kind === 'list' ? (screen.search?.known ?? screen.window.rows) : [],
  );
  return [...new Set([...(row ? [row] : []), ...lists].flatMap(pick))];
}

export function authors(state: State): readonly string[] {
  return named(state, row => row.authors.map(({name}) => name));
}

export function tags(state: State): readonly string[] {
  return named(state, allTags);
}

export function categories(state: State): readonly string[] {
  return named(state, row => (row.category === undefined ? [] : [row.category]));
}
