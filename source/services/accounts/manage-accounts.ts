import {ProblemError} from '../../domain/problem.ts';
import type {AccountSettings, AccountTest} from '../../domain/sync/account.ts';
import type {Services} from '../context.ts';
import {accountsOf, openingOf} from './accounts.ts';

/** An account as somebody asks for it. */
export type AccountWish = Readonly<{
  /** The address of the site or of its API. */
  address: string;
  /** The host, if absent. */
  name?: string;
}> &
  Pick<AccountSettings, 'user' | 'passwordCommand' | 'passwordEnv' | 'appId' | 'appKeyEnv'>;

export type AddedAccount = Readonly<{account: AccountSettings; title: string; test: AccountTest}>;

type Managing = Pick<Services, 'options' | 'sync'> &
  Readonly<{
    /** Writes all accounts into the preferences. */
    keepAccounts: (accounts: readonly AccountSettings[]) => Promise<void>;
  }>;

/** The caller's part: both are asked at a terminal, where there is one. */
type Asking = Readonly<{
  askUser?: (base: string) => Promise<string>;
  askPassword?: (account: AccountSettings) => Promise<string>;
}>;

/** Finds the API at an address, signs in once, and keeps the account. Nothing is kept of one that fails. */
export async function addAccount(
  {address, name, user: given, ...secrets}: AccountWish,
  {options, sync, keepAccounts}: Managing,
  {askUser, askPassword}: Asking,
  signal: AbortSignal,
): Promise<AddedAccount> {
  if (options.offline)
    throw new ProblemError({kind: 'offline', message: 'The server was not asked: Inkwell is offline.'});
  const servers = await sync();
  const {base, server, api, title} = await servers.find(address, {hasUser: given !== undefined}, signal);
  const called = name ?? new URL(base).hostname.replace(/^www\./u, '');
  const all = accountsOf(options);
  if (all.some(account => account.name === called))
    throw new ProblemError({
      kind: 'refused',
      message: `You have an account called ${called} already.`,
      advice: 'Give this one another name with --name.',
    });
  const needsUser = given === undefined && api === 'google-reader' && server !== 'commafeed';
  const user = needsUser ? await askUser?.(base) : given;
  const account = {name: called, base, api, server, ...(user !== undefined && {user}), ...secrets};
  const test = await testAccount(account, {sync}, {...(askPassword && {askPassword})}, signal);
  await keepAccounts([...all, account]);
  return {account, title, test};
}

/** Signs in and looks what is there. */
export async function testAccount(
  account: AccountSettings,
  {sync}: Pick<Services, 'sync'>,
  {askPassword}: Asking,
  signal: AbortSignal,
): Promise<AccountTest> {
  const opening = await openingOf(account, askPassword);
  return (await sync()).test(opening, signal);
}

/** Returns how many feeds leave the list, or are fetched from here from now on. */
export async function removeAccount(
  {name}: Pick<AccountSettings, 'name'>,
  {options, sync, keepAccounts}: Managing,
  {dropsWaiting, keepsFeeds}: Readonly<{dropsWaiting: boolean; keepsFeeds: boolean}>,
): Promise<number> {
  const servers = await sync();
  const waiting = servers.states().find(state => state.name === name)?.waiting ?? 0;
  if (waiting > 0 && !dropsWaiting)
    throw new ProblemError({
      kind: 'refused',
      message: `${name} has ${waiting} acts that wait to be sent.`,
      advice: `"inkwell sync ${name}" sends them; --force drops them.`,
    });
  const feeds = servers.drop(name, keepsFeeds);
  await keepAccounts(accountsOf(options).filter(each => each.name !== name));
  return feeds;
}

/** The words for what stands before a server and takes the token away; undefined where nothing does. */
export function takenToken(
  {base}: Pick<AccountSettings, 'base'>,
  {passesAuthorization}: AccountTest,
): Readonly<{message: string; advice: string}> | undefined {
  if (passesAuthorization !== false) return undefined;
  return {
    message: `What stands before ${new URL(base).host} does not hand on the header "Authorization".`,
    advice: 'docs/sync.md says how to set up the web server.',
  };
}
