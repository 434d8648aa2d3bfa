/*
 * Gives Ink's incremental log the shorter way from one full screen to the next, and lets a frame reach the terminal in
 * one write: begin and end of a synchronised update are written with it, and are left out where the update is so short
 * that it arrives in one piece anyway. What is no full screen, or has a cursor in it, is written as Ink writes it. A
 * frame that comes too soon waits for the rest of its time, not for another whole.
 */
import {fileURLToPath} from 'node:url';

const UPDATE = fileURLToPath(new URL('frame-update.js', import.meta.url));
const PACE = fileURLToPath(new URL('pace.js', import.meta.url));

/** A longer update could be cut on its way through the pseudo-terminal. */
const SHORT = 1000;

/** @param {string} source of ink/build/log-update.js */
export function leanLog(source) {
  const [before, after] = halves(source, 'const createIncremental = ');
  const changed = [
    ['const render = (text) => {', `const render = (text, isSynchronized = false) => {${WRITE}`],
    [/(previousOutput\.length === 0\) \{\s+const cursorSuffix = .*\s+)stream\.write\(/, '$1write('],
    ["const hasTrailingNewline = text.endsWith('\\n');", `${IN_PLACE}$&`],
    ["stream.write(buffer.join(''))", "write(buffer.join(''))"],
  ].reduce((text, [what, by]) => replaced(text, what, by), after);
  return `import {frameUpdate} from ${JSON.stringify(UPDATE)};\n${before}${changed}`;
}

const WRITE = `
        const write = (bytes, isWhole = false) => {
            const isBare = !isSynchronized || (isWhole && bytes.length < ${SHORT});
            stream.write(isBare ? bytes : '\\u001B[?2026h' + bytes + '\\u001B[?2026l');
        };`;

const IN_PLACE = `
        const isFullScreen = nextLines.length === stream.rows && previousLines.length === stream.rows
            && !text.endsWith('\\n') && !previousOutput.endsWith('\\n');
        if (isFullScreen && areColumnsUnchanged && !activeCursor && !wasCursorShown) {
            const bytes = frameUpdate(previousLines, nextLines, stream.columns);
            previousCursorPosition = undefined;
            previousOutput = text;
            previousLines = nextLines;
            if (bytes !== '') write(bytes, true);
            return true;
        }
        `;

/** @param {string} source of ink/build/ink.js */
export function oneWrite(source) {
  const paced = replaced(
    source,
    "import { throttle } from 'es-toolkit/compat';",
    `import {throttle} from ${JSON.stringify(PACE)};`,
  );
  return replaced(
    paced,
    /const shouldWrite = this\.log\.willRender\(output\);[\s\S]*?this\.log\(output\);[\s\S]*?(?=\n {12}\}, undefined)/,
    'this.log(output, this.shouldSync());',
  );
}

function halves(source, mark) {
  const index = source.indexOf(mark);
  if (index === -1) throw new Error(`Ink has changed: ${mark} was not found`);
  return [source.slice(0, index), source.slice(index)];
}

function replaced(source, what, by) {
  const changed = source.replace(what, by);
  if (changed === source) throw new Error(`Ink has changed: ${what} was not found`);
  return changed;
}
