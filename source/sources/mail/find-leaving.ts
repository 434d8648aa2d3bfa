import type {Leaving} from '../../domain/newsletter/leaving.ts';
import {siteOf} from '../../domain/newsletter/look-alike.ts';
import {ProblemError} from '../../domain/problem.ts';
import {isImap, mailboxOf, listOf} from '../../domain/publication/location.ts';
import type {Secret} from '../../domain/publication/source.ts';
import {mailboxAt} from './mailbox-at.ts';
import {scan} from './mailbox.ts';
import {headerOf} from './message.ts';

type Head = ReturnType<typeof headerOf>;

/**
 * Finds how to leave a newsletter, by its newest letters; undefined where the location holds no letters or
 * they don't say. @throws ProblemError where they do not agree.
 */
export async function findLeaving(location: string, secret?: Secret): Promise<Leaving | undefined> {
  const path = mailboxOf(location);
  const list = listOf(location);
  if (path === undefined) return undefined;
  const heads = isImap(path) ? await headsAt(path, list, secret) : headsIn(path);
  return agreed(heads.filter(head => head.list === list).slice(-LETTERS));
}

/** Letters that are asked how to leave; a newsletter that moves to another service is believed after some. */
const LETTERS = 9;
/** Headers that a server is asked for: it finds newsletters whose name holds this one's, too. */
const HEADERS = 100;

async function headsAt(path: string, list: string, secret: Secret | undefined): Promise<readonly Head[]> {
  const {newestHeaders} = await import('./open-imap.ts');
  return (await newestHeaders(path, list, secret, HEADERS)).map(headerOf);
}

/** Oldest first; a letter from the future says nothing about what is newest. */
function headsIn(path: string): readonly Head[] {
  const mailbox = mailboxAt(path);
  const scanned = mailbox && scan(mailbox, undefined);
  if (!scanned || scanned.kind === 'unchanged') return [];
  const heads = Array.from(scanned.mails, mail => ('problem' in mail ? undefined : headerOf(mail.bytes)));
  const soon = Date.now() + DAY;
  const moment = ({at}: Head): number => (at > soon ? 0 : at);
  return heads.filter(head => head !== undefined).toSorted((one, other) => moment(one) - moment(other));
}

/** Clocks that are set to another zone are off by hours. */
const DAY = 24 * 60 * 60 * 1000;

/**
 * The newest way of the kind, and at the host or to the person, that most letters name. It lies at the site
 * that more than half name of those that name any. Anybody can send letters in a newsletter's name; few among
 * many do not say where to leave.
 */
function agreed(oldestFirst: readonly Head[]): Leaving | undefined {
  const ways = oldestFirst.flatMap(({leaving}) => leaving ?? []).toReversed();
  if (ways.length === 0) return undefined;
  const [most = []] = grouped(ways, siteOfWay);
  if (most.length * 2 <= ways.length)
    throw new ProblemError({
      kind: 'unsafe',
      message: `Its letters do not agree how to leave: ${[...new Set(ways.map(hostOfWay))].join(', ')}.`,
      advice: 'Open a letter that you trust, and follow its own link.',
    });
  const way = grouped(most, placeOfWay)[0]?.[0];
  // Nothing is sent where most letters say nothing; the person is shown where to go.
  return way && most.length * 2 <= oldestFirst.length ? {...way, isOneClick: false} : way;
}

/** The ways in groups, the largest first; of equal ones the one with the newest way. */
function grouped(newestFirst: readonly Leaving[], by: (way: Leaving) => string): readonly Leaving[][] {
  const groups = Map.groupBy(newestFirst, by);
  return [...groups.values()].toSorted((one, other) => other.length - one.length);
}

function placeOfWay(way: Leaving): string {
  const person = way.url === undefined ? way.mailto?.split('?', 1)[0] : URL.parse(way.url)?.protocol;
  return [way.isOneClick, person, hostOfWay(way)].join(' ');
}

function siteOfWay(way: Leaving): string {
  return siteOf(hostOfWay(way).replace(/:\d+$/u, ''));
}

function hostOfWay({url, mailto}: Leaving): string {
  return URL.parse(url ?? '')?.host ?? mailto?.split('?', 1)[0]?.split('@').at(-1) ?? '';
}
