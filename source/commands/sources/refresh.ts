import {ProblemError, toProblem, type Problem} from '../../domain/problem.ts';
import type {Refreshed} from '../../domain/article/refreshed.ts';
import type {CommandContext} from '../../command-line/table.ts';
import {expandWords} from '../../command-line/words.ts';
import {counted} from '../../output/counted.ts';
import {problemJson} from '../../output/listing.ts';
import {EXIT, exitCode} from '../../runtime/exit.ts';
import {findSource, followed} from '../../services/find-source.ts';
import {followConfigured} from '../../services/follow.ts';
import {accountsToSync, syncAccounts, type SyncedAccount} from '../../services/accounts/sync-accounts.ts';
import {doErrands} from '../articles/own.ts';
import {servicesAsking, atTerminal, resultJson, syncedLine} from './sync.ts';
import {afterRefresh, OFFLINE, refresh, sourcesToRefresh, withOlder} from '../../services/refresh.ts';

/** `inkwell refresh`: fetches what is due, or the named sources whether they are due or not. */
export async function run(context: CommandContext<'refresh'>): Promise<number> {
  const {flags, options, output, ports, signal} = context;
  // The worker starts while the library is opened.
  if (!options.offline) void ports.ingest('a command');
  const services = await servicesAsking(context);
  const {library} = services;
  await followConfigured(library, options);
  const problems: Problem[] = [];
  const words = await expandWords(context.words);
  const named = words.flatMap(word => {
    try {
      return [findSource(library, word).source.publicationId];
    } catch (error) {
      problems.push(toProblem(error, word));
      return [];
    }
  });
  const {sources: chosen, skipped} = sourcesToRefresh(
    words.length > 0 ? named : flags.force ? 'all' : 'due',
    services,
  );
  const sources = withOlder(chosen, flags.pages);
  if (options.offline && sources.length === 0 && problems.length === 0)
    throw new ProblemError({kind: 'offline', ...OFFLINE});
  const refusal = library.refusal();
  if (refusal) throw new ProblemError({...refusal, message: `Nothing was fetched: ${refusal.message}`});
  let done = 0;
  const refreshed = await refresh(
    sources,
    services,
    () => output.progress(`Fetched ${++done} of ${sources.length}`),
    signal,
  );
  output.progress(undefined);
  const synced = await syncAccounts(
    await accountsToSync(words.length > 0 ? named : flags.force ? 'all' : 'due', services),
    services,
    atTerminal(output),
    signal,
  );
  const ahead = await afterRefresh(sources, services, signal);
  await doErrands(services, signal);
  problems.push(...refreshed.flatMap(({problem}) => problem ?? []), ...synced.flatMap(each => each.problems));
  const notDue = words.length > 0 ? 0 : followed(library).length - sources.length - skipped;
  if (flags.json)
    await output.json({
      version: 1,
      refreshed: refreshed.map(refreshedJson),
      ...(synced.length > 0 && {synced: synced.flatMap(({result}) => (result ? [resultJson(result)] : []))}),
      notDue,
      ahead,
      problems: problems.map(problemJson),
    });
  else report(refreshed, problems, {ahead, skipped, synced}, context);
  const code = exitCode(
    problems,
    refreshed.filter(({problem}) => !problem).length +
      synced.filter(each => each.problems.length === 0).length,
  );
  return code === EXIT.done && skipped > 0 ? EXIT.partly : code;
}

function refreshedJson({source, added, changed, isUnchanged, problem, milliseconds}: Refreshed): object {
  return {
    id: source.publicationId,
    location: source.location,
    added,
    changed,
    isUnchanged,
    milliseconds,
    problem: problem && problemJson(problem),
  };
}

function report(
  refreshed: readonly Refreshed[],
  problems: readonly Problem[],
  {ahead, skipped, synced}: Readonly<{ahead: number; skipped: number; synced: readonly SyncedAccount[]}>,
  {output}: CommandContext<'refresh'>,
): void {
  for (const problem of problems) output.problem(problem);
  for (const {source, added, changed, isUnchanged, milliseconds} of refreshed) {
    output.detail(
      `${source.location}: ${isUnchanged ? 'unchanged' : `${added} new, ${changed} changed`} (${milliseconds} ms)`,
    );
  }
  const added = refreshed.reduce((sum, each) => sum + each.added, 0);
  const good = refreshed.filter(({problem}) => !problem).length;
  if (skipped > 0) output.note(`Offline: ${counted(skipped, 'source')} on the web skipped.`);
  for (const each of synced) if (each.result) output.note(syncedLine(each));
  if (refreshed.length === 0 && synced.length > 0) return;
  output.note(
    refreshed.length === 0
      ? 'Nothing is due.'
      : `${counted(added, 'new article')} from ${counted(good, 'source')}${ahead > 0 ? `, ${ahead} fetched ahead` : ''}.`,
  );
}
