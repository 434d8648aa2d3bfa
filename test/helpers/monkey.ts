import {onTestFinished} from 'vitest';
import {DEFAULT_KEYMAP} from '../../source/app/keys/keymap.ts';
import {Appetite} from './appetite.ts';
import {heavyText} from './heavy-texts.ts';
import {Margin} from './margin.ts';
import {PATIENCE} from './patience.ts';
import {generator, pick} from './random.ts';
import {cutSequence, leftOn, lettersOf} from './sequences.ts';
import {aHome, aServer, reader} from './story.ts';
import {ANSWERS} from './terminal-answers.ts';
import type {Terminal} from './terminal.ts';

/*
 * Somebody who presses anything, pastes anything and pulls at the window. What is pressed follows from a seed
 * alone, so that a fault can be met again.
 */

export type Romp = Readonly<{seed: number; presses: number}>;

/** Presses at a time; the screen is looked at between. */
const BURST = 40;

/** What must hold whenever the screen stands still; a sentence for what does not. */
export async function romp({seed, presses}: Romp): Promise<readonly string[]> {
  const random = generator(seed);
  const faults: string[] = [];
  let typed = '';
  let {terminal, margin, appetite} = await openSomething(random);
  for (let pressed = 0; pressed < presses && faults.length === 0; pressed += BURST) {
    if (random() < 0.15) {
      const [columns, rows] = [whole(random, 8, 200), whole(random, 2, 60)];
      terminal.resize(columns, rows);
      margin.resize(columns, rows);
    }
    // A prompt takes nearly every key as a letter: without a way out all the rest would be typed into the
    // first.
    if (random() < 0.5) await escape(terminal, whole(random, 1, 3));
    const keys = burst(random);
    typed += lettersOf(keys);
    terminal.type(keys);
    faults.push(...(await look(terminal, pressed, typed)));
    const outside = await margin.fault();
    // What is typed behind the key that leaves is echoed by the terminal itself, into the last frame.
    if (outside !== undefined && !terminal.ended) faults.push(`after ${pressed} ${outside}`);
    const greed = appetite.fault();
    if (greed !== undefined) faults.push(`after ${pressed} ${greed} and shows ${terminal.screen()}`);
    margin.settle(margin.isWatched ? undefined : await redraw(terminal, margin));
    // Somebody who presses anything also leaves; then everything begins anew.
    if (terminal.ended) ({terminal, margin, appetite} = await openSomething(random));
  }
  // Whatever is going on, Ctrl-C ends it.
  terminal.type(burst(random));
  await insist(terminal, '\u0003', () => false);
  if (!terminal.ended) return [...faults, `seed ${seed}: Ctrl-C does not end ${terminal.screen()}`];
  await terminal.exit();
  return [...faults, ...ending(terminal)].map(fault => `seed ${seed}: ${fault}`);
}

/** An Esc is one only when nothing follows it at once. */
async function escape(terminal: Terminal, times: number): Promise<void> {
  for (let time = 0; time < times && !terminal.ended; time++) {
    terminal.type('\u001B');
    await terminal.untilQuiet();
  }
}

/**
 * Frames for the size before have gone by when the screen has been drawn anew, which takes it away for a
 * moment. On a busy machine the program may not have heard of the new size even then: what it drew last says
 * so.
 */
async function redraw(terminal: Terminal, margin: Margin): Promise<string | undefined> {
  const drawings = () => terminal.output.split('\u001B[?1049h');
  for (let times = 0; times < REDRAWN && !terminal.ended; times++) {
    const before = drawings().length;
    await insist(terminal, '\u000C', () => drawings().length > before);
    await terminal.untilQuiet();
    const last = `\u001B[?1049h${drawings().at(-1) ?? ''}`;
    if (await margin.wouldHold(last)) return last;
  }
  return undefined;
}

/** What is still too large after so many times is a fault, and will be seen. */
const REDRAWN = 10;

const AGAIN = 3000;

/** Without its blanks: a narrow terminal breaks the words anywhere. */
const ANY_KEY = 'Pressanykeytoreturn';

