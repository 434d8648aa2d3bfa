import {ProblemError} from '../../domain/problem.ts';
import type {AccountWish} from './manage-accounts.ts';

/**
 * An account typed as one line: the address, the name there ("-" where a key alone opens it), and the command
 * that prints the password, or the variable that holds it as "$NAME".
 */
export function typedAccount(line: string): AccountWish {
  const [, address, user, secret] = /^(\S+)\s+(\S+)\s+(\S.*)$/su.exec(line.trim()) ?? [];
  if (address === undefined || user === undefined || secret === undefined)
    throw new ProblemError({
      kind: 'malformed',
      message: 'An account is an address, your name there, and a command that prints the password.',
      advice: 'As in: https://rss.example.org me pass show rss',
    });
  const variable = /^\$([A-Za-z_]\w*)$/u.exec(secret)?.[1];
  return {
    address,
    ...(user !== '-' && {user}),
    ...(variable === undefined ? {passwordCommand: secret} : {passwordEnv: variable}),
  };
}
