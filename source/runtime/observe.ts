import {reasonOf} from '../domain/system-error.ts';
import {appendFileSync, closeSync, constants, mkdirSync, openSync} from 'node:fs';
import {dirname, resolve} from 'node:path';
import type {Ingest, Sources, Sync} from '../ports/fetching.ts';
import {ProblemError, toProblem} from '../domain/problem.ts';
import type {Refreshed} from '../domain/article/refreshed.ts';
import type {Options} from '../options/options.ts';
import {createFrameTimes} from './frame-times.ts';
import {redact} from './redact.ts';

/** Records events while the program runs: for the log and for --timings. */
export type Observer = Readonly<{
  /** Runs something and notes how long it took and whether it failed. */
  time<Value>(
    event: string,
    facts: Facts,
    act: () => Promise<Value>,
    result?: (value: Value) => Facts,
  ): Promise<Value>;
  /** Notes something that was timed elsewhere. */
  note(event: string, facts: Facts & {milliseconds: number}): void;
  /** Notes how long a frame of the reader took to make; frames are added up, and not logged. */
  frame(milliseconds: number): void;
  /** Milliseconds by event, for --timings. */
  timings(): string;
}>;

type Facts = Readonly<Record<string, string | number | boolean | undefined>>;

export function createObserver({log}: Pick<Options, 'log'>): Observer {
  const write = log === undefined ? undefined : openLog(resolve(log));
  const spent = new Map<string, {milliseconds: number; times: number}>();
  const frames = createFrameTimes();
  const note: Observer['note'] = (event, {milliseconds, ...facts}) => {
    const sum = spent.get(event) ?? {milliseconds: 0, times: 0};
    spent.set(event, {milliseconds: sum.milliseconds + milliseconds, times: sum.times + 1});
    write?.({event, ...facts, milliseconds});
  };
  return {
    note,
    frame: frames.note,
    async time(event, facts, act, result) {
      const started = performance.now();
      const end = (more: Facts) =>
        note(event, {...facts, ...more, milliseconds: Math.round(performance.now() - started)});
      try {
        const value = await act();
        end(result?.(value) ?? {});
        return value;
      } catch (error) {
        const {kind, message} = toProblem(error);
        end({problem: kind, message});
        throw error;
      }
    },
    timings() {
      const parts = [...spent].map(
        ([event, {milliseconds, times}]) => `${event} ${milliseconds}${times > 1 ? ` (${times}×)` : ''}`,
      );
      return `Milliseconds since the process began: ${Math.round(performance.now())}. Of these: ${parts.join(', ') || 'nothing slow'}.${frames.sentence()}`;
    },
  };
}

/** Every fetch and conversion passes here on its way. */
export function observed(sources: Sources, observer: Observer): Sources {
  return {
    open: (source, signal) =>
      observer.time(
        'open',
        {location: source.location},
        () => sources.open(source, signal),
        fetched => ({
          outcome: fetched.kind,
          articles: fetched.kind === 'loaded' ? fetched.articles.length : undefined,
        }),
      ),
    openPage: (location, signal) =>
      observer.time('open page', {location}, () => sources.openPage(location, signal)),
    complete: (article, body, signal, publication) =>
      observer.time('complete', {location: article.url}, () =>
        sources.complete(article, body, signal, publication),
      ),
    readText: (location, signal) =>
      observer.time('read', {location}, () => sources.readText(location, signal)),
    leaving: (...given) => sources.leaving(...given),
    toMarkdown: body => observer.time('convert', {format: body.format}, () => sources.toMarkdown(body)),
  };
}

/** The same for what is fetched into the library. */
export function observedIngest(ingest: Ingest, observer: Observer): Ingest {
  return {
    refresh: (sources, heard, signal) => {
      const noted = (refreshed: Refreshed): void => {
        const {source, problem, isUnchanged, added, changed, milliseconds} = refreshed;
        const outcome = problem
          ? {problem: problem.kind, message: problem.message}
          : {outcome: isUnchanged ? 'unchanged' : 'loaded', added, changed};
        observer.note('fetch', {location: source.location, ...outcome, milliseconds});
        heard(refreshed);
      };
      return ingest.refresh(sources, noted, signal);
    },
    follow: (location, how, signal) =>
      observer.time('follow', {location}, () => ingest.follow(location, how, signal)),
    runRules: rules => observer.time('rules', {rules: rules.length}, () => ingest.runRules(rules)),
    maintain: retention => observer.time('maintain', {}, () => ingest.maintain(retention)),
  };
}

/** The same for rounds with a server: figures, and no word of what was sent. */
export function observedSync(sync: Sync, observer: Observer): Sync {
  return {
    ...sync,
    round: (opening, wish, onMoved, signal) =>
      observer.time(
        'sync',
        {account: opening.account.name, location: opening.account.base},
        () => sync.round(opening, wish, onMoved, signal),
        ({problems, name: _, ...figures}) => ({...figures, problem: problems[0]?.message}),
      ),
  };
}

function openLog(file: string): (entry: Facts) => void {
  const {O_APPEND, O_CREAT, O_WRONLY, O_NONBLOCK} = constants;
  let isOpened = false;
  const write = (line: string) => {
    try {
      mkdirSync(dirname(file), {recursive: true, mode: 0o700});
      // A pipe that nobody reads would hold the program for good; opened so, it is refused.
      if (!isOpened) closeSync(openSync(file, O_WRONLY | O_APPEND | O_CREAT | O_NONBLOCK, 0o600));
      isOpened = true;
      appendFileSync(file, line, {mode: 0o600});
    } catch (error) {
      throw new ProblemError({
        kind: 'denied',
        message: `The log ${file} can't be written: ${reasonOf(error)}.`,
        advice: 'Choose another file with --log, or unset the setting "log".',
      });
    }
  };
  return entry => {
    const clean = Object.fromEntries(
      Object.entries(entry).map(([name, value]) => [name, typeof value === 'string' ? redact(value) : value]),
    );
    write(`${JSON.stringify({at: new Date().toISOString(), ...clean})}\n`);
  };
}
