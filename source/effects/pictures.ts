import type {Effect} from '../app/core/effect.ts';
import type {Dispatch} from '../app/core/store.ts';
import type {Images} from '../ports/terminal.ts';
import type {PagePicture} from '../domain/page/page.ts';
import type {EffectContext} from './context.ts';

type Of<K extends Effect['kind']> = Extract<Effect, {kind: K}>;

export type PictureEffects = Readonly<{
  load: (effect: Of<'load-pictures'>, dispatch: Dispatch) => Promise<void>;
  forget: (effect: Of<'forget-pictures'>, dispatch: Dispatch) => void;
  view: (effect: Of<'view-picture'>, dispatch: Dispatch) => Promise<void>;
  /** Waits for none of them any longer. */
  stop: () => void;
}>;

/** Pictures of the article that is open; those of another that are still coming are not waited for. */
export function pictureEffects(context: EffectContext): PictureEffects {
  let asking: {id: string; controller: AbortController} | undefined;

  const signalFor = (id: string): AbortSignal => {
    if (asking?.id !== id) {
      asking?.controller.abort();
      asking = {id, controller: new AbortController()};
    }
    return asking.controller.signal;
  };

  const stop = (): void => {
    asking?.controller.abort();
    asking = undefined;
  };

  const fetchOne = async (images: Images, id: string, {src, room}: PagePicture): Promise<void> => {
    const row = context.library.article(id);
    const {location, isPrivate = false} = (row && context.library.publication(row.publicationId)) ?? {};
    const rows = context.pictures?.rows();
    if (!row || location === undefined || rows === undefined) return;
    const {url, path} = row;
    const origin = {location, isPrivate, ...(url !== undefined && {url}), ...(path !== undefined && {path})};
    await images.load({articleId: id, src, origin}, {columns: room, rows}, signalFor(id));
  };

  return {
    async load({id, wanted}, dispatch) {
      const images = await context.pictures?.load();
      if (!images) return;
      const coming = wanted.map(async picture => {
        await fetchOne(images, id, picture);
        dispatch({type: 'pictures-changed', id});
      });
      dispatch({type: 'pictures-changed', id});
      await Promise.all(coming);
    },
    forget({id}, dispatch) {
      if (asking?.id === id) stop();
      context.pictures?.ready()?.forget(id);
      dispatch({type: 'pictures-changed', id});
    },
    stop,
    async view({id, picture}, dispatch) {
      const {src, alternative} = picture;
      const images = await context.pictures?.load();
      if (!images || !context.pictures) return;
      if (!images.raster(id, src)) {
        dispatch({type: 'fetching', what: 'the picture'});
        await fetchOne(images, id, picture);
        dispatch({type: 'fetching'});
        dispatch({type: 'pictures-changed', id});
      }
      const raster = images.raster(id, src);
      if (raster) await context.pictures.view(raster, alternative);
      else dispatch({type: 'notice', text: failureOf(images, id, picture), tone: 'warning'});
    },
  };
}

function failureOf(images: Images, id: string, {src, room}: PagePicture): string {
  const pictured = images.at(id, src, {columns: room, rows: 1});
  return pictured?.state === 'failed' ? pictured.reason : 'The picture didn’t come.';
}
