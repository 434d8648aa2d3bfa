import {readPageAnswer} from '../exchange/page-answer.ts';
import type {Answer, Meaning, Provider, RequestSignup} from './provider.ts';
import {postForm} from './plain.ts';

/**
 * Its embedded form. The answer is always a page: thanks, a complaint or a puzzle, and the status does not
 * tell which; where it leads does. Source: docs.buttondown.com, "Building your subscriber base".
 */
export const buttondown: Provider = {
  name: 'buttondown',
  request: (signup, email) => postForm({...signup, fixed: {embed: '1', ...signup.fixed}}, email),
  read,
};

function read(answer: Answer, signup: RequestSignup): Meaning | undefined {
  const ownPage = `https://buttondown.com/${signup.url.split('/').at(-1) ?? ''}`;
  return answer.status < 300 ? readPageAnswer(answer, {...signup, page: ownPage}) : undefined;
}
