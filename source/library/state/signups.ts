import type {Confirmation, Signup, SignupChange, SignupState} from '../../domain/newsletter/signup.ts';
import type {Database} from '../file/database.ts';
import {given} from '../listing/rows.ts';
import {object} from './publications.ts';

type Columns = {
  id: number;
  publication_id: string;
  publication_title: string;
  email: string | null;
  host: string | null;
  provider: string | null;
  at: string;
  state: SignupState;
  message: string | null;
  confirmation: string | null;
  confirmed_at: string | null;
  left_at: string | null;
  letters: string | null;
  letters_count: number | null;
  letters_last: string | null;
};

/** The latest first. */
export function signups(database: Database): Signup[] {
  return database
    .all<Columns>(
      `SELECT signup.*, count(article.id) AS letters_count, max(article.published_at) AS letters_last
       FROM signup LEFT JOIN publication ON publication.id = signup.letters
       LEFT JOIN entry ON entry.publication = publication.n LEFT JOIN article ON article.key = entry.key
       GROUP BY signup.id ORDER BY signup.id DESC`,
    )
    .map(toSignup);
}

export function recordSignup(database: Database, signup: Omit<Signup, 'id' | 'at'>): Signup {
  return database.write(
    () => {
      const at = new Date(database.now()).toISOString();
      const reached = {confirmed: {confirmedAt: at}, left: {leftAt: at}}[signup.state as string];
      insertSignup(database, {...signup, ...reached, at});
      return {...signup, id: database.count('SELECT max(id) FROM signup'), at};
    },
    {trying: 'The sign-up could not be stored'},
  );
}

/** Writes one as it is; without an id it gets the next. Returns how many rows were written. */
export function insertSignup(database: Database, signup: Omit<Signup, 'id'>, id?: number): number {
  const {publicationId, publicationTitle, email, host, provider, at, state, message} = signup;
  return database.run(
    `INSERT INTO signup (id, publication_id, publication_title, email, host, provider, at, state, message,
       confirmed_at, left_at, letters)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id ?? null,
    publicationId,
    publicationTitle,
    email ?? null,
    host ?? null,
    provider ?? null,
    at,
    state,
    message ?? null,
    signup.confirmedAt ?? null,
    signup.leftAt ?? null,
    signup.lettersId ?? null,
  );
}

/** Changes what is given. The mail that asks to confirm is deleted when letters have come. */
export function updateSignup(
  database: Database,
  id: number,
  {state, message, confirmation, lettersId}: SignupChange,
): void {
  database.write(
    () =>
      database.run(
        `WITH change(state, message, letters, confirmation, at)
             AS (SELECT ?, ?, ?, ?, ?)
         UPDATE signup SET state = coalesce(change.state, signup.state),
           message = coalesce(change.message, signup.message),
           confirmation =
             CASE WHEN change.letters IS NULL THEN coalesce(change.confirmation, signup.confirmation) END,
           letters = coalesce(change.letters, signup.letters),
           confirmed_at = CASE change.state WHEN 'confirmed' THEN coalesce(confirmed_at, change.at)
             WHEN 'requested' THEN NULL ELSE confirmed_at END,
           left_at = CASE change.state WHEN 'left' THEN change.at ELSE left_at END
         FROM change WHERE id = ?`,
        state ?? null,
        message ?? null,
        lettersId ?? null,
        confirmation ? JSON.stringify(confirmation) : null,
        new Date(database.now()).toISOString(),
        id,
      ),
    {
      trying: 'The sign-up could not be stored',
    },
  );
}

export function forgetSignup(database: Database, id: number): void {
  database.write(() => database.run('DELETE FROM signup WHERE id = ?', id), {
    trying: 'The sign-up could not be forgotten',
  });
}

function toSignup(columns: Columns): Signup {
  const {id, at, state, email, host, provider, message} = columns;
  const {letters: lettersId, letters_count: count, letters_last: last} = columns;
  return {
    id,
    publicationId: columns.publication_id,
    publicationTitle: columns.publication_title,
    at,
    state,
    ...given({
      email,
      host,
      provider,
      message,
      confirmation: object(columns.confirmation) as Confirmation | undefined,
      confirmedAt: columns.confirmed_at,
      leftAt: columns.left_at,
      lettersId,
    }),
    ...(lettersId !== null && {letters: {count: count ?? 0, ...given({last})}}),
  };
}
