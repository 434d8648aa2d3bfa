import type {Signup, SignupState} from '../../domain/newsletter/signup.ts';
import type {Database} from '../file/database.ts';
import {given} from '../listing/rows.ts';

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
};

/** The latest first. */
export function signups(database: Database): Signup[] {
  return database.all<Columns>('SELECT * FROM signup ORDER BY id DESC').map(toSignup);
}

export function recordSignup(database: Database, signup: Omit<Signup, 'id' | 'at'>): Signup {
  return database.write(
    () => {
      const at = new Date(database.now()).toISOString();
      insertSignup(database, {...signup, at});
      return {...signup, id: database.count('SELECT max(id) FROM signup'), at};
    },
    {trying: 'The sign-up could not be stored'},
  );
}

/** Writes one as it is; without an id it gets the next. Returns how many rows were written. */
export function insertSignup(database: Database, signup: Omit<Signup, 'id'>, id?: number): number {
  const {publicationId, publicationTitle, email, host, provider, at, state, message} = signup;
  return database.run(
    `INSERT INTO signup (id, publication_id, publication_title, email, host, provider, at, state, message)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id ?? null,
    publicationId,
    publicationTitle,
    email ?? null,
    host ?? null,
    provider ?? null,
    at,
    state,
    message ?? null,
  );
}

export function updateSignup(
  database: Database,
  id: number,
  {state, message}: {state?: SignupState; message?: string},
): void {
  database.write(
    () =>
      database.run(
        'UPDATE signup SET state = coalesce(?, state), message = coalesce(?, message) WHERE id = ?',
        state ?? null,
        message ?? null,
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
  return {
    id,
    publicationId: columns.publication_id,
    publicationTitle: columns.publication_title,
    at,
    state,
    ...given({email, host, provider, message}),
  };
}
