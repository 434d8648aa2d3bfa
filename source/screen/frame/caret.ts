import {createContext, useContext, useInsertionEffect} from 'react';

/** A cell of the screen, counted from 0. */
export type Caret = Readonly<{x: number; y: number}>;

type SetCaret = (caret: Caret | undefined) => void;

const CaretContext = createContext<SetCaret>(() => {});

export const CaretProvider = CaretContext.Provider;

/**
 * Puts the terminal's cursor into a cell, where an input method shows its candidates; hidden when unmounted.
 */
export function useCaret({x, y}: Caret): void {
  const setCaret = useContext(CaretContext);
  // An insertion effect runs before Ink writes the frame.
  useInsertionEffect(() => {
    setCaret({x, y});
    return () => setCaret(undefined);
  }, [setCaret, x, y]);
}
