import {join} from 'node:path';
import {onTestFinished} from 'vitest';
import {openLibrary} from '../../source/library/file/open-library.ts';
import type {Library} from '../../source/ports/library.ts';
import type {AccountSettings, RoundResult, RoundWish} from '../../source/domain/sync/account.ts';
import {temporaryFolder} from '../helpers/shelf.ts';
import {Double, type Dialect} from './double.ts';
import {stateOf, syncWith} from './sync-with.ts';

export const NAME = 'home';

/** A library on this disk, and a server in some dialect that it has an account at. */
export type Desk = Readonly<{
  double: Double;
  library: Library;
  path: string;
  account: AccountSettings;
  sync(wish?: Partial<RoundWish>, signal?: AbortSignal): Promise<RoundResult>;
  /** The unread, the starred and the tagged articles, as sorted addresses, and the feeds. */
  state(): ReturnType<typeof stateOf>;
  /** The id here of an article by its address. */
  idOf(url: string): string;
}>;

export async function desk(
  dialect?: Dialect,
  given?: Partial<AccountSettings>,
  now: () => number = Date.now,
): Promise<Desk> {
  const double = await new Double(dialect).start();
  onTestFinished(() => double.stop());
  const path = join(temporaryFolder(), 'library.db');
  const library: Library = openLibrary(path, {now});
  onTestFinished(() => library.close());
  const account: AccountSettings = {
    name: NAME,
    base: double.base,
    api: dialect?.api ?? 'google-reader',
    server: dialect === undefined || dialect.fullWidth ? 'freshrss' : dialect.api ? 'miniflux' : 'other',
    user: double.account.user,
    ...given,
  };
  return {
    double,
    library,
    path,
    account,
    sync: (wish, signal) => syncWith(library, account, double.account.password, wish, signal),
    state: () => stateOf(library),
    idOf(url) {
      const row = library.articleByUrl(url);
      if (!row) throw new Error(`no article ${url}`);
      return row.id;
    },
  };
}
