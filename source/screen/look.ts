import {createContext, useContext} from 'react';
import type {Theme} from '../domain/theme/theme.ts';
import type {Glyphs} from './glyphs.ts';

/** The look that everything drawn shares. */
export type Look = Readonly<{
  theme: Theme;
  glyphs: Glyphs;
  colors: 0 | 1 | 2 | 3;
  /** The terminal shows right-to-left text as it is stored. */
  isOrdering?: boolean;
}>;

const LookContext = createContext<Look | undefined>(undefined);

export const LookProvider = LookContext.Provider;

export function useLook(): Look {
  const look = useContext(LookContext);
  if (!look) throw new Error('Nothing can be drawn without a look');
  return look;
}
