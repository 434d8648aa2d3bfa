import {createServer} from 'node:net';
import type {AddressInfo} from 'node:net';
import {expect, onTestFinished, test} from 'vitest';
import {createHttp} from '../../source/http/http.ts';
import {HttpError} from '../../source/http/exchange.ts';
import type {Answer, HttpRequest} from '../../source/http/exchange.ts';
import {leave} from '../../source/newsletters/leave.ts';

const never = new AbortController().signal;

/** What a service of the network would answer, and what it was asked. */
function service(status: number) {
  const asked: HttpRequest[] = [];
  const request = async (question: HttpRequest): Promise<Answer> => {
    asked.push(question);
    return {
      status,
      url: question.url,
      headers: new Headers(),
      body: new Uint8Array(),
      validators: {},
      isPrivate: false,
      askedAt: 0,
      took: 0,
    };
  };
  return {asked, http: {request}};
}

const oneClick = {
  url: 'https://letters.example/leave/7',
  mailto: 'mailto:leave@letters.example',
  isOneClick: true,
};

test('one click is one POST with the words of the RFC, whose redirect is not followed', async () => {
  const {asked, http} = service(200);
  expect(await leave(http, oneClick, never)).toMatchObject({outcome: 'left', host: 'letters.example'});
  expect(asked).toEqual([
    expect.objectContaining({
      method: 'POST',
      url: oneClick.url,
      body: 'List-Unsubscribe=One-Click',
      redirects: 'none',
      reach: 'public-only',
      once: true,
    }),
  ]);
});

test.each([302, 404, 500])('status %i is not taken for success', async status => {
  const {asked, http} = service(status);
  expect(await leave(http, oneClick, never)).toMatchObject({outcome: 'needs-browser', page: oneClick.url});
  expect(asked).toHaveLength(1);
});

test.each([
  [{mailto: 'mailto:x@y.example', isOneClick: false}, 'needs-mail'],
  [{url: 'https://y.example/u', isOneClick: false}, 'needs-browser'],
  [{url: 'http://y.example/u', mailto: 'mailto:x@y.example', isOneClick: false}, 'needs-mail'],
  [{isOneClick: false}, 'failed'],
] as const)('without one click nothing is sent: %o', async (leaving, outcome) => {
  const {asked, http} = service(200);
  expect(await leave(http, leaving, never)).toMatchObject({outcome});
  expect(asked).toEqual([]);
});

test('a host that the reader signed up at may be near by its name alone: what it leads to may change', async () => {
  const {asked, http} = service(200);
  await leave(http, oneClick, never, true);
  await leave(http, {...oneClick, url: 'https://10.0.0.7/leave'}, never, true);
  expect(asked.map(({reach}) => reach)).toEqual(['public-only', {publicOr: '10.0.0.7'}]);
});

test('a letter can’t have this machine or the local network asked', async () => {
  let connections = 0;
  const server = createServer(socket => {
    connections++;
    socket.destroy();
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const {port} = server.address() as AddressInfo;
  const http = createHttp({environment: {}});
  onTestFinished(() => http.close());
  const leaving = {url: `https://127.0.0.1:${port}/leave`, isOneClick: true};
  expect(await leave(http, leaving, never)).toMatchObject({outcome: 'failed'});
  expect(connections).toBe(0);
});

test('whether anything was sent is said: a refused connection brought nothing', async () => {
  const refused = {
    request: () => Promise.reject(new HttpError({kind: 'refused', message: 'Nobody answers.'}, false)),
  };
  const lost = {
    request: () => Promise.reject(new HttpError({kind: 'refused', message: 'It broke off.'}, true)),
  };
  expect((await leave(refused, oneClick, never)).message).toBe('Nobody answers. Nothing was sent.');
  expect((await leave(lost, oneClick, never)).message).toContain('not known whether');
});
