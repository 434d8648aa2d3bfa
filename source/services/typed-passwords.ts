import {ProblemError, type Problem} from '../domain/problem.ts';
import {isPasswordTyped, type AccountSettings} from '../domain/sync/account.ts';

/** An account, or the owner of a mailbox as one is asked for the password: "ada at mail.example". */
type Whose = string | Pick<AccountSettings, 'base' | 'user' | 'passwordCommand' | 'passwordEnv'>;

/**
 * Passwords that were typed in this run. They lie in memory alone, each for the very server and name that it
 * was typed for.
 */
export class TypedPasswords {
  readonly #known = new Map<string, string>();
  readonly #told = new Set<string>();
  /** Resolved once the server has taken the password. */
  readonly #taken = new Map<string, PromiseWithResolvers<string>>();
  readonly #hasTaken = new Set<string>();

  of(whose: Whose): string | undefined {
    return this.#known.get(keyOf(whose));
  }

  keep(whose: Whose, password: string): void {
    this.#known.set(keyOf(whose), password);
  }

  /** A password that the server refuses is forgotten; one that it has taken may be used. */
  judge(whose: Whose, problem: Problem | undefined): void {
    if (problem?.kind === 'denied') this.forget(whose);
    else if (!problem) this.#take(whose);
  }

  forget(whose: Whose): void {
    this.#known.delete(keyOf(whose));
    if (this.#hasTaken.delete(keyOf(whose))) this.#taken.delete(keyOf(whose));
  }

  /** The server has taken it: whoever waits for it may go on. */
  #take(whose: Whose): void {
    const password = this.of(whose);
    if (password === undefined) return;
    this.#waitFor(keyOf(whose)).resolve(password);
    this.#hasTaken.add(keyOf(whose));
  }

  /** The password as soon as the server has taken it; never, where nobody types it. */
  async taken(whose: Whose): Promise<string> {
    return await this.#waitFor(keyOf(whose)).promise;
  }

  /** The password of a mailbox. @throws ProblemError where it was not typed. */
  async typed(whose: string): Promise<string> {
    const password = this.of(whose);
    if (password !== undefined) return password;
    throw new ProblemError({
      kind: 'denied',
      message: `${whose} waits for its password.`,
      advice: 'Fetching it on its row among the publications asks for it.',
    });
  }

  /** True as long as the password of an account has to be typed and was not. */
  isLocked(account: Exclude<Whose, string>): boolean {
    return isPasswordTyped(account) && this.of(account) === undefined;
  }

  /** True the first time that it is asked about somebody. */
  isFirstTold(whose: Whose): boolean {
    const before = this.#told.size;
    return this.#told.add(keyOf(whose)).size > before;
  }

  #waitFor(key: string): PromiseWithResolvers<string> {
    const waiting = this.#taken.get(key) ?? Promise.withResolvers<string>();
    this.#taken.set(key, waiting);
    return waiting;
  }
}

function keyOf(whose: Whose): string {
  return typeof whose === 'string' ? whose : JSON.stringify([whose.base, whose.user]);
}
