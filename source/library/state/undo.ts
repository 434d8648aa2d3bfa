import type {ActChoice, PastAct} from '../../domain/past-act.ts';
import type {Database} from '../file/database.ts';
import {finish, PART, setAll} from '../file/in-parts.ts';
import type {Run} from '../file/in-parts.ts';
import {endDeadRuns} from './acts.ts';
import type {TakingBack} from './acts.ts';
import {applyQuery} from './saved-queries.ts';
import {setTag} from './own-tags.ts';
import {setRules} from './rules.ts';
import {applyArrangement, applyOrder} from './arranging.ts';

const TRYING = 'Nothing was taken back';

/** Takes back the last act of this run or, when there is none left, of the run before it; or a chosen one. */
export function undo(
  database: Database,
  run: Run,
  choice: ActChoice = {},
): {description: string; ids: readonly string[]} | undefined {
  finish(database, run);
  return database.write(
    () => {
      endDeadRuns(database);
      const act = chosenAct(database, run, choice);
      if (!act) return undefined;
      database.run('DELETE FROM act WHERE n = ?', act.n);
      return {description: act.description, ids: takeBack(database, act.takingBack)};
    },
    {trying: TRYING},
  );
}

/** The same for a reader who goes on pressing keys: of an act that is large the first part. */
export function undoInParts(
  database: Database,
  run: Run,
  choice: ActChoice = {},
): {description: string} | undefined {
  // An act that is undone need not be finished first.
  if (run.rest && !run.rest.atEnd && run.rest.act === chosenAct(database, run, choice)?.n) delete run.rest;
  else finish(database, run);
  const begun = database.write(
    () => {
      endDeadRuns(database);
      const act = chosenAct(database, run, choice);
      const large = act && largeMark(act.takingBack);
      if (act && large) {
        const {column, was, keys} = large;
        setAll(database, column, was, keys.slice(-PART));
        // Only then is it forgotten: what is interrupted can be taken back again.
        const atEnd = () => database.run('DELETE FROM act WHERE n = ?', act.n);
        return {
          description: act.description,
          rest: {act: act.n, column, value: was, keys, left: keys.length - PART, atEnd},
        };
      }
      if (!act) return undefined;
      database.run('DELETE FROM act WHERE n = ?', act.n);
      takeBack(database, act.takingBack);
      return {description: act.description};
    },
    {trying: TRYING},
  );
  if (begun?.rest) run.rest = begun.rest;
  return begun && {description: begun.description};
}

type Act = Readonly<{n: number; description: string; takingBack: TakingBack}>;

/** Everything that can be taken back, the newest first, with whether it was done in this run. */
export function acts(database: Database, run: Run): readonly PastAct[] {
  return database
    .all<{n: number; run: number; description: string}>('SELECT n, run, description FROM act ORDER BY n DESC')
    .map(act => ({number: act.n, description: act.description, isOfThisRun: act.run === run.n}));
}

function chosenAct(database: Database, run: Run, {number, isOwn}: ActChoice): Act | undefined {
  const own = run.n ?? -1;
  const [where, ...values]: [string, ...number[]] =
    number !== undefined
      ? ['n = ?', number]
      : isOwn
        ? ['run = ?', own]
        : ['run = ? OR run = (SELECT max(n) FROM run WHERE ended_at IS NOT NULL)', own];
  const act = database.all<{n: number; description: string; taking_back: Uint8Array}>(
    `SELECT n, description, taking_back FROM act WHERE ${where} ORDER BY run = ? DESC, n DESC LIMIT 1`,
    ...values,
    own,
  )[0];
  if (!act) return undefined;
  const takingBack = JSON.parse(Buffer.from(act.taking_back).toString('utf8')) as TakingBack;
  return {n: act.n, description: act.description, takingBack};
}

function largeMark(act: TakingBack): Extract<TakingBack, {kind: 'mark'}> | undefined {
  const part = act.kind === 'marks' && act.parts.length === 1 ? act.parts[0] : act;
  return part?.kind === 'mark' && part.keys.length > PART ? part : undefined;
}

function takeBack(database: Database, act: TakingBack): string[] {
  switch (act.kind) {
    case 'mark': {
      setAll(database, act.column, act.was, act.keys);
      return idsOf(database, act.keys);
    }
    case 'tag': {
      setTag(database, act.name, act.was, act.keys);
      return idsOf(database, act.keys);
    }
    case 'marks': {
      return [...new Set(act.parts.flatMap(part => takeBack(database, part)))];
    }
    case 'rules': {
      setRules(database, act.was);
      return [];
    }
    case 'unfollow': {
      database.run('UPDATE publication SET is_listed = 1 WHERE id = ?', act.publicationId);
      return [act.publicationId];
    }
    case 'arrange': {
      applyArrangement(database, act.publicationId, act.was);
      return [act.publicationId];
    }
    case 'query': {
      applyQuery(database, act.name, act.was);
      return [];
    }
    case 'reorder': {
      applyOrder(database, act.was);
      return [];
    }
  }
}

function idsOf(database: Database, keys: readonly number[]): string[] {
  return database
    .all<{id: string}>(
      'SELECT id FROM article WHERE key IN (SELECT value FROM json_each(?))',
      JSON.stringify(keys),
    )
    .map(({id}) => id);
}
