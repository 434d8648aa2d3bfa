import type {Provider} from './provider.ts';
import {beehiiv} from './beehiiv.ts';
import {brevo} from './brevo.ts';
import {buttondown} from './buttondown.ts';
import {ghost} from './ghost.ts';
import {kit} from './kit.ts';
import {listmonk} from './listmonk.ts';
import {mailchimp} from './mailchimp.ts';
import {mailerlite} from './mailerlite.ts';
import {sendy} from './sendy.ts';
import {substack} from './substack.ts';

/** Every service that is known; a new one is a file and a line here. Asked in this order. */
export const PROVIDERS: readonly Provider[] = [
  buttondown,
  mailchimp,
  kit,
  ghost,
  listmonk,
  beehiiv,
  substack,
  mailerlite,
  brevo,
  sendy,
];

export function providerNamed(name: string): Provider | undefined {
  return PROVIDERS.find(provider => provider.name === name);
}
