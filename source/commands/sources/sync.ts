import type {CommandContext} from '../../command-line/table.ts';
import {ProblemError} from '../../domain/problem.ts';
import {counted} from '../../output/counted.ts';
import {problemJson} from '../../output/listing.ts';
import type {Context} from '../../runtime/context.ts';
import {exitCode} from '../../runtime/exit.ts';
import {servicesOf} from '../../runtime/services.ts';
import type {Services} from '../../services/context.ts';
import {accountsOf, findAccount} from '../../services/accounts/accounts.ts';
import {syncAccounts, type Beside, type SyncedAccount} from '../../services/accounts/sync-accounts.ts';
import {doErrands} from '../articles/own.ts';
import {askSecret} from '../../command-line/words.ts';
import type {RoundMoved} from '../../domain/sync/account.ts';
import type {Output} from '../../output/output.ts';

/** `inkwell sync`: a round with the server of each account, or of those that are named. */
export async function run(context: CommandContext<'sync'>): Promise<number> {
  const {flags, options, output, ports, signal, words} = context;
  const accounts = words.length > 0 ? words.map(name => findAccount(options, name)) : accountsOf(options);
  if (options.offline)
    throw new ProblemError({
      kind: 'offline',
      message: 'Nothing was synced: Inkwell is offline.',
      advice: 'Leave out --offline, or unset the setting "offline".',
    });
  if (accounts.length > 0) {
    const refusal = (await ports.library()).refusal();
    if (refusal) throw new ProblemError({...refusal, message: `Nothing was synced: ${refusal.message}`});
  }
  const services = accounts.length === 0 ? undefined : await servicesOf(context);
  const synced = services
    ? await syncAccounts(
        accounts,
        services,
        {...atTerminal(output), isAccepted: flags.accept === true},
        signal,
      )
    : [];
  if (services) await doErrands(services, signal);
  output.progress(undefined);
  const problems = synced.flatMap(each => each.problems);
  if (flags.json)
    await output.json({
      version: 1,
      synced: synced.flatMap(({result}) => (result ? [resultJson(result)] : [])),
      problems: problems.map(problemJson),
    });
  else {
    for (const each of synced) if (each.result) await output.text(`${syncedLine(each)}\n`);
    for (const problem of problems) output.problem(problem);
    if (accounts.length === 0)
      output.note('You have no account yet. "inkwell account add ADDRESS" changes that.');
  }
  return exitCode(problems, synced.filter(each => each.problems.length === 0).length);
}

/** The services of a command that asks at the terminal for the password of a mailbox. */
export async function servicesAsking(context: Context): Promise<Services> {
  const askPassword = (whose: string) => askSecret(`Password of ${whose}`, context.output);
  return {...(await servicesOf(context)), askPassword};
}

/** Passwords are asked for at the terminal, and progress is shown there. */
export function atTerminal(output: Output): Beside {
  return {
    ask: ({user, base, name}) =>
      askSecret(
        `Password${user === undefined ? '' : ` of ${user}`} at ${new URL(base).host} (${name})`,
        output,
      ),
    onMoved: (name, moved) => output.progress(`${name}: ${movedLine(moved)}`),
  };
}

function movedLine({stage, done, total}: RoundMoved): string {
  if (stage === 'sending') return `sent ${done}`;
  return stage === 'listing' ? 'reading the lists' : `fetched ${done} of ${total} articles`;
}

export function resultJson({problems: _, ...figures}: NonNullable<SyncedAccount['result']>): object {
  return figures;
}

export function syncedLine({name, result}: SyncedAccount): string {
  if (!result) return name;
  const {added, changed, feedsAdded, feedsRemoved, missing, sent, waiting} = result;
  const facts = [
    counted(added, 'new article'),
    sent > 0 && `${sent} sent`,
    changed > 0 && `${counted(changed, 'mark')} changed there`,
    feedsAdded > 0 && `${counted(feedsAdded, 'feed')} added`,
    feedsRemoved > 0 && `${counted(feedsRemoved, 'feed')} removed`,
    waiting > 0 && `${waiting} waiting to be sent`,
    missing > 0 && `${missing} still to be fetched`,
  ];
  return `${name}: ${facts.filter(Boolean).join(', ')}`;
}
