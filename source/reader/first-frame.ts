import type {Store} from '../app/core/store.ts';
import type {Look} from '../screen/look.ts';
import {drawAside} from './offscreen-render.tsx';

/** The bytes with which Ink draws a state on a screen that it has just entered. */
export function firstFrame(store: Store, look: (themeName: string) => Look): string {
  const aside = drawAside(store, look);
  const image = aside.read();
  aside.end();
  return image.slice(0, image.indexOf(END) + END.length);
}

/** With it the terminal shows what has been drawn. */
const END = '\u001B[?2026l';
