/** How Ink draws the reader. */
export const DRAWING = {
  alternateScreen: true,
  incrementalRendering: true,
  exitOnCtrlC: false,
  interactive: true,
  maxFps: 60,
  patchConsole: false,
} as const;
