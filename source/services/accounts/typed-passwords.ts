import {isPasswordTyped, type AccountSettings} from '../../domain/sync/account.ts';

/**
 * Passwords of accounts that were typed in this run. They lie in memory alone, each for the very server and
 * name that it was typed for.
 */
export type TypedPasswords = Readonly<{
  known: Map<string, string>;
  /** The accounts of which was said that they wait. */
  told: Set<string>;
}>;

type Whose = Pick<AccountSettings, 'base' | 'user' | 'passwordCommand' | 'passwordEnv'>;

export function typedPassword({known}: TypedPasswords, account: Whose): string | undefined {
  return known.get(keyOf(account));
}

export function keepPassword({known}: TypedPasswords, account: Whose, password: string): void {
  known.set(keyOf(account), password);
}

export function forgetPassword({known}: TypedPasswords, account: Whose): void {
  known.delete(keyOf(account));
}

/** True as long as the password of an account has to be typed and was not. */
export function isLocked(passwords: TypedPasswords, account: Whose): boolean {
  return isPasswordTyped(account) && typedPassword(passwords, account) === undefined;
}

/** True the first time that it is asked about an account. */
export function isFirstTold({told}: TypedPasswords, account: Whose): boolean {
  const before = told.size;
  return told.add(keyOf(account)).size > before;
}

const keyOf = ({base, user}: Whose): string => JSON.stringify([base, user]);
