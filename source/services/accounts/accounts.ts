import {exec} from 'node:child_process';
import {ProblemError} from '../../domain/problem.ts';
import {
  isPasswordTyped,
  type AccountSettings,
  type AccountState,
  type Opening,
  type RoundWish,
} from '../../domain/sync/account.ts';
import {nearest} from '../../domain/text/nearest.ts';
import type {Options} from '../../options/options.ts';

/** Milliseconds that a command which prints a secret may take: it may ask for a key. */
const PATIENCE = 120_000;

/** The accounts of the preferences, with what they leave out. */
export function accountsOf({accounts}: Pick<Options, 'accounts'>): readonly AccountSettings[] {
  return accounts.map(account => ({
    ...account,
    api: account.api ?? 'google-reader',
    server: account.server ?? 'other',
  }));
}

export function findAccount(options: Pick<Options, 'accounts'>, name: string): AccountSettings {
  const all = accountsOf(options);
  const found = all.find(account => account.name === name) ?? all.find(({base}) => base === name);
  if (found) return found;
  const near = nearest(
    name,
    all.map(account => account.name),
  );
  throw new ProblemError({
    kind: 'missing',
    message: `You have no account called ${name}.`,
    advice: near ? `Did you mean ${near}?` : '"inkwell account list" shows those that you have.',
  });
}

/** `ask`: asks the reader for the password, where there is a terminal to do it at. */
export async function openingOf(
  account: AccountSettings,
  ask: ((account: AccountSettings) => Promise<string>) | undefined,
): Promise<Opening> {
  const appKey = account.appKeyEnv === undefined ? undefined : fromEnvironment(account, account.appKeyEnv);
  const password = await passwordOf(account, ask);
  return {account, password, ...(appKey !== undefined && {appKey})};
}

type Secret = Pick<AccountSettings, 'name' | 'passwordCommand' | 'passwordEnv'>;

/** The password that a command prints or a variable holds. */
export async function passwordFrom({name, passwordCommand, passwordEnv}: Secret): Promise<string> {
  return passwordCommand === undefined
    ? fromEnvironment({name}, passwordEnv ?? '')
    : printedBy({name, command: passwordCommand, what: 'password'});
}

async function passwordOf(
  account: AccountSettings,
  ask: ((account: AccountSettings) => Promise<string>) | undefined,
): Promise<string> {
  if (!isPasswordTyped(account)) return passwordFrom(account);
  if (ask) return ask(account);
  const {name} = account;
  throw new ProblemError({
    kind: 'denied',
    message: `${name} has no password here: it is asked for at the terminal.`,
    advice: `"inkwell sync ${name}" asks; a "passwordCommand" in the account's settings does without.`,
  });
}

function fromEnvironment({name}: Secret, variable: string): string {
  const value = process.env[variable];
  if (value) return value;
  throw new ProblemError({
    kind: 'denied',
    message: `The password of ${name} is missing: ${variable} is not set.`,
    advice: 'Set it, or change "passwordEnv" in the settings.',
  });
}

/** The first line that it prints. What it says on its error output may hold secrets and is not shown. */
export async function printedBy({
  name,
  command,
  what,
}: Readonly<{name: string; command: string; what: 'password' | 'token'}>): Promise<string> {
  const {promise, resolve, reject} = Promise.withResolvers<string>();
  const child = exec(command, {timeout: PATIENCE, maxBuffer: 65_536}, (error, stdout) => {
    const line = stdout.split(/\r?\n/u, 1)[0] ?? '';
    if (!error && line !== '') return resolve(line);
    const why = error
      ? `ended with ${error.killed ? 'no answer' : `exit code ${error.code ?? '?'}`}`
      : 'printed nothing';
    reject(
      new ProblemError({
        kind: 'denied',
        message: `The ${what} of ${name} is missing: its "${what}Command" ${why}.`,
        advice: 'Run the command by hand to see why.',
      }),
    );
  });
  child.stdin?.end();
  return promise;
}

/** The wishes for rounds, by the settings. */
export function wishOf({sync}: Pick<Options, 'sync'>, isAccepted = false): RoundWish {
  return {newest: sync.newest, hidesDuplicates: sync.hideDuplicates, isAccepted};
}

/** True if an account is to be synced without being asked for. */
export function isAccountDue(state: AccountState | undefined, interval: number, now: number): boolean {
  if (state?.syncedAt === undefined) return true;
  const at = Date.parse(state.syncedAt);
  return at > now || state.waiting > 0 || (interval > 0 && at + interval * 60_000 <= now);
}
