import type {Problem} from '../domain/problem.ts';
import {EXIT, type ExitCode} from './exit.ts';

/** The exit code when nothing worked: "not found" only if that is what was wrong each time. */
export function failureOf(problems: readonly Pick<Problem, 'kind'>[]): ExitCode {
  return problems.every(({kind}) => kind === 'missing' || kind === 'gone') ? EXIT.missing : EXIT.failed;
}
