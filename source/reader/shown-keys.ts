import {keyLabel} from '../app/overlays/help.ts';
import {keymapFrom} from '../app/keys/key-presets.ts';
import type {Settings} from '../app/core/settings.ts';
import type {PageStyle} from '../domain/page/page.ts';
import type {Options} from '../options/options.ts';

/**
 * The keys that the cards below an article name, as the reader has them; one that has no key is not named.
 */
export function shownKeys(
  {preset}: Settings,
  {keys}: Options,
  canShowPictures: boolean,
): NonNullable<PageStyle['keys']> {
  const {keymap} = keymapFrom(preset, keys.bindings);
  const [subscribe, author, pictures] = [keymap.subscribe[0], keymap.author[0], keymap.pictures[0]];
  const [enclosure, comments] = [keymap.enclosure[0], keymap.comments[0]];
  return {
    ...(subscribe !== undefined && {subscribe: keyLabel(subscribe)}),
    ...(enclosure !== undefined && {enclosure: keyLabel(enclosure)}),
    ...(comments !== undefined && {comments: keyLabel(comments)}),
    ...(author !== undefined && {author: keyLabel(author)}),
    ...(canShowPictures && pictures !== undefined && {pictures: keyLabel(pictures)}),
  };
}
