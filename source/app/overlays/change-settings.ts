import type {Page} from '../../domain/page/page.ts';
import {keymapFrom} from '../keys/key-presets.ts';
import {layoutOf} from '../core/layout.ts';
import {fitted} from '../core/resized.ts';
import type {Settings} from '../core/settings.ts';
import type {Screen, State} from '../core/state.ts';
import {screenOf} from '../core/state.ts';
import {andThen, step} from '../core/step.ts';
import type {Step} from '../core/step.ts';

/**
 * Settings that hold from now on, and are kept for the next run. Pages are set anew: the look of an article
 * may have changed at the same measure.
 */
export function changeSettings(state: State, change: Partial<Settings>): Step {
  const settings = {...state.settings, ...change};
  const [first, ...rest] = state.trail;
  const {keymap} =
    settings.preset === state.settings.preset ? state : keymapFrom(settings.preset, state.bindings);
  const changed: State = {
    ...state,
    settings,
    keymap,
    trail: [withoutPreview(first), ...rest.map(withoutPreview)],
  };
  return andThen(fitted(changed), fitting => {
    const screen = screenOf(fitting);
    const {measure} = layoutOf(fitting);
    return step(
      fitting,
      {kind: 'keep-settings', settings},
      ...(screen.kind === 'article'
        ? [{kind: 'load-article', id: screen.id, measure, isPreview: false} as const]
        : []),
      ...(fitting.overlay?.kind === 'settings' ? [{kind: 'set-sample', measure} as const] : []),
    );
  });
}

/** A page that shows what the settings come to. */
export function sampleSet(state: State, sample: Page): Step {
  const {overlay} = state;
  return step(overlay?.kind === 'settings' ? {...state, overlay: {...overlay, sample}} : state);
}

function withoutPreview(screen: Screen): Screen {
  if (screen.kind !== 'list') return screen;
  const {preview: _, ...bare} = screen;
  return bare;
}
