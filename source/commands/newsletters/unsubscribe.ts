import type {CommandContext} from '../../command-line/table.ts';
import {confirm} from '../../command-line/words.ts';
import {EXIT} from '../../runtime/exit.ts';
import {servicesAsking} from '../sources/sync.ts';
import {findSource} from '../../services/find-source.ts';
import {leave, leavingOf} from '../../services/newsletters/leave.ts';

/**
 * `inkwell unsubscribe`: leaves a newsletter that arrives by mail, by one click where its letters offer that.
 */
export async function run(context: CommandContext<'unsubscribe'>): Promise<number> {
  const {flags, output, signal, words} = context;
  const services = await servicesAsking(context);
  const {row} = findSource(services.library, words[0] ?? '');
  const leaving = await leavingOf(row, services);
  if (leaving.isOneClick && leaving.url !== undefined && !flags.yes) {
    const {host} = new URL(leaving.url);
    if (!(await confirm(`Leave ${row.title}? ${host} is told to stop sending.`, output))) {
      output.note('Nothing was sent.');
      return EXIT.failed;
    }
  }
  const {outcome, record} = await leave(row, leaving, services, signal);
  record();
  if (flags.json) await output.json({version: 1, ...outcome, publication: row.title});
  else await output.text(`${outcome.message}${outcome.page ? ` ${outcome.page}` : ''}\n`);
  return outcome.outcome === 'left' ? EXIT.done : EXIT.failed;
}
