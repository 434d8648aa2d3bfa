import {layoutOf} from '../core/layout.ts';
import {notify} from '../core/notices.ts';
import {areWanted, imagesFor, wantedPictures} from './picture-wishes.ts';
import type {ArticleScreen, State} from '../core/state.ts';
import {screenOf} from '../core/state.ts';
import {step, withScreen} from '../core/step.ts';
import type {Step} from '../core/step.ts';

/** Shows the pictures of the open article, as the reader comes to them, or puts them away. */
export function turnPictures(state: State, screen: ArticleScreen): Step {
  const {page} = screen;
  const why = hindrance(state);
  if (why !== undefined) return notify(state, why);
  if (areWanted(state, screen)) {
    const hidden = withScreen(state, {...screen, pictures: 'hidden'});
    return step(hidden, {kind: 'forget-pictures', id: screen.id});
  }
  const shown: ArticleScreen = {...screen, pictures: 'shown'};
  const wanted = wantedPictures(state, shown);
  const after = withScreen(state, shown);
  // An article that is still opening gets them when it is there.
  return wanted.length > 0 || !page
    ? step(after, ...wanted)
    : notify(after, 'Pictures are shown as you come to them.');
}

/** The first picture on the screen, alone. */
export function viewPicture(state: State, {id, page, place}: ArticleScreen): Step {
  const why = hindrance(state);
  if (why !== undefined) return notify(state, why);
  const [picture] = page?.pictures(place, layoutOf(state).pageRows) ?? [];
  return picture
    ? step(state, {kind: 'view-picture', id, picture})
    : notify(state, 'There is no picture in view.');
}

export function picturesChanged(state: State, id: string): Step {
  const screen = screenOf(state);
  return screen.kind === 'article' && screen.id === id && screen.page
    ? step(state, {kind: 'set-again', id, measure: layoutOf(state).measure})
    : step(state);
}

/** Why no picture can be shown, if none can. */
function hindrance(state: State): string | undefined {
  const {settings, canShowPictures} = state;
  const screen = screenOf(state);
  const images = screen.kind === 'article' ? imagesFor(state, screen) : settings.images;
  if (!canShowPictures) return 'This terminal shows no pictures: that needs colours and block characters.';
  if (images === 'never') return 'Pictures are switched off in the settings.';
  return settings.themeName === 'monochrome' ? 'The monochrome theme shows no pictures.' : undefined;
}
