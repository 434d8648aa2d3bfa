import {ProblemError} from '../../domain/problem.ts';
import type {AccountWish} from './manage-accounts.ts';

/**
 * An account typed as one line: the address, the name there ("-" where a key alone opens it), and the command
 * that prints the password, or the variable that holds it as "$NAME". With neither the password is asked for.
 */
export function typedAccount(line: string): AccountWish {
  const [, address, user, secret] = /^(\S+)\s+(\S+)(?:\s+(\S.*))?$/su.exec(line.trim()) ?? [];
  if (address === undefined || user === undefined)
    throw new ProblemError({
      kind: 'malformed',
      message:
        'An account is an address and your name there, with a command that prints the password or without.',
      advice: 'As in: https://rss.example.org me pass show rss',
    });
  const variable = secret === undefined ? undefined : /^\$([A-Za-z_]\w*)$/u.exec(secret)?.[1];
  return {
    address,
    ...(user !== '-' && {user}),
    ...(secret !== undefined && variable === undefined && {passwordCommand: secret}),
    ...(variable !== undefined && {passwordEnv: variable}),
  };
}
