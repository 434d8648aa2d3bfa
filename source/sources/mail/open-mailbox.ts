import {basename} from 'node:path';
import {pathToFileURL} from 'node:url';
import {setImmediate} from 'node:timers/promises';
import type {Problem} from '../../domain/problem.ts';
import {letterLocation} from '../../domain/publication/location.ts';
import type {Fetched} from '../../domain/publication/source.ts';
import {assemble} from '../article/assemble.ts';
import type {Asked, Surroundings} from '../context.ts';
import type {RawArticle} from '../format/format.ts';
import type {Mailbox} from './mailbox.ts';
import {scan} from './mailbox.ts';
import {letterIn} from './message.ts';
import type {Letter} from './message.ts';

/** The folder of publications in which letters appear. */
const FOLDER = 'Letters';

/**
 * The letters of a mailbox: all of them as one publication, and each newsletter as a publication of its own in
 * `parts`. What is no letter is not even counted.
 */
export async function openMailbox(
  {location, validators}: Asked,
  mailbox: Mailbox,
  {limits, signal, speeds}: Surroundings,
): Promise<Fetched> {
  const scanned = scan(mailbox, validators.etag);
  if (scanned.kind === 'unchanged') return {kind: 'unchanged', validators};
  const letters: Letter[] = [];
  const warnings: Problem[] = [...scanned.warnings];
  for (const mail of scanned.mails) {
    signal.throwIfAborted();
    if ('problem' in mail) warnings.push(mail.problem);
    else
      try {
        const letter = await letterIn(mail.bytes);
        if (letter) letters.push(letter);
      } catch {
        warnings.push({kind: 'malformed', message: `${mail.name} can’t be parsed as a mail.`});
      }
    await setImmediate();
  }
  const newest = withoutTwins(letters)
    .sort((one, other) => (other.at ?? 0) - (one.at ?? 0))
    .slice(0, limits.items);
  const name = basename(mailbox.path).replace(/\.(?:eml|mbox)$/iu, '') || 'Mail';
  const url = pathToFileURL(mailbox.path).href;
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
    mailbox.path,
  );
  return {
    ...whole,
    validators: {etag: scanned.validator},
    parts: byList(newest).map(([list, own]) => {
      const place = letterLocation(mailbox.path, list);
      const title = own[0]?.name ?? list;
      const fetched = open(
        title,
        own.map(({article}) => article),
        place,
        place,
      );
      return {location: place, folder: FOLDER, fetched: {...fetched, isUpdate: scanned.isUpdate}};
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
