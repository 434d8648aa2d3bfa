import {FAULTS} from './faults.ts';
import {json, text} from './newsroom.ts';
import type {Desk, Reply} from './newsroom.ts';
import {PLAIN_PLAYS} from './plain-plays.ts';
import {PLAYS} from './plays.ts';

const ALL = {...PLAYS, ...PLAIN_PLAYS};

/** Where a service plays a situation: an answer of its own, or a fault. */
export function playUrl(origin: string, service: string, situation: string): string {
  return `${situation === ABSENT ? NOBODY : origin}/play/${service}/${situation}/${ALL[service]?.path ?? ''}`;
}

/** The situation in which the server is gone before anything is sent: nobody listens at that port. */
const ABSENT = 'absent';
const NOBODY = 'http://127.0.0.1:9';

/** What a publisher would write to advertise that play. */
export function playNewsletter(origin: string, service: string, situation: string) {
  const {path, method, fixed} = ALL[service] ?? {};
  return {
    heading: `Letters by ${service}`,
    pitch: `Every address meets the situation "${situation}".`,
    provider: service,
    url: path === undefined ? undefined : playUrl(origin, service, situation),
    method,
    fixed,
    page: `${origin}/play/${service}/${situation}/page`,
  };
}

/**
 * Plays services under `/play/SERVICE/SITUATION/`, each with a feed beside it, and lists them all at
 * `/play/`.
 */
export function playDesk(elsewhere: string): Desk {
  return ({url}, origin) => {
    const [, play, service = '', situation = '', ...rest] = new URL(url, origin).pathname.split('/');
    if (play !== 'play') return undefined;
    if (service === '') return text(listOf(origin));
    const path = rest.join('/');
    if (path === 'feed.json') return feed(origin, service, situation);
    if (path.endsWith('integrity-token/')) return text('1732000000:0f1e2d3c4b5a');
    return replyOf(service, situation, elsewhere, url);
  };
}

function replyOf(service: string, situation: string, elsewhere: string, url: string): Reply | undefined {
  if (situation === ABSENT) return undefined;
  return ALL[service]?.answers[situation] ?? FAULTS[situation]?.(elsewhere, url);
}

function feed(origin: string, service: string, situation: string): Reply {
  return json({
    version: 'https://jsonfeed.org/version/1.1',
    title: `Newsroom: ${service}, ${situation}`,
    home_page_url: `${origin}/`,
    _inkwell: {newsletter: playNewsletter(origin, service, situation)},
    items: [{id: '1', title: 'A letter', content_text: 'One sentence to read.'}],
  });
}

function listOf(origin: string): string {
  const lines = Object.entries(ALL).flatMap(([service, {answers, path}]) => {
    const faults = path === undefined ? [] : [ABSENT, ...Object.keys(FAULTS)];
    const situations = new Set([...Object.keys(answers), ...faults]);
    return [...situations].map(one => `${origin}/play/${service}/${one}/feed.json`);
  });
  return `${lines.join('\n')}\n`;
}
