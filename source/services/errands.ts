import type {Errand} from '../domain/rule/rule.ts';
import type {DesktopNotice} from '../ports/terminal.ts';
import {toProblem} from '../domain/problem.ts';
import type {Services} from './context.ts';
import {findCommand, runOwnCommand, type RunJob} from './own-commands.ts';

/** The desktop, as errands need it. */
export type ErrandMeans = Readonly<{run: RunJob; notify: (notice: DesktopNotice) => Promise<void>}>;

/** Titles in a notification. */
const TITLES = 3;

/**
 * Does the errands of rules since the last time: commands are run, and of all that is to be told there is one
 * notification. What fails is reported; nothing is done twice. The desktop is asked for where there are some.
 */
export async function performErrands(
  services: Services,
  desktop: () => ErrandMeans | Promise<ErrandMeans>,
  signal: AbortSignal,
): Promise<void> {
  if (!services.library.hasErrands()) return;
  const means = await desktop();
  const errands = await services.writes.completed(() => services.library.takeErrands(), {kind: 'other'});
  await tell(errands, services, means);
  const runs = Map.groupBy(
    errands.filter(errand => errand.kind === 'run'),
    ({name}) => name,
  );
  for (const [name, all] of runs) {
    try {
      const command = findCommand(services, name);
      const ids = [...new Set(all.map(({articleId}) => articleId))];
      await runOwnCommand(command, ids, services, means.run, signal);
    } catch (error) {
      services.report.problem(toProblem(error));
    }
  }
}

async function tell(
  errands: readonly Errand[],
  {library, options, report}: Services,
  {notify}: ErrandMeans,
): Promise<void> {
  const ids = new Set(errands.flatMap(errand => (errand.kind === 'notify' ? [errand.articleId] : [])));
  const titles = [...ids].flatMap(id => library.article(id)?.title ?? []);
  if (titles.length === 0 || options.notify.when === 'never') return;
  const named = titles.slice(0, TITLES).join(' · ');
  const more = titles.length > TITLES ? ` · and ${titles.length - TITLES} more` : '';
  try {
    await notify({
      title: 'Inkwell',
      text: `${titles.length === 1 ? '' : `${titles.length} new: `}${named}${more}`,
    });
  } catch (error) {
    report.problem(toProblem(error));
  }
}
