import {newsletterFrom} from '../../source/domain/newsletter/newsletter-from.ts';
import type {Newsletter, Outcome} from '../../source/domain/newsletter/newsletter.ts';
import type {Publication} from '../../source/domain/publication/publication.ts';
import {createHttp} from '../../source/http/http.ts';
import {createNewsletters} from '../../source/newsletters/newsletters.ts';
import {openNewsroom} from '../newsroom/newsroom.ts';
import type {Newsroom, Received} from '../newsroom/newsroom.ts';
import {playDesk, playNewsletter} from '../newsroom/play-desk.ts';

export const NOW = Date.parse('2027-01-01T00:00:00Z');
export const EMAIL = 'ada+news@example.com';

export type Sender = Readonly<{
  room: Newsroom;
  /** The other origin, to which nothing may ever be sent. */
  elsewhere: Newsroom;
  publication: Publication;
  newsletters: ReturnType<typeof createNewsletters>;
  /** Sends the address to a service that plays a situation; what arrived, token requests aside. */
  play(
    service: string,
    situation: string,
    email?: string,
  ): Promise<{outcome: Outcome; arrived: readonly Received[]}>;
  send(newsletter: Newsletter, email?: string): Promise<Outcome>;
  close(): Promise<void>;
}>;

/** The real client against a newsroom that plays every service. */
export async function openSender(): Promise<Sender> {
  const elsewhere = await openNewsroom([]);
  const room = await openNewsroom([playDesk(elsewhere.origin)]);
  const http = createHttp({userAgent: 'Inkwell tests', environment: {}});
  const newsletters = createNewsletters({http, now: () => NOW});
  const publication = {
    id: 'p',
    title: 'Gazette',
    location: `${room.origin}/feed.json`,
    homepage: `${room.origin}/`,
    isPrivate: true,
  };
  const send = (newsletter: Newsletter, email = EMAIL) =>
    newsletters.subscribe(publication, newsletter, email, new AbortController().signal);
  return {
    room,
    elsewhere,
    publication,
    newsletters,
    send,
    async play(service, situation, email) {
      const before = room.requests.length;
      const newsletter = newsletterFrom(playNewsletter(room.origin, service, situation));
      if (!newsletter) throw new Error(`no newsletter for ${service}`);
      const outcome = await send(newsletter, email);
      const arrived = room.requests.slice(before).filter(({url}) => !url.endsWith('/integrity-token/'));
      return {outcome, arrived};
    },
    async close() {
      await http.close();
      await Promise.all([room.close(), elsewhere.close()]);
    },
  };
}