/** Presses a key until it is heard: half an escape sequence before it may have taken it along. */
async function insist(terminal: Terminal, key: string, isHeard: () => boolean): Promise<void> {
  for (let waited = 0; waited < PATIENCE && !isHeard() && !terminal.ended; waited += 50) {
    if (waited % AGAIN === 0) terminal.type(key);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

function burst(random: () => number): string {
  return Array.from({length: BURST}, () => bytes(random)).join('');
}

function ending(terminal: Terminal): readonly string[] {
  const {code} = terminal.ended ?? {};
  const faults = leftOn(terminal.output).map(mode => `left ${mode} behind`);
  const cut = cutSequence(terminal.output);
  if (cut !== undefined) faults.push(`cut a sequence: ${cut}`);
  if (terminal.isAlternate) faults.push('the terminal was not given back');
  return code === 0 || code === 130 ? faults : [...faults, `ended with ${code}: ${terminal.screen()}`];
}

type Opened = Readonly<{terminal: Terminal; margin: Margin; appetite: Appetite}>;

/** The journal, or a blog on a server of ours, some articles of which nobody has written. */
async function openSomething(random: () => number): Promise<Opened> {
  const home = await aHome();
  const server = await aServer();
  const items = Array.from({length: 400}, (_, number) => ({
    id: `tide-${number}`,
    url: `${server.origin}/tide-${number}`,
    title: `Tide ${number} 潮 👩‍🚀`,
    content_html:
      number % 4 === 3
        ? heavyText(random)
        : `<h2>High</h2><p>Water at <a href="${server.origin}/page">noon</a> 日本語 \u202Eevil</p><pre>x</pre>`.repeat(
            20,
          ),
  }));
  const body = JSON.stringify({version: 'https://jsonfeed.org/version/1.1', title: 'Tides', items});
  server.serve('/feed.json', {headers: {'content-type': 'application/feed+json'}, body});
  const isJournal = random() < 0.5;
  const environment = {EDITOR: 'true', PAGER: 'true', BROWSER: 'true', DISPLAY: undefined};
  const terminal = reader(home, {
    environment,
    arguments: isJournal ? [] : [`${server.origin}/feed.json`],
    cwd: home.folder,
  });
  const margin = new Margin(80, 24);
  terminal.onOutput(data => margin.write(data));
  onTestFinished(() => {
    terminal.close();
    margin.dispose();
  });
  await terminal.until(isJournal ? '16 of 16' : '400 of 400');
  return {terminal, margin, appetite: new Appetite(terminal.pid)};
}

/** An error that an article of the journal quotes. */
const QUOTED = /Error: ENOENT|undefined\/config\.json/g;

function isBack(terminal: Terminal): boolean {
  return terminal.isAlternate || terminal.ended !== undefined;
}

/**
 * Judges a frame, when the program has drawn what there was to draw and another program has given the screen
 * back.
 */
async function look(terminal: Terminal, pressed: number, typed: string): Promise<readonly string[]> {
  await terminal.untilQuiet();
  await terminal.until(one => isBack(one) || one.screen().replaceAll(/\s/gu, '').includes(ANY_KEY));
  // The settings may name a program that fails: its words stay until a key is pressed.
  if (!isBack(terminal)) await insist(terminal, ' ', () => isBack(terminal));
  await terminal.until(isBack);
  if (terminal.ended) return ending(terminal);
  const faults: string[] = [];
  const screen = terminal.screen().replaceAll(QUOTED, '');
  if (/\bat \S+ \(?(?:file|node):|Error:|undefined|\[object/.test(screen))
    faults.push(`after ${pressed} shows ${screen}`);
  const sequences = screen.match(/[\u001B\u009B]|\[\d+(?:;\d+)*m/gu) ?? [];
  if (sequences.some(sequence => !typed.includes(sequence)))
    faults.push(`shows a sequence: ${JSON.stringify(screen)}`);
  // A long one for the clipboard may still be on its way.
  await terminal
    .until(one => lastCut(one) === undefined)
    .catch(() => {
      faults.push(`after ${pressed} cut a sequence: ${lastCut(terminal)}`);
    });
  return faults;
}

function lastCut(terminal: Terminal): string | undefined {
  return cutSequence(terminal.output.slice(-20_000).replace(/^[^\u001B]*/, ''));
}

const KEYS = [...new Set(Object.values(DEFAULT_KEYMAP).flat())].filter(
  key => !['Q', 'ctrl+c', 'ctrl+z', 'q', 'esc', 'h', 'left'].includes(key),
);

/** What leaves is pressed seldom, or nobody would ever get deep into anything. */
const LEAVING = ['\u001B', 'q', 'h', '\u001B[D'];

function bytes(random: () => number): string {
  const chance = random();
  if (chance < 0.03) return pick(random, LEAVING);
  if (chance < 0.06) return `\u001B[200~${pick(random, PASTES)}\u001B[201~`;
  if (chance < 0.12) return pick(random, ODD);
  if (chance < 0.2) return String(whole(random, 0, 9));
  if (chance < 0.27) return answer(random);
  return keyBytes(pick(random, KEYS));
}

/** The terminal answers late, or another program’s question; now and then the end is missing. */
function answer(random: () => number): string {
  const whole = pick(random, Object.values(ANSWERS));
  return random() < 0.1 ? whole.slice(0, -1) : whole;
}

const PASTES = ['two\nlines', '日本語', '\u202Eevil\u0007', 'is:unread', 'a@b.example', 'x'.repeat(300)];
const ODD = [
  '👩‍👩‍👧',
  'é',
  '\u007F',
  '\t',
  '\r',
  '\u001B[Z',
  '\u001B[99~',
  '\u001B[<0;1;1M',
  '\u0000',
  'ß',
  '\u001B[1;5C',
];

function keyBytes(key: string): string {
  const control = /^ctrl\+(.)$/.exec(key);
  if (control) return String.fromCharCode((control[1] ?? '').charCodeAt(0) & 31);
  const named: Readonly<Record<string, string>> = {
    enter: '\r',
    tab: '\t',
    'shift+tab': '\u001B[Z',
    space: ' ',
    up: '\u001B[A',
    down: '\u001B[B',
    right: '\u001B[C',
    home: '\u001B[H',
    end: '\u001B[F',
    pageup: '\u001B[5~',
    pagedown: '\u001B[6~',
    delete: '\u001B[3~',
    'alt+left': '\u001B[1;3D',
    'alt+right': '\u001B[1;3C',
  };
  return named[key] ?? key;
}

function whole(random: () => number, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}
