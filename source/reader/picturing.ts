import type {Settings} from '../app/core/settings.ts';
import type {Ports} from '../runtime/container.ts';
import type {PictureProtocol} from '../domain/page/picture-protocol.ts';
import type {Picturing} from '../effects/context.ts';
import {deferred} from './deferred.ts';
import type {Looks} from '../screen/looks.ts';
import {write} from './write.ts';

type Around = Readonly<{
  settings: () => Settings;
  look: Looks;
  ports: Pick<Ports, 'images'>;
  suspendTerminal: (during: () => Promise<void>) => Promise<void>;
}>;

/** Rows of the window that a picture leaves to its words and to the screen's own. */
const LEFT_OVER = 6;

/** A picture higher than this is looked at alone. */
const MOST = 60;

/** Shows pictures on this terminal. Decoders and the network are loaded with the first one. */
export function picturing(
  {inline, alone}: PictureProtocol,
  {settings, look, ports, suspendTerminal}: Around,
): Picturing {
  return {
    ...deferred(async () => {
      const {draw} = await import('../platform/draw.ts');
      return ports.images({inline, send: sequence => draw(sequence, write)});
    }),
    rows() {
      const {images, themeName} = settings();
      if (images === 'never' || themeName === 'monochrome') return undefined;
      return Math.max(4, Math.min(MOST, (process.stdout.rows || 24) - LEFT_OVER));
    },
    async view(raster, caption) {
      const {viewPicture} = await import('./view-picture.ts');
      const colors = look.colors === 0 ? 1 : look.colors;
      await viewPicture(raster, caption, {alone, colors, write, suspendTerminal});
    },
  };
}
