import type {Mode} from './entry.ts';

/** The places where keys work, as people say it: "d works in an article". */
export const PLACES: Readonly<Record<Mode, string>> = {
  list: 'in a list',
  article: 'in an article',
  publications: 'among the publications',
  help: 'in the help',
  contents: 'in the contents',
  links: 'among the links',
  topics: 'among authors and tags',
  feeds: 'among the feeds of a site',
  signups: 'among the sign-ups',
  notices: 'among the messages',
  settings: 'in the settings',
  rules: 'among the rules',
  arranging: 'in the settings of a publication',
  history: 'among what can be undone',
  orders: 'among the orders of a list',
  confirm: 'in a question',
  ask: 'where something is typed',
  subscribe: 'where an address is typed',
};
