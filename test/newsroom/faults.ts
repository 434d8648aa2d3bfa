import type {ServerResponse} from 'node:http';
import {page} from './newsroom.ts';
import type {Reply} from './newsroom.ts';

/** Misbehaviours that every service can be given. `elsewhere` is another origin. */
export const FAULTS: Readonly<Record<string, (elsewhere: string, url: string) => Reply>> = {
  /** Goes away when it has read the request. */
  cut: () => response => void response.destroy(),
  /** Goes away in the middle of its answer. */
  half: () => response => {
    response.writeHead(200, {'content-type': 'application/json', 'content-length': '1000'});
    response.write('{"ok":', () => response.destroy());
  },
  /** Says nothing at all. */
  silent: () => () => {},
  /** Sends headers, then nothing. */
  stuck: () => response => response.writeHead(200, {'content-type': 'application/json'}).flushHeaders(),
  /** Never stops. */
  endless: () => flood,
  /** Wants the address sent to another origin. */
  elsewhere: elsewhere => ({status: 307, headers: {location: `${elsewhere}/caught`}}),
  forever: elsewhere => ({status: 308, headers: {location: `${elsewhere}/caught`}}),
  /** The form has moved house: the same path at another origin. */
  moved: (elsewhere, url) => ({status: 301, headers: {location: elsewhere + url}}),
  /** Thanks at another origin. */
  'thanks-elsewhere': elsewhere => ({status: 302, headers: {location: `${elsewhere}/thanks`}}),
  /** Leaves https. */
  downgrade: () => ({status: 307, headers: {location: 'http://plain.example/subscribe'}}),
  captcha: () =>
    page(
      '<title>Attention</title><h1>Are you human?</h1><div class="g-recaptcha" data-sitekey="x"></div>',
      403,
    ),
  /** Another type than it says. */
  picture: () => ({
    headers: {'content-type': 'image/png'},
    body: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]),
  }),
  truncated: () => ({headers: {'content-type': 'application/json'}, body: '{"truncated":'}),
  busy: () => ({status: 429, headers: {'retry-after': '60'}}),
  broken: () => ({status: 500, body: 'broken'}),
};

function flood(response: ServerResponse): void {
  response.writeHead(200, {'content-type': 'text/html'});
  const pour = (): void => {
    while (response.writable && response.write('<p>and on and on</p>'.repeat(200)));
  };
  response.on('drain', pour);
  pour();
}
