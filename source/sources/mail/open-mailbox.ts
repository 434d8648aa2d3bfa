import {basename} from 'node:path';
import {pathToFileURL} from 'node:url';
import {letterLocation} from '../../domain/publication/location.ts';
import type {Fetched} from '../../domain/publication/source.ts';
import {assemble} from '../article/assemble.ts';
import type {Asked, Surroundings} from '../context.ts';
import type {RawArticle} from '../format/format.ts';
import type {Mailbox} from './mailbox.ts';
import {scan} from './mailbox.ts';
import type {Letter} from './message.ts';
import {readLetters} from './read-letters.ts';
import type {ReadMails} from './read-letters.ts';

/** The folder of publications in which letters appear. */
const FOLDER = 'Letters';

/** The letters of a mailbox on this disk. */
export async function openMailbox(
  asked: Asked,
  mailbox: Mailbox,
  surroundings: Surroundings,
): Promise<Fetched> {
  const scanned = scan(mailbox, asked.validators.etag);
  if (scanned.kind === 'unchanged') return {kind: 'unchanged', validators: asked.validators};
  const mails = await readLetters(scanned.mails, asked.awaited ?? [], surroundings.signal);
  return lettersFetched(
    {...mails, warnings: [...scanned.warnings, ...mails.warnings]},
    {
      location: asked.location,
      place: mailbox.path,
      name: basename(mailbox.path).replace(/\.(?:eml|mbox)$/iu, '') || 'Mail',
      url: pathToFileURL(mailbox.path).href,
      isUpdate: scanned.isUpdate,
      validator: scanned.validator,
    },
    surroundings,
  );
}

type Origin = Readonly<{
  location: string;
  /** The mailbox as locations of letters name it. */
  place: string;
  name: string;
  url: string;
  isUpdate: boolean;
  validator: string;
}>;

/**
 * The letters of a mailbox: all of them as one publication, and each newsletter as a publication of its own in
 * `parts`. What is no letter is not even counted.
 */
export function lettersFetched(
  {letters, confirmations, warnings}: ReadMails,
  {location, place: mailboxPlace, name, url, isUpdate, validator}: Origin,
  {limits, speeds}: Pick<Surroundings, 'limits' | 'speeds'>,
): Fetched {
  const newest = withoutTwins(letters)
    .sort((one, other) => (other.at ?? 0) - (one.at ?? 0))
    .slice(0, limits.items);
  const open = (title: string, articles: readonly RawArticle[], own: string, canonical: string): Loaded => {
    const parsed = {
      title: {content: title, format: 'text' as const},
      articles,
      warnings: own === location ? warnings : [],
    };
    const assembled = assemble(parsed, {
      location: own,
      canonicalLocation: canonical,
      url,
      ...(speeds && {speeds}),
    });
    const {publication, warnings: all} = assembled;
    return {kind: 'loaded', publication, articles: assembled.articles, warnings: all, validators: {}};
  };
  const whole = open(
    name,
    newest.map(letter => ({...letter.article, category: letter.name})),
    location,
    mailboxPlace,
  );
  return {
    ...whole,
    validators: {etag: validator},
    ...(confirmations.length > 0 && {confirmations}),
    parts: byList(newest).map(([list, own]) => {
      const place = letterLocation(mailboxPlace, list);
      const title = own[0]?.name ?? list;
      const fetched = open(
        title,
        own.map(({article}) => article),
        place,
        place,
      );
      return {
        location: place,
        folder: FOLDER,
        fetched: {...fetched, isUpdate},
        hosts: [...new Set(own.flatMap(({hosts}) => hosts))],
        newest: own[0]?.at ?? 0,
      };
    }),
  };
}

type Loaded = Fetched & {kind: 'loaded'};

/** One mail may lie in two folders, or be delivered twice. */
function withoutTwins(letters: readonly Letter[]): Letter[] {
  return [...new Map(letters.map(letter => [`${letter.list}\0${letter.article.guid}`, letter])).values()];
}

function byList(letters: readonly Letter[]): readonly (readonly [string, readonly Letter[]])[] {
  const lists = new Map<string, Letter[]>();
  for (const letter of letters) {
    const own = lists.get(letter.list);
    if (own) own.push(letter);
    else lists.set(letter.list, [letter]);
  }
  return [...lists];
}
