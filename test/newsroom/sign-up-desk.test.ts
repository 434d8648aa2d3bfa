import {afterAll, beforeAll, expect, test} from 'vitest';
import {createHttp} from '../../source/http/http.ts';
import {createNewsletters} from '../../source/newsletters/newsletters.ts';
import {json, openNewsroom} from './newsroom.ts';
import type {Newsroom} from './newsroom.ts';
import {publicationDesk} from './publication-desk.ts';
import {signUpDesk} from './sign-up-desk.ts';
import type {Letter} from './sign-up-desk.ts';

let room: Newsroom;
const letters: Letter[] = [];
const http = createHttp({environment: {}});
beforeAll(async () => {
  const newsletter = {heading: 'Letters from the well', promises: [], signup: {kind: 'none'}} as const;
  const publication = {id: 'p', title: 'Journal', location: '/journal', newsletter};
  room = await openNewsroom([
    signUpDesk(letter => letters.push(letter)),
    publicationDesk('/nowhere', publication, []),
  ]);
});
afterAll(async () => {
  await http.close();
  await room.close();
});

test('a reader finds the sign-up, confirms by the letter, and is then told of it', async () => {
  const newsletters = createNewsletters({http});
  const publication = {
    id: 'p',
    title: 'Journal',
    location: `${room.origin}/feed.json`,
    isPrivate: true,
    homepage: `${room.origin}/`,
  };
  const signal = new AbortController().signal;
  const newsletter = await newsletters.find(publication, signal);
  if (!newsletter) throw new Error('nothing was found');
  expect(newsletter).toMatchObject({
    heading: 'Letters from the well',
    signup: {url: `${room.origin}/subscribe`},
  });
  const subscribe = () => newsletters.subscribe(publication, newsletter, 'ada@example.com', signal);

  expect(await subscribe()).toMatchObject({outcome: 'check-inbox', message: expect.stringMatching(/inbox/)});
  expect(letters).toHaveLength(1);
  const confirmed = await fetch(letters[0]?.link ?? '');
  expect(await confirmed.text()).toMatch(/You are subscribed/);
  expect(await subscribe()).toMatchObject({outcome: 'already'});
});

test('what is no address is refused by the newsroom too', async () => {
  const body = JSON.stringify({email: 'nobody'});
  const headers = {'content-type': 'application/json'};
  const answer = await fetch(`${room.origin}/subscribe`, {method: 'POST', headers, body});
  expect(answer.status).toBe(422);
});

test('nothing above the folder is served', async () => {
  const outside = await fetch(`${room.origin}/..%2F..%2Fetc%2Fpasswd.svg`);
  expect(outside.status).toBe(404);
});

test('every request is kept as it came', async () => {
  const other = await openNewsroom([() => json({})]);
  await fetch(`${other.origin}/a?b=c`, {method: 'POST', body: 'text'});
  expect(other.requests).toMatchObject([{method: 'POST', url: '/a?b=c', body: 'text'}]);
  await other.close();
});
