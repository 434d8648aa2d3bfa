import type {TextProps} from 'ink';
import {createContext, useContext} from 'react';
import type {Style, Theme} from '../domain/theme.ts';
import type {Glyphs} from './glyphs.ts';
import type {Segment} from './line.ts';

/** What everything drawn shares. */
export type Look = Readonly<{theme: Theme; glyphs: Glyphs}>;

const LookContext = createContext<Look | undefined>(undefined);

export const LookProvider = LookContext.Provider;

export function useLook(): Look {
  const look = useContext(LookContext);
  if (!look) throw new Error('Nothing can be drawn without a look');
  return look;
}

type Styling = Pick<TextProps, 'bold' | 'italic' | 'underline' | 'strikethrough' | 'inverse' | 'dimColor'> & {
  color?: string;
  backgroundColor?: string;
};

/** A style of the theme as Ink's properties. */
export function stylingOf(theme: Theme, {role, isBold}: Pick<Segment, 'role' | 'isBold'>): Styling {
  const style: Style = role ? theme.styles[role] : {};
  return {
    ...(style.color !== undefined && {color: style.color}),
    ...(style.background !== undefined && {backgroundColor: style.background}),
    ...(style.dim && {dimColor: true}),
    ...((style.bold || isBold) && {bold: true}),
    ...(style.italic && {italic: true}),
    ...(style.underline && {underline: true}),
    ...(style.strikethrough && {strikethrough: true}),
    ...(style.inverse && {inverse: true}),
  };
}
