import {toProblem} from '../../domain/problem.ts';
import type {Services} from '../context.ts';
import {continueInParts} from './in-parts.ts';
import type {InParts} from './in-parts.ts';

/** Undoes the last act of this session, or one by its number; `onDone` is given its description. */
export function undo(
  number: number | undefined,
  services: Pick<Services, 'library' | 'writes' | 'report' | 'preferences'>,
  {onChanged, onDone}: InParts<string | undefined>,
): void {
  const {library, writes} = services;
  writes.add({
    work: () => library.undoInParts(number === undefined ? {isOwn: true} : {number}),
    pending: {kind: 'undo'},
    onWritten(undone) {
      if (undone) onChanged();
      if (undone && / the rule /u.test(undone.description)) restore(services);
      continueInParts(services, onChanged, () => onDone(undone?.description));
    },
    onWaiting: onChanged,
  });
}

function restore(services: Pick<Services, 'library' | 'writes' | 'report' | 'preferences'>): void {
  import('../rules.ts')
    .then(({restoreRules}) => restoreRules(services))
    .catch((error: unknown) => services.report.problem(toProblem(error)));
}

/** The result of an undo in words, from the description of the act that was undone. */
export function undoneSentence(description: string | undefined): string {
  if (description === undefined) return 'Nothing to undo.';
  for (const [act, undone] of UNDONE)
    if (act.test(description)) return `${description.replace(act, undone)}.`;
  return `Undone: ${description}.`;
}

const UNDONE: readonly (readonly [act: RegExp, undone: string])[] = [
  [/^Added the rule (.*)$/s, 'Removed the rule $1'],
  [/^Removed the rule (.*)$/s, 'Added the rule $1 again'],
  [/^Moved the rule (.*)$/s, 'Moved the rule $1 back'],
  [/^Ran the rules on (.*)$/s, 'Took back what the rules did to $1'],
  [/^Starred (.*)$/s, 'Removed the star from $1'],
  [/^Took the star from (.*)$/s, 'Starred $1 again'],
  [/^Added the tag (\S+) to (.*)$/s, 'Removed the tag $1 from $2'],
  [/^Removed the tag (\S+) from (“.*|one article|\d+ articles)$/s, 'Added the tag $1 to $2 again'],
  [/^Changed the tags of (.*)$/s, 'Restored the tags of $1'],
  [/^Saved the search (.*)$/s, 'Removed the search $1'],
  [/^Removed the search (.*)$/s, 'Saved the search $1 again'],
  [/^Removed the name of (.*)$/s, 'Gave $1 its name again'],
  [/^Renamed (.*) to .*$/s, 'Named it $1 again'],
  [/^Hid (.*)$/s, 'Showing $1 again'],
  [/^Showed (.*)$/s, 'Hid $1 again'],
  [/^Muted (.*)$/s, 'Unmuted $1'],
  [/^Unmuted (.*)$/s, 'Muted $1 again'],
  [/^Put (.*) into (.*)$/s, 'Moved $1 back from $2'],
  [/^Took (.*) out of its folder$/s, 'Put $1 back into its folder'],
  [/^Moved a publication$/s, 'Moved the publication back'],
  [/^Removed (.*)$/s, 'Following $1 again'],
];
