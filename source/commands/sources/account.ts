import type {CommandContext} from '../../command-line/table.ts';
import {toProblem, type Problem} from '../../domain/problem.ts';
import type {AccountSettings, AccountState, AccountTest} from '../../domain/sync/account.ts';
import {counted} from '../../output/counted.ts';
import {problemJson} from '../../output/listing.ts';
import {ask, askSecret} from '../../command-line/words.ts';
import type {Output} from '../../output/output.ts';
import {EXIT, exitCode, Misuse} from '../../runtime/exit.ts';
import {accountsOf, findAccount} from '../../services/accounts/accounts.ts';
import {addAccount, removeAccount, takenToken, testAccount} from '../../services/accounts/manage-accounts.ts';

type Given = CommandContext<'account'>;

const ACTIONS: Readonly<Record<string, (context: Given, word: string | undefined) => Promise<number>>> = {
  add,
  list,
  remove,
  test,
};

/** `inkwell account`: the servers that Inkwell syncs with. */
export async function run(context: Given): Promise<number> {
  const [action = 'list', word] = context.words;
  const act = ACTIONS[action];
  if (!act)
    throw new Misuse(
      `"${action}" is not something to do with an account.`,
      'It is add, list, remove or test.',
    );
  if (word === undefined && (action === 'add' || action === 'remove'))
    throw new Misuse(
      `Say which, as in "inkwell account ${action} ${action === 'add' ? 'https://rss.example.org' : 'NAME'}".`,
      '"inkwell account --help" shows examples.',
    );
  return act(context, word);
}

async function add(context: Given, address = ''): Promise<number> {
  const {flags, output, signal} = context;
  output.progress(`Looking for the API at ${address}`);
  const {
    account,
    test: found,
    title,
  } = await addAccount(
    {
      address,
      ...(flags.name !== undefined && {name: flags.name}),
      ...(flags.user !== undefined && {user: flags.user}),
      ...(flags['password-command'] !== undefined && {passwordCommand: flags['password-command']}),
      ...(flags['password-env'] !== undefined && {passwordEnv: flags['password-env']}),
      ...(flags['app-id'] !== undefined && {appId: flags['app-id']}),
      ...(flags['app-key-env'] !== undefined && {appKeyEnv: flags['app-key-env']}),
    },
    managing(context),
    asking(context),
    signal,
  ).finally(() => output.progress(undefined));
  const {name, base} = account;
  warnOf(account, found, output);
  if (flags.json)
    await output.json({version: 1, accounts: [accountJson(account, undefined, found)], problems: []});
  else {
    await output.text(`Added ${name}: ${title} at ${base}, ${counted(found.feeds, 'feed')}.\n`);
    output.note(`"inkwell sync ${name}" fetches them.`);
  }
  return EXIT.done;
}

function managing({options, ports}: Given) {
  return {
    options,
    sync: ports.sync,
    keepAccounts: (accounts: readonly AccountSettings[]) =>
      ports.preferences.write('accounts', accounts.length === 0 ? undefined : accounts),
  };
}

/** Name and password are asked for at the terminal. */
function asking({output}: Given) {
  const before = <Answer>(question: () => Promise<Answer>): Promise<Answer> => {
    output.progress(undefined);
    return question();
  };
  return {
    askUser: (base: string) => before(() => ask(`Your name at ${new URL(base).host}`, output)),
    askPassword: ({base, user}: AccountSettings) =>
      before(() =>
        askSecret(`Password${user === undefined ? '' : ` of ${user}`} at ${new URL(base).host}`, output),
      ),
  };
}

function warnOf(account: AccountSettings, found: AccountTest, output: Output): void {
  const warning = takenToken(account, found);
  if (warning) output.problem(warning);
}

async function list(context: Given): Promise<number> {
  const {flags, options, output, ports} = context;
  const accounts = accountsOf(options);
  const states = accounts.length > 0 ? (await ports.sync()).states() : [];
  const stateOf = (name: string): AccountState | undefined => states.find(state => state.name === name);
  if (flags.json) {
    await output.json({
      version: 1,
      accounts: accounts.map(account => accountJson(account, stateOf(account.name))),
      problems: [],
    });
    return EXIT.done;
  }
  for (const account of accounts) await output.text(`${entry(account, stateOf(account.name), output)}\n`);
  if (accounts.length === 0)
    output.note('You have no account yet. "inkwell account add ADDRESS" changes that.');
  return EXIT.done;
}

async function remove(context: Given, name = ''): Promise<number> {
  const {flags, options, output} = context;
  const account = findAccount(options, name);
  const feeds = await removeAccount(account, managing(context), {
    dropsWaiting: flags.force === true,
    keepsFeeds: flags.keep === true,
  });
  if (flags.json) await output.json({version: 1, accounts: [accountJson(account, undefined)], problems: []});
  else
    await output.text(
      `Removed ${account.name}. ${counted(feeds, 'feed')} ${flags.keep ? 'will be fetched from here' : 'left your list'}.\n`,
    );
  return EXIT.done;
}

async function test(context: Given, name: string | undefined): Promise<number> {
  const {flags, options, output, signal} = context;
  const accounts = name === undefined ? accountsOf(options) : [findAccount(options, name)];
  const problems: Problem[] = [];
  const found: object[] = [];
  for (const account of accounts) {
    try {
      const seen = await testAccount(account, context.ports, asking(context), signal);
      warnOf(account, seen, output);
      found.push(accountJson(account, undefined, seen));
      if (!flags.json)
        await output.text(
          `${account.name}: signed in, ${counted(seen.feeds, 'feed')}${seen.unread === undefined ? '' : `, ${seen.unread} unread`}\n`,
        );
    } catch (error) {
      problems.push(toProblem(error, account.name));
    }
  }
  if (flags.json) await output.json({version: 1, accounts: found, problems: problems.map(problemJson)});
  else for (const problem of problems) output.problem(problem);
  return exitCode(problems, found.length);
}

function accountJson(
  {name, base, api, server, user}: AccountSettings,
  state: AccountState | undefined,
  found?: AccountTest,
): object {
  return {
    name,
    base,
    api,
    server,
    user,
    feeds: found?.feeds ?? state?.feeds ?? 0,
    articles: state?.articles ?? 0,
    waiting: state?.waiting ?? 0,
    missing: state?.missing ?? 0,
    syncedAt: state?.syncedAt,
    problem: state?.problem && problemJson(state.problem),
  };
}

function entry({base, name, user}: AccountSettings, state: AccountState | undefined, output: Output): string {
  const facts = [
    state ? counted(state.feeds, 'feed') : undefined,
    state?.syncedAt ? `synced ${state.syncedAt.slice(0, 16).replace('T', ' ')}` : 'not synced yet',
    state && state.waiting > 0 && `${state.waiting} waiting to be sent`,
    state && state.missing > 0 && `${state.missing} still to be fetched`,
  ];
  const where = `${base}${user === undefined ? '' : ` as ${user}`}`;
  const more = output.entry([where, output.facts(facts), state?.problem?.message]);
  return `${name}${output.isSpoken ? ', ' : '\n'}${more}\n`;
}
