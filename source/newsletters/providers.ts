import type {Provider} from './provider.ts';
import {beehiiv} from './providers/beehiiv.ts';
import {brevo} from './providers/brevo.ts';
import {buttondown} from './providers/buttondown.ts';
import {ghost} from './providers/ghost.ts';
import {kit} from './providers/kit.ts';
import {listmonk} from './providers/listmonk.ts';
import {mailchimp} from './providers/mailchimp.ts';
import {mailerlite} from './providers/mailerlite.ts';
import {sendy} from './providers/sendy.ts';
import {substack} from './providers/substack.ts';

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
