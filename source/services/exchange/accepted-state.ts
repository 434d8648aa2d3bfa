import {ownSettingsFrom, type OwnSettings} from '../../domain/publication/own-settings.ts';
import {faultOfQuery} from '../../domain/query/query-fault.ts';
import {checkEmail} from '../../domain/email/email.ts';
import type {Newsletter} from '../../domain/newsletter/newsletter.ts';
import {ProblemError, type Problem} from '../../domain/problem.ts';
import {isImap, mailboxOf, RESCUED, SAVED} from '../../domain/publication/location.ts';
import type {SourceSettings} from '../../domain/publication/source.ts';
import type {StateLine} from '../../domain/state-line.ts';
import {printableLine} from '../../domain/text/printable.ts';
import {faultOfPreference} from '../../options/preferences-file.ts';
import {faultOf, locationOf, type SourceEntry} from '../../options/source-entries.ts';
import type {Library} from '../../ports/library.ts';
import {isHeldPublic, MOST_SOURCES} from './import-sources.ts';
import {measured} from './measured.ts';
import {withOwnId} from './own-id.ts';
import {isWebAddress, isWhole} from './whole-line.ts';

/*
 * Anybody may have written a state file. Its sources are addresses of the web, as those of an OPML file;
 * settings that do more than change how the reader looks are named, and set when the person says so.
 */

/**
 * The person's consent: to follow folders and what lies in her own network, to set what reaches further than
 * looks.
 */
export type Consent = Readonly<{folders: boolean; settings: boolean}>;

/**
 * Decides which lines the library may import, part by part. Articles of a source that was skipped are skipped
 * with it.
 */
export function acceptance(
  consent: Consent,
  library: Pick<Library, 'source'>,
  problems: Problem[],
): (lines: Iterable<StateLine>) => Iterable<StateLine> {
  const skipped = new Set<string>();
  const unfollowed = new Set<string>();
  const ids = new Map<string, string>();
  let sources = 0;
  return function* (lines) {
    for (const given of lines) {
      if (given.kind === 'preferences') continue;
      const within = measured(given);
      if (!isWhole(within)) throw notWhole(within.kind);
      const line = withOwnId(within, library, ids);
      if (line.kind === 'article' && skipped.has(line.article.publicationId)) continue;
      if (line.kind !== 'publication') {
        yield line.kind === 'article' && unfollowed.has(line.article.publicationId) ? unseen(line) : line;
        continue;
      }
      if (++sources > MOST_SOURCES)
        throw new ProblemError({
          kind: 'too-large',
          message: `The file names more than ${MOST_SOURCES} sources; no more are imported.`,
        });
      const {id, location} = line.publication;
      const isKnown = library.source(id)?.location === location;
      const problem = isKnown ? undefined : unsafe(location, consent);
      if (problem) {
        skipped.add(id);
        problems.push(problem);
        continue;
      }
      const isListed = line.source.isListed && location !== RESCUED;
      const isFollowed = isKnown || isListed || location === SAVED;
      if (!isFollowed) unfollowed.add(id);
      yield isFollowed || location === RESCUED
        ? acceptedSource(line, consent, problems)
        : unfollowedSource(line);
    }
  };
}

function notWhole(kind: string): ProblemError {
  return new ProblemError({
    kind: 'malformed',
    message: `A line of kind “${printableLine(kind)}” is not whole, so the import ended there.`,
    advice: 'Export again; importing again does no harm.',
  });
}

function unsafe(location: string, {folders, settings}: Consent): Problem | undefined {
  if (isWebAddress(location) || mailboxOf(location) !== undefined) return undefined;
  if (location === RESCUED || location === SAVED) return undefined;
  const isFolder = /^(?:\/|[a-z]:[/\\])/iu.test(location);
  if ((isFolder && folders) || (isImap(location) && settings)) return undefined;
  const shown = printableLine(location);
  return {
    kind: 'unsafe',
    location: shown,
    message: isFolder ? `The folder ${shown} was skipped.` : `${shown} is not a web address and was skipped.`,
    ...(isFolder && {advice: 'Use --folders to follow local folders that the file names.'}),
    ...(isImap(location) && {advice: 'If it is your own mailbox, --settings follows it.'}),
  };
}

type Publication = Extract<StateLine, {kind: 'publication'}>;

/** A source that the file does not follow: a name for its articles, and nothing for who follows it later. */
function unfollowedSource(line: Publication): Publication {
  const {kind, publication, source} = unfetched(line);
  const {rank, inSource, openedAt, validators, failures} = source;
  const nothing = {isListed: false, isHidden: false, isMuted: false, settings: {}};
  return {kind, publication, source: {rank, inSource, openedAt, validators, failures, ...nothing}};
}

/** An article that nobody who follows its source later takes for read. */
function unseen(line: Extract<StateLine, {kind: 'article'}>): StateLine {
  return {...line, marks: {...line.marks, isRead: false, isHidden: false}};
}

