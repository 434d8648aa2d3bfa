import {arrangingRows} from '../../app/overlays/arranging.ts';
import {helpTable} from '../../app/overlays/help.ts';
import {noticeRows} from '../../app/core/notices.ts';
import type {Pane} from '../../app/overlays/panes.ts';
import {paneWidth} from '../../app/overlays/panes.ts';
import {chosenSettings} from '../../app/overlays/settings.ts';
import {keyWords} from '../../app/keys/key-words.ts';
import {ORDER_CHOICES} from '../../app/list/sort.ts';
import type {State, Topic} from '../../app/core/state.ts';
import {screenOf} from '../../app/core/state.ts';
import {confirmationWords, lettersWords, openConfirmation} from '../../domain/newsletter/signup-words.ts';
import type {Signup} from '../../domain/newsletter/signup.ts';
import {clockTime} from '../parts/dates.ts';
import {linkSentence} from './article-sentences.ts';
import {ageOf} from './row-sentence.ts';

type Of<Kind extends Pane['kind']> = Extract<Pane, {kind: Kind}>;

const TOPICS: Readonly<Record<Topic['kind'], string>> = {author: 'Author', category: 'Topic', tag: 'Topic'};

/** The rows of each pane as they are said. A new pane does not compile before it has them. */
const ROWS: {readonly [Kind in Pane['kind']]: (state: State, pane: Of<Kind>) => readonly string[]} = {
  help: (state, {field}) =>
    helpTable(state, field.value, paneWidth(state)).rows.flatMap(([line]) => {
      if (line?.kind === 'heading') return [`${line.text}:`];
      return line?.kind === 'key' ? [`${line.keys === '' ? 'No key' : line.keys}, ${line.title}`] : [];
    }),
  contents: state => pageOf(state)?.headings.map(({level, text}) => `${text}, level ${level}`) ?? [],
  links: state => pageOf(state)?.links.map(linkSentence) ?? [],
  topics: (_, {topics}) =>
    topics.map(({kind, name, author}) =>
      [`${TOPICS[kind]}: ${name}`, author?.role].filter(Boolean).join(', '),
    ),
  feeds: (_, {feeds}) => feeds.map(({title, url}) => `${title}, ${url}`),
  signups: (state, {signups}) => signups.map(signup => signupSentence(signup, state.now)),
  notices: state =>
    noticeRows(state, paneWidth(state)).map(({at, text}) =>
      [at === undefined ? '' : clockTime(new Date(at).toISOString()), text].filter(Boolean).join(', '),
    ),
  rules: (_, {rules}) =>
    rules.map(({query, do: acts, in: within, name}) =>
      [
        name ?? '',
        acts.join(' and '),
        query === '' ? 'everything' : query,
        within === undefined ? '' : `in ${within}`,
      ]
        .filter(part => part !== '')
        .join(', '),
    ),
  arranging: (state, pane) =>
    arrangingRows(state, pane).map(({title, value, from}) => [title, value, from].filter(Boolean).join(', ')),
  history: (_, {acts}) =>
    acts.map(({description, isOfThisRun}) => (isOfThisRun ? description : `${description}, earlier`)),
  orders: (_, {isReversed}) =>
    ORDER_CHOICES.map(({key, title, reversed}) => `${isReversed ? reversed : title}, key ${keyWords(key)}`),
  settings: ({settings}) => chosenSettings(settings, true).map(({title, value}) => `${title}, ${value}`),
};

export function rowsSaid(state: State, pane: Pane): readonly string[] {
  const say = ROWS[pane.kind] as (state: State, pane: Pane) => readonly string[];
  return say(state, pane);
}

function pageOf(state: State) {
  const screen = screenOf(state);
  return screen.kind === 'article' ? screen.page : undefined;
}

const STATES: Readonly<Record<Signup['state'], string>> = {
  waiting: 'waits to be sent',
  requested: 'to be confirmed by mail',
  confirmed: 'confirmed',
  recorded: 'noted here only',
  refused: 'refused',
  unknown: 'may have arrived',
  left: 'unsubscribed',
};

function signupSentence(signup: Signup, now: number): string {
  const {at, email, host, publicationTitle, state} = signup;
  const confirmation = openConfirmation(signup);
  return [
    publicationTitle,
    confirmation ? `the mail came: ${confirmationWords(confirmation)}` : STATES[state],
    ageOf(at, now),
    confirmation ? '' : lettersWords(signup),
    email ?? 'address not kept',
    host === undefined ? '' : `to ${host}`,
  ]
    .filter(part => part !== '')
    .join(', ');
}
