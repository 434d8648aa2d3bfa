import {DENSITIES} from '../../app/core/layout.ts';
import {chosenSettings} from '../../app/overlays/settings.ts';
import type {SettingRow} from '../../app/overlays/settings.ts';
import type {State} from '../../app/core/state.ts';

/** Settings that have changed: "Theme, light, 2 of 5". */
export function settingSentences(before: State | undefined, now: State): readonly string[] {
  if (!before || before.settings === now.settings) return [];
  const were = chosenSettings(before.settings, true);
  const changed = chosenSettings(now.settings, true)
    .filter(({value}, index) => value !== were[index]?.value)
    .map(row => `${settingSentence(row)}.`);
  return [...changed, ...listSentences(before, now)];
}

/** A density that was chosen for one list alone. */
function listSentences(before: State, now: State): readonly string[] {
  return now.settings.listDensities
    .filter(one => !before.settings.listDensities.includes(one))
    .map(one => {
      const density = one.split(' ')[0] ?? '';
      const place = DENSITIES.findIndex(name => name === density) + 1;
      return `Rows of this list, ${density}, ${place} of ${DENSITIES.length}.`;
    });
}

export function settingSentence({title, value, of: [place, count]}: SettingRow): string {
  return `${title}, ${value}${place > 0 ? `, ${place} of ${count}` : ''}`;
}