function acceptedSource(line: Publication, consent: Consent, problems: Problem[]): Publication {
  const {publication, source} = consent.settings ? line : unfetched(line);
  const {feedUrl, ...rest} = source;
  return {
    ...line,
    publication: {...publication, ...publishers(publication)},
    source: {
      ...rest,
      // A program of another machine, or of a stranger, is never taken over.
      ...(rest.own && {
        own: ownSettingsFrom({...rest.own, browser: undefined, ...fetching(rest.own, consent)}),
      }),
      ...(feedUrl !== undefined && isWebAddress(feedUrl) && {feedUrl}),
      ...(source.foundNewsletter && {foundNewsletter: asPublishers(source.foundNewsletter)}),
      settings: acceptedSettings(publication.location, source.settings, consent, problems),
      ...(isHeldPublic(publication.location, consent.folders) && {isPrivate: false}),
    },
  };
}

/** Without what a fetch tells anew: where feed and newsletter are, what it had last, when it is due. */
function unfetched({kind, publication, source}: Publication): Publication {
  const {newsletter: _, ...described} = publication;
  const {feedUrl: _feedUrl, dueAt: _dueAt, problem: _problem, foundNewsletter: _found, ...rest} = source;
  return {kind, publication: described, source: {...rest, validators: {}, failures: 0}};
}

/** Pictures that are fetched unasked tell their servers of it. */
function fetching({images}: OwnSettings, {settings}: Consent): Pick<OwnSettings, 'images'> {
  return images === 'always' && !settings ? {images: 'ask'} : {};
}

function acceptedSettings(
  location: string,
  settings: SourceSettings,
  consent: Consent,
  problems: Problem[],
): SourceSettings {
  const fault = faultOf({...settings, location});
  if (fault !== undefined) {
    problems.push({kind: 'malformed', message: `Settings were skipped: ${printableLine(fault)}.`});
    return {};
  }
  return consent.settings ? settings : withoutNewsletter(location, settings, problems);
}

/** The settings of a source without its newsletter, which is named. */
function withoutNewsletter<Settings extends {newsletter?: unknown}>(
  location: string,
  settings: Settings,
  problems: Problem[],
): Omit<Settings, 'newsletter'> {
  if (settings.newsletter === undefined) return settings;
  const {newsletter: _, ...rest} = settings;
  problems.push({
    kind: 'unsafe',
    message: `The newsletter of ${printableLine(location)} was skipped: it says where your address goes.`,
    advice: 'If you know the file, --settings sets it too.',
  });
  return rest;
}

const publishers = ({newsletter}: {newsletter?: Newsletter}): {newsletter?: Newsletter} =>
  newsletter ? {newsletter: asPublishers(newsletter)} : {};

/** A sign-up that its owner wrote may go to any host; one of a file goes where a publisher's may. */
function asPublishers({isOwn: _, ...newsletter}: Newsletter): Newsletter {
  return newsletter;
}

/** Settings of looks and habits: the worst of values is a nuisance. `retention` deletes articles. */
const LOOKS = new Set(
  'bidi breaking calm closedFolders color density fullText glyphs keys.preset list.columns list.densities locale measure order readAtEnd refresh.interval refresh.onStart screenReader sideBySide speech.indent speech.level speech.progress speech.row speeds.characters speeds.code speeds.words sync.hideDuplicates sync.newest theme'.split(
    ' ',
  ),
);

/** The settings that may be set; the others are reported. */
export function acceptedPreferences(
  values: Readonly<Record<string, unknown>>,
  consent: Consent,
  problems: Problem[],
): ReadonlyMap<string, unknown> {
  const accepted = new Map<string, unknown>();
  const left: string[] = [];
  for (const [key, value] of Object.entries(values)) {
    const fault = faultOfValue(key, value);
    if (fault !== undefined)
      problems.push({kind: 'malformed', message: `A preference was skipped: ${printableLine(fault)}.`});
    else if (key === 'sources')
      accepted.set(key, acceptedEntries(value as readonly SourceEntry[], consent, problems));
    else if (consent.settings || (LOOKS.has(key) && !(key === 'theme' && /[/\\.]/u.test(String(value)))))
      accepted.set(key, value);
    else left.push(`${key} (${shortened(value)})`);
  }
  if (left.length > 0)
    problems.push({
      kind: 'unsafe',
      message: `Settings that reach further than looks were skipped: ${left.join(', ')}.`,
      advice: 'If you know the file, --settings sets them too.',
    });
  return accepted;
}

function shortened(value: unknown): string {
  const text = printableLine(typeof value === 'string' ? value : JSON.stringify(value));
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function faultOfValue(key: string, value: unknown): string | undefined {
  const fault = faultOfPreference(key, value, faultOfQuery);
  if (fault !== undefined || key !== 'email.address') return fault;
  return checkEmail(String(value)).ok ? undefined : `"${key}" is not a valid email address`;
}

function acceptedEntries(
  entries: readonly SourceEntry[],
  consent: Consent,
  problems: Problem[],
): readonly SourceEntry[] {
  return entries.flatMap((entry): readonly SourceEntry[] => {
    const problem = unsafe(locationOf(entry), consent);
    if (problem) problems.push(problem);
    if (problem) return [];
    return typeof entry === 'string' || consent.settings
      ? [entry]
      : [{...withoutNewsletter(entry.location, entry, problems), location: entry.location}];
  });
}
