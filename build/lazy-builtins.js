/*
 * Parts of Node that take some 10 ms to load together and that no first frame needs: in the modules named
 * here each is loaded when one of its functions is first called.
 */
import * as childProcess from 'node:child_process';
import * as crypto from 'node:crypto';
import * as promises from 'node:fs/promises';
import * as readline from 'node:readline/promises';
import * as consumers from 'node:stream/consumers';
import * as zlib from 'node:zlib';

const LATE = {
  child_process: childProcess,
  crypto,
  'fs/promises': promises,
  'readline/promises': readline,
  'stream/consumers': consumers,
  zlib,
};

/** Everything on the way to the first frame that imports one of them, and calls it later or never. */
const CALLERS =
  /[\\/](signal-exit|terminal-size|source[\\/](domain|library|commands|command-line|runtime|sources|ingest|output|platform|services))[\\/]/;

export const lazyBuiltins = {
  name: 'lazy-builtins',
  setup({onResolve, onLoad}) {
    // signal-exit asserts that it is given a function; the check alone does not need Node's assert.
    onResolve({filter: /^assert$/}, ({importer}) =>
      CALLERS.test(importer) ? {path: 'assert', namespace: 'check'} : undefined,
    );
    onLoad({filter: /.*/, namespace: 'check'}, () => ({
      contents:
        'export const equal = (is, should, message) => { if (is !== should) throw new Error(message); };',
    }));
    onResolve({filter: new RegExp(`^(node:)?(${Object.keys(LATE).join('|')})$`)}, ({path, importer}) =>
      CALLERS.test(importer) ? {path: path.replace('node:', ''), namespace: 'late'} : undefined,
    );
    onLoad({filter: /.*/, namespace: 'late'}, ({path}) => ({contents: lateModule(path)}));
  },
};

/** Only functions: a value that a module takes at its own start could not wait. */
function lateModule(name) {
  const names = Object.keys(LATE[name]).filter(
    id => /^[a-z]/.test(id) && typeof LATE[name][id] === 'function',
  );
  return names
    .filter(id => id !== 'default')
    .map(id => `export const ${id} = (...given) => process.getBuiltinModule('node:${name}').${id}(...given);`)
    .join('\n');
}
