import {first} from './migrations/0001-first.ts';
import {identityAndTalk} from './migrations/0002-identity-and-talk.ts';
import {privateSources} from './migrations/0003-private-sources.ts';
import {accounts} from './migrations/0004-accounts.ts';
import {signupLife} from './migrations/0005-signup-life.ts';
import {ownTags} from './migrations/0006-own-tags.ts';
import {rules} from './migrations/0007-rules.ts';
import {ownSettings} from './migrations/0008-own-settings.ts';
import {syncedTags} from './migrations/0009-synced-tags.ts';

/**
 * Every step that the library's file has ever taken, in order; `user_version` counts them. What is here is
 * never changed again: a file of any past version is brought up to date by the steps that it lacks.
 */
export const MIGRATIONS: readonly string[] = [
  first,
  identityAndTalk,
  privateSources,
  accounts,
  signupLife,
  ownTags,
  rules,
  ownSettings,
  syncedTags,
];
