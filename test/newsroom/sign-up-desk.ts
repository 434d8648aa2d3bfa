import {randomBytes} from 'node:crypto';
import {checkEmail} from '../../source/domain/email/email.ts';
import {json, page} from './newsroom.ts';
import type {Desk, Received, Reply} from './newsroom.ts';

/** What becomes of the letters: nothing is sent, so the link of each is handed over here. */
export type Letter = Readonly<{email: string; link: string}>;

/** A sign-up with double opt-in, as JSON and as a form, at `/subscribe`; letters lead to `/confirm`. */
export function signUpDesk(post: (letter: Letter) => void): Desk {
  const waiting = new Map<string, string>();
  const subscribers = new Set<string>();
  return (request, origin) => {
    const {pathname, searchParams} = new URL(request.url, origin);
    if (pathname === '/confirm') return confirm(searchParams.get('token') ?? '');
    if (pathname !== '/subscribe' || request.method !== 'POST') return undefined;
    const check = checkEmail(addressIn(request));
    if (!check.ok) return json({message: `No letter can be sent there. ${check.reason}`}, 422);
    if (subscribers.has(check.email)) return json({message: 'This address is already subscribed.'}, 409);
    const token = randomBytes(12).toString('base64url');
    waiting.set(token, check.email);
    post({email: check.email, link: `${origin}/confirm?token=${token}`});
    return json({message: 'Check your inbox: a mail with a link is on its way.'}, 202);
  };

  function confirm(token: string): Reply {
    const email = waiting.get(token);
    if (email === undefined) return page('<title>Newsroom</title><h1>This link is not known</h1>', 404);
    subscribers.add(email);
    return page(
      '<title>Newsroom</title><h1>Thank you</h1><p>You are subscribed. No letter will ever come.</p>',
    );
  }
}

function addressIn({body, headers}: Received): string {
  if (!headers['content-type']?.startsWith('application/json'))
    return new URLSearchParams(body).get('email') ?? '';
  try {
    const {email} = JSON.parse(body) as {email?: unknown};
    return typeof email === 'string' ? email : '';
  } catch {
    return '';
  }
}
