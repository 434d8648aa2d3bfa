import {basename} from 'node:path';
import {pathToFileURL} from 'node:url';
import type {Problem} from '../../domain/problem.ts';
import {letterLocation} from '../../domain/publication/location.ts';
import type {Fetched, Part} from '../../domain/publication/source.ts';
import {assemble} from '../article/assemble.ts';
import type {Asked, Local} from '../context.ts';
import type {RawArticle} from '../format/format.ts';
import type {Mailbox} from './mailbox-at.ts';
import {scan} from './mailbox.ts';
import type {Letter} from './message.ts';
import {readLetters} from './read-letters.ts';
import type {Mail, ReadMails} from './read-letters.ts';

/** The folder of publications in which letters appear. */
const FOLDER = 'Letters';

/** The letters of a mailbox on this disk. */
export async function openMailbox(asked: Asked, mailbox: Mailbox, surroundings: Local): Promise<Fetched> {
  const scanned = scan(mailbox, asked.validators.etag);
  if (scanned.kind === 'unchanged') return {kind: 'unchanged', validators: asked.validators};
  const {mails, warnings, isUpdate, validator} = scanned;
  const origin = {
    location: asked.location,
    place: mailbox.path,
    name: basename(mailbox.path).replace(/\.(?:eml|mbox)$/iu, '') || 'Mail',
    url: pathToFileURL(mailbox.path).href,
    isUpdate,
    validator,
  };
  return await openMails(mails, asked, origin, surroundings, warnings);
}

/** Reads mails; where letters can be stored meanwhile only the last of them are returned. */
export async function openMails(
  mails: Iterable<Mail> | AsyncIterable<Mail>,
  {awaited = [], take}: Asked,
  origin: Origin,
  surroundings: Local,
  warnings: readonly Problem[] = [],
): Promise<Fetched> {
  let {isUpdate} = origin;
  const read = await readLetters(
    mails,
    awaited,
    surroundings,
    take &&
      ((letters, confirmations) => {
        isUpdate = true;
        const validator = origin.progress?.(letters);
        take(partsOf(newestFirst(letters), {...origin, isUpdate}, surroundings), {
          confirmations,
          ...(validator !== undefined && {validator}),
        });
      }),
  );
  const all = {...read, warnings: [...warnings, ...read.warnings]};
  return lettersFetched(all, {...origin, isUpdate}, surroundings, take !== undefined);
}

type Origin = Readonly<{
  location: string;
  /** The mailbox as locations of letters name it. */
  place: string;
  name: string;
  url: string;
  isUpdate: boolean;
  validator: string;
  /** The validator when these letters and all before them are stored. */
  progress?: (letters: readonly Letter[]) => string | undefined;
}>;

/**
 * The letters of a mailbox: all of them as one publication, unless only the parts are wanted, and each
 * newsletter as a publication of its own in `parts`. What is no letter is not even counted.
 */
export function lettersFetched(
  {letters, confirmations, warnings}: ReadMails,
  origin: Origin,
  surroundings: Pick<Local, 'limits' | 'speeds' | 'items'>,
  wantsPartsOnly = false,
): Fetched {
  const newest = newestFirst(letters).slice(0, surroundings.limits.items);
  const articles = newest.map(letter => ({...letter.article, category: letter.name}));
  const {location, place, name, validator} = origin;
  const whole = {title: name, articles: wantsPartsOnly ? [] : articles, warnings};
  return {
    ...publicationOf(whole, {location, place}, origin, surroundings),
    validators: {etag: validator},
    ...(confirmations.length > 0 && {confirmations}),
    parts: partsOf(newest, origin, surroundings),
  };
}

/** Each newsletter among letters that come newest first. */
function partsOf(
  letters: readonly Letter[],
  origin: Origin,
  surroundings: Pick<Local, 'speeds' | 'items'>,
): readonly Part[] {
  return byList(letters).map(([list, own]) => {
    const location = letterLocation(origin.place, list);
    const articles = own.map(({article}) => article);
    const one = {title: own[0]?.name ?? list, articles, warnings: []};
    const fetched = publicationOf(one, {location, place: location}, origin, surroundings);
    return {
      location,
      folder: FOLDER,
      fetched: {...fetched, isUpdate: origin.isUpdate},
      hosts: [...new Set(own.flatMap(({hosts}) => hosts))],
      newest: own[0]?.at ?? 0,
    };
  });
}

function publicationOf(
  {
    title,
    articles,
    warnings,
  }: Readonly<{title: string; articles: readonly RawArticle[]; warnings: readonly Problem[]}>,
  {location, place}: Pick<Origin, 'location' | 'place'>,
  {url}: Origin,
  surroundings: Pick<Local, 'speeds' | 'items'>,
): Loaded {
  const assembled = assemble(
    {title: {content: title, format: 'text'}, articles, warnings},
    {location, canonicalLocation: place, url},
    surroundings,
  );
  return {kind: 'loaded', ...assembled, validators: {}};
}

type Loaded = Fetched & {kind: 'loaded'};

/** One mail may lie in two folders, or be delivered twice. */
function newestFirst(letters: readonly Letter[]): readonly Letter[] {
  const each = new Map(letters.map(letter => [`${letter.list}\0${letter.article.guid}`, letter]));
  return [...each.values()].sort((one, other) => (other.at ?? 0) - (one.at ?? 0));
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
