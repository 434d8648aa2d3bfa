import {toProblem} from '../../domain/problem.ts';
import type {Services} from '../context.ts';

export type InParts<Result> = Readonly<{
  /** Called when lists have to be read again. */
  onChanged: () => void;
  onDone: (result: Result) => void;
}>;

/** Goes on with an act that is too large for one moment, between keys. */
export function continueInParts(
  {library, writes, report}: Pick<Services, 'library' | 'writes' | 'report'>,
  onChanged: () => void,
  onDone: () => void,
): void {
  let parts = 0;
  const next = (): void =>
    writes.add({
      work: () => library.goOn(),
      pending: {kind: 'other'},
      onWritten(isMore) {
        if (isMore) {
          parts++;
          return void setImmediate(nextOrReport);
        }
        if (parts > 0) onChanged();
        onDone();
      },
    });
  const nextOrReport = (): void => {
    try {
      next();
    } catch (error) {
      report.problem(toProblem(error));
    }
  };
  next();
}
