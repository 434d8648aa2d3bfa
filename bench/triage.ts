import {execFile} from 'node:child_process';
import {setTimeout as wait} from 'node:timers/promises';
import {promisify} from 'node:util';
import {DEFAULT_KEYMAP} from '../source/app/keys/keymap.ts';
import type {Act} from '../source/app/keys/keymap.ts';
import {bytesOf} from '../test/helpers/terminal.ts';
import type {Figures} from './measure/figures.ts';
import {Session} from './measure/session.ts';
import {ENTRY, inkwell} from './programs.ts';

/** A person with three hundred feeds. */
const SIZE = {name: '60k', feeds: 300, articles: 200} as const;
export const TRIAGE = 'keys of triage, 60k';

/** Keys that follow one another, so that each finds something to do; the second takes it back. */
const PAIRS: readonly (readonly [Act, Act])[] = [
  ['next-unread', 'previous-unread'],
  ['next-publication', 'previous-publication'],
  ['toggle-read', 'toggle-read'],
  ['toggle-star', 'undo'],
  ['unread-only', 'unread-only'],
  ['density', 'density'],
  ['select', 'back'],
  ['random-unread', 'top'],
  ['mark-above-read', 'undo'],
];
const ROUNDS = 60;

/** Each key of triage in a large library, and rules over all of it. */
export async function triage(folder: string, figures: Figures): Promise<void> {
  const program = inkwell(folder, SIZE);
  const session = new Session(program);
  await session.shows(program.ready);
  for (const acts of PAIRS)
    for (let round = 0; round < ROUNDS; round++)
      for (const act of acts) {
        figures.note(TRIAGE, act, (await session.press(bytesOf(DEFAULT_KEYMAP[act][0] ?? ''))).first);
        await wait(30);
      }
  await session.leave(program.quit);
  const rules = ['rules', 'test', 'title:/river|lamp/i', 'star', '--json'];
  const began = performance.now();
  const environment = {...process.env, ...program.environment};
  await promisify(execFile)(process.execPath, [ENTRY, ...rules], {env: environment, maxBuffer: 1e8});
  figures.note(TRIAGE, 'a rule over all', performance.now() - began);
}
