import {isDue} from '../domain/publication/is-due.ts';
import {ProblemError, toProblem, type Problem} from '../domain/problem.ts';
import type {Refreshed} from '../domain/article/refreshed.ts';
import {expand} from '../services/chosen-sources.ts';
import type {CommandContext} from '../command-line/table.ts';
import {EXIT} from '../runtime/exit.ts';
import {failureOf} from '../runtime/failure-of.ts';
import {fetchAhead} from '../services/fetch-ahead.ts';
import {findSource, followed} from '../services/find-source.ts';
import {followPreferences} from '../services/follow-configured.ts';
import {problemJson} from '../output/listing.ts';
import {refreshSources} from '../services/refresh-sources.ts';
import {counted} from '../output/counted.ts';

/** `inkwell refresh`: fetches what is due, or the named sources whether they are due or not. */
export async function run(context: CommandContext<'refresh'>): Promise<number> {
  const {flags, options, output, ports, words} = context;
  // The thread that fetches starts while the library is opened.
  if (!options.offline) void ports.ingest('a command');
  const library = await ports.library();
  await followPreferences(library, context);
  const problems: Problem[] = [];
  const named = (await expand(words)).flatMap(word => {
    try {
      return [findSource(library, word).source];
    } catch (error) {
      problems.push(toProblem(error, word));
      return [];
    }
  });
  const all = followed(library).map(({source}) => source);
  const due =
    words.length > 0
      ? named
      : flags.force
        ? all
        : all.filter(source => isDue(source, options.refresh.interval, Date.now()));
  if (options.offline) {
    throw new ProblemError({
      kind: 'offline',
      message: 'Nothing was fetched: Inkwell is offline.',
      advice: 'Leave out --offline, or unset the setting with "inkwell config unset offline".',
    });
  }
  const refusal = library.refusal();
  if (refusal) throw new ProblemError({...refusal, message: `Nothing was fetched: ${refusal.message}`});
  const refreshed = await refreshSources(due, context);
  const ahead = options.refresh.ahead > 0 ? await fetchAhead(due, options.refresh.ahead, context) : 0;
  await (await ports.ingest()).maintain(options.retention > 0 ? {keepDays: options.retention} : {});
  problems.push(...refreshed.flatMap(({problem}) => problem ?? []));
  if (flags.json)
    await output.json({
      version: 1,
      refreshed: refreshed.map(refreshedJson),
      notDue: all.length - (words.length > 0 ? all.length : due.length),
      ahead,
      problems: problems.map(problemJson),
    });
  else tell(refreshed, problems, ahead, context);
  if (problems.length === 0) return EXIT.done;
  return refreshed.length > refreshed.filter(({problem}) => problem).length
    ? EXIT.partly
    : failureOf(problems);
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

function tell(
  refreshed: readonly Refreshed[],
  problems: readonly Problem[],
  ahead: number,
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
  output.note(
    refreshed.length === 0
      ? 'Nothing is due.'
      : `${counted(added, 'new article')} from ${counted(good, 'source')}${ahead > 0 ? `, ${ahead} fetched ahead` : ''}.`,
  );
}
