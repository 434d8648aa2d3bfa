import type {Context} from '../runtime/context.ts';
import {isPasswordTyped} from '../domain/sync/account.ts';
import {accountsOf} from '../services/accounts/accounts.ts';
import type {Finding} from './finding.ts';

/** The state of each account after its last round. No server is asked: "inkwell account test" does that. */
export async function examineAccounts({options, ports}: Context): Promise<readonly Finding[]> {
  const accounts = accountsOf(options);
  if (accounts.length === 0) return [];
  const library = await ports.existingLibrary();
  const states = library ? (await ports.sync()).states() : [];
  return accounts.map((account): Finding => {
    const {name, base, passwordEnv} = account;
    const state = states.find(each => each.name === name);
    const waiting = state && state.waiting > 0 ? `, ${state.waiting} waiting to be sent` : '';
    const when = state?.syncedAt
      ? `synced ${state.syncedAt.slice(0, 16).replace('T', ' ')}`
      : 'not synced yet';
    const about = {area: 'Accounts', name} as const;
    const advice = state?.problem?.advice ?? `Look closer with "inkwell account test ${name}".`;
    if (state?.problem)
      return {...about, state: 'warning', message: `${state.problem.message} ${when}${waiting}`, advice};
    if (passwordEnv !== undefined && !process.env[passwordEnv])
      return {
        ...about,
        state: 'warning',
        message: `${passwordEnv}, which holds the password, is not set.`,
        advice: 'Set it where Inkwell is started.',
      };
    if (isPasswordTyped(account))
      return {
        ...about,
        state: 'note',
        message: `${base}: ${when}${waiting}; the password is asked for`,
        advice: 'Set "passwordCommand" to sync without being asked.',
      };
    return {...about, state: 'good', message: `${base}: ${when}${waiting}`};
  });
}
