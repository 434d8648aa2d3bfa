import type {RenderOptions} from 'ink';
import {Keyboard} from './keyboard.ts';
import type {TerminalKeys} from './keyboard.ts';
import {ScreenStream} from './frame/screen-stream.ts';
import type {TerminalOutput} from './frame/screen-stream.ts';

/**
 * Ink between our keyboard and our screen: with `debug` it writes one whole frame a commit and paces nothing.
 */
export function inkOptions(
  output: TerminalOutput,
  keys: TerminalKeys,
): Readonly<{screen: ScreenStream; options: RenderOptions}> {
  const screen = new ScreenStream(output);
  const options: RenderOptions = {
    // Ink asks no more of its streams than what these have.
    stdout: screen,
    stdin: new Keyboard(keys),
    debug: true,
    alternateScreen: true,
    interactive: true,
    exitOnCtrlC: false,
    patchConsole: false,
  };
  return {screen, options};
}
