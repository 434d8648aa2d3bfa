import type {NamedFeed} from '../../domain/publication/source.ts';
import {withoutPassword} from '../../domain/publication/passwords.ts';
import {toProblem, type Problem} from '../../domain/problem.ts';
import type {CommandContext} from '../../command-line/table.ts';
import {expandWords} from '../../command-line/words.ts';
import {counted} from '../../output/counted.ts';
import {problemJson} from '../../output/listing.ts';
import {exitCode} from '../../runtime/exit.ts';
import {findAccount} from '../../services/accounts/accounts.ts';
import {follow} from '../../services/follow.ts';
import {syncAccounts} from '../../services/accounts/sync-accounts.ts';
import {servicesAsking, atTerminal} from './sync.ts';

type Added = Readonly<{
  id: string;
  title: string;
  location: string;
  articles: number;
  wasFollowed: boolean;
  otherFeeds?: readonly NamedFeed[];
}>;

/** `inkwell add`: follows sources. */
export async function run(context: CommandContext<'add'>): Promise<number> {
  const {flags, output, signal, words} = context;
  const {folder, force: isForced, name} = flags;
  const services = await servicesAsking(context);
  const added: Added[] = [];
  const problems: Problem[] = [];
  for (const location of await expandWords(words)) {
    try {
      output.progress(`Reading ${location}`);
      const {row, wasFollowed, otherFeeds} = await follow(
        location,
        {folder, isForced, name},
        services,
        signal,
      );
      added.push({
        id: row.id,
        title: row.title,
        location: withoutPassword(location),
        articles: row.total,
        wasFollowed,
        ...(otherFeeds.length > 0 && {otherFeeds}),
      });
    } catch (error) {
      problems.push(toProblem(error, location));
    }
  }
  const {addTo} = services.options.sync;
  if (addTo !== undefined && added.length > 0 && !services.options.offline) {
    // Without a network it waits for the next sync.
    const account = findAccount(services.options, addTo);
    const synced = await syncAccounts([account], services, atTerminal(output), signal);
    problems.push(...synced.flatMap(each => each.problems));
    for (const [index, one] of added.entries()) {
      const row = services.library.publication(one.id);
      if (row) added[index] = {...one, title: row.title, articles: row.total};
    }
  }
  output.progress(undefined);
  if (flags.json) await output.json({version: 1, added, problems: problems.map(problemJson)});
  else for (const each of added) await output.text(`${sentence(each)}\n`);
  for (const each of flags.json ? [] : added) if (each.otherFeeds) output.note(otherFeedsOf(each));
  for (const problem of flags.json ? [] : problems)
    output.problem({...problem, advice: problem.advice ?? 'It was not added; --force adds it anyway.'});
  return exitCode(problems, added.length);
}

function otherFeedsOf({title, otherFeeds = []}: Added): string {
  const lines = otherFeeds.map(feed => `  ${feed.title}: ${feed.url}`);
  return [`The page of ${title} names other feeds, too:`, ...lines].join('\n');
}

function sentence({articles, location, title, wasFollowed}: Added): string {
  return `${wasFollowed ? 'Already followed' : 'Added'}: ${title} (${counted(articles, 'article')}) ${location === title ? '' : location}`.trimEnd();
}
