import {Box, Text, useInput, usePaste, useWindowSize} from 'ink';
import {useEffect, useMemo, useSyncExternalStore} from 'react';
import type {ReactNode} from 'react';
import {SMALLEST, layoutOf} from '../app/core/layout.ts';
import type {Store} from '../app/core/store.ts';
import {keyNames} from './key-name.ts';
import type {Look} from '../screen/look.ts';
import {LookProvider} from '../screen/look.ts';
import {paced} from '../screen/frame/pace.ts';
import {Screen} from './screens/screen.tsx';

type Props = Readonly<{
  store: Store;
  look: (themeName: string) => Look;
  frameTime?: () => number;
}>;

/** The root: the keyboard and the window's size come in, the screen goes out. */
export function App({store, look, frameTime}: Props): ReactNode {
  const subscribe = useMemo(() => paced(store.subscribe, frameTime), [store, frameTime]);
  const state = useSyncExternalStore(subscribe, store.getState);
  const {columns, rows} = useWindowSize();
  const {dispatch} = store;
  useEffect(() => {
    if (columns !== store.getState().columns || rows !== store.getState().rows)
      dispatch({type: 'resized', columns, rows});
  }, [columns, rows, dispatch, store]);
  useInput((input, key) => {
    for (const name of keyNames(input, key)) dispatch({type: 'key', key: name});
  });
  usePaste(text => {
    dispatch({type: 'paste', text});
  });
  // A frame drawn for another size than the window's would tear it; the right one follows at once.
  const isFitting = columns === state.columns && rows === state.rows;
  if (state.columns < SMALLEST.columns || state.rows < SMALLEST.rows) {
    return (
      <Box height={rows} width={columns} overflow="hidden">
        <Text>A larger window, please.</Text>
      </Box>
    );
  }
  return (
    <LookProvider value={look(state.settings.themeName)}>
      <Box height={isFitting ? state.rows : rows} width={columns} overflow="hidden">
        <Screen state={state} layout={layoutOf(state)} />
      </Box>
    </LookProvider>
  );
}
