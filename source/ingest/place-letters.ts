import type {Part} from '../domain/publication/source.ts';
import {accountNumber} from '../library/sync/accounts.ts';
import {keepValidator, placeMails} from '../library/sync/mail-marks.ts';
import type {Library} from '../ports/library.ts';

/** Notes where the letters of an IMAP folder lie, so that marks can be sent there. */
export function placeLetters(library: Library, location: string, parts: readonly Part[]): void {
  const mails = parts.flatMap(({fetched}) =>
    fetched.kind === 'loaded'
      ? fetched.articles.flatMap(({article, mail}) => (mail ? [{articleId: article.id, place: mail}] : []))
      : [],
  );
  if (mails.length > 0)
    library.inside((database: Parameters<typeof placeMails>[0]) =>
      placeMails(database, accountNumber(database, location), mails),
    );
}

/** Keeps how far a mailbox was read, before all of it was. */
export function keepProgress(library: Library, publicationId: string, validator: string): void {
  library.inside((database: Parameters<typeof keepValidator>[0]) =>
    keepValidator(database, publicationId, validator),
  );
}
