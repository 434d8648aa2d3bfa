import {printableLine} from '../domain/text/printable.ts';
import type {Problem} from '../domain/problem.ts';
import {faultOfPreference} from '../options/preferences-file.ts';
import type {Context} from '../runtime/context.ts';
import {isOfThisMachine} from './state-secrets.ts';

/** Sets what an exported state says and this machine does not; what can't be set is told. Returns how many were set. */
export async function importPreferences(
  values: Readonly<Record<string, unknown>>,
  {paths, preferences}: Pick<Context, 'paths' | 'preferences'>,
  problems: Problem[],
): Promise<number> {
  const {writePreference} = await import('../options/write-preferences.ts');
  let set = 0;
  for (const [key, value] of Object.entries(values)) {
    if (preferences.values.has(key)) continue;
    const fault = isOfThisMachine(key)
      ? `"${key}" is for each machine to say`
      : faultOfPreference(key, value);
    if (fault === undefined) {
      writePreference(paths, key, value);
      set++;
    } else
      problems.push({
        kind: 'malformed',
        message: `A preference was passed over: ${printableLine(fault)}.`,
      });
  }
  return set;
}
