import type {Opening} from '../../domain/sync/account.ts';
import {ProblemError} from '../../domain/problem.ts';
import type {Answer} from '../../http/http.ts';
import {type Asking, isPage, pageProblem, textOf} from '../ask-server.ts';

/** The fields of a request. A field may come several times. */
export type Form = readonly (readonly [name: string, value: string])[];

const encoded = (fields: Form): string =>
  new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])).toString();

/**
 * Name and password become a token, which lives in memory alone. A write carries it in the header and a
 * second one in the form, since servers look at either. Where they are refused both are fetched once more:
 * some expire after minutes.
 */
export class Session {
  readonly #opening: Opening;
  readonly #asking: Asking;
  #token: string | undefined;
  #writing: string | undefined;

  constructor(opening: Opening, asking: Asking) {
    this.#opening = opening;
    this.#asking = asking;
  }

  async enter(): Promise<void> {
    const {account, password} = this.#opening;
    const body = new URLSearchParams({Email: account.user ?? '', Passwd: password}).toString();
    const answer = await this.#asking.ask({
      url: `${account.base}/accounts/ClientLogin`,
      headers: this.#application(),
      body,
    });
    // The line decides, not the status: servers refuse with 200, 401 and 403.
    const token = /^Auth=(.+)$/mu.exec(textOf(answer))?.[1]?.trim();
    if (answer.status === 200 && token !== undefined) {
      this.#token = token;
      this.#writing = undefined;
      return;
    }
    if (answer.status === 200 && isPage(answer)) throw pageProblem(answer);
    const problem = this.#asking.refusal(answer);
    if (problem && problem.kind !== 'denied')
      throw new ProblemError(withAdvice(problem, account.server, answer.status));
    throw new ProblemError({
      kind: 'denied',
      message: `${new URL(account.base).host} does not accept the name or the password.`,
      advice: PASSWORDS[account.server] ?? PASSWORDS.other,
    });
  }

  async get(path: string, fields: Form = []): Promise<Answer> {
    const query = encoded([['output', 'json'], ...fields]);
    const send = (): Promise<Answer> =>
      this.#asking.ask({url: `${this.#path(path)}?${query}`, headers: this.#headers()});
    return this.#again(send, false);
  }

  /** `isQuestion`: nothing is changed by it. */
  async post(path: string, fields: Form, isQuestion = false): Promise<Answer> {
    const send = async (): Promise<Answer> => {
      this.#writing ??= await this.#writingToken();
      const form = encoded([...fields, ['T', this.#writing]]);
      return this.#asking.ask({url: this.#path(path), headers: this.#headers(), body: form, isQuestion});
    };
    return this.#again(send, true);
  }

  async #again(send: () => Promise<Answer>, isWriting: boolean): Promise<Answer> {
    if (this.#token === undefined) await this.enter();
    let answer = await send();
    if (isRefused(answer) && isWriting) {
      this.#writing = undefined;
      answer = await send();
    }
    if (isRefused(answer)) {
      await this.enter();
      answer = await send();
    }
    return this.#asking.accepted(answer);
  }

  async #writingToken(): Promise<string> {
    const answer = await this.#asking.ask({url: this.#path('token'), headers: this.#headers()});
    // Servers without tokens want an empty one.
    return answer.status === 200 && !isPage(answer) ? textOf(answer).trim() : '';
  }

  #headers(): Record<string, string> {
    return {...this.#application(), authorization: `GoogleLogin auth=${this.#token ?? ''}`};
  }

  #application(): Record<string, string> {
    const {account, appKey} = this.#opening;
    return account.appId === undefined ? {} : {AppId: account.appId, ...(appKey && {AppKey: appKey})};
  }

  #path(path: string): string {
    return `${this.#opening.account.base}/reader/api/0/${path}`;
  }
}

const isRefused = ({status}: Answer): boolean => status === 401 || status === 403;

function withAdvice(
  problem: ProblemError['problem'],
  server: string,
  status: number,
): ProblemError['problem'] {
  if (server === 'freshrss' && status === 503)
    return {
      ...problem,
      kind: 'denied',
      message: `${problem.message.split(' ')[0]} has its API switched off (503).`,
      advice: 'Switch it on in FreshRSS: Settings, Authentication, "Allow API access".',
    };
  return problem;
}

/** The page on which each server has the password that it wants. */
const PASSWORDS: Readonly<Record<string, string>> & Readonly<{other: string}> = {
  freshrss: 'FreshRSS has an API password of its own: Settings, Profile, "API password".',
  miniflux: 'Miniflux has a name and a password of its own for this: Settings, Integrations, Google Reader.',
  commafeed: 'CommaFeed takes the API key from your profile as the password.',
  bazqux: 'BazQux Reader has a password of its own: Settings, "Mobile login".',
  theoldreader: 'The Old Reader needs a password even where you sign in with another service.',
  inoreader: 'Inoreader also needs an AppId and an AppKey of your own.',
  other: 'Many servers have a password of its own for other programs: docs/sync.md says where.',
};
