/*
 * esbuild makes a chunk of every set of modules that the same lazy imports share: the list's path was 37
 * files, and each costs half a millisecond to find, read and link. Here the files that always come together
 * become one: what the command line needs, what the library needs beyond it, what the reader shares with
 * commands, and its own; then what commands need, what reads a folder, and what sets an article. Other chunks
 * import the joined files; the old names pass on what these export, so that no module exists twice.
 */
import {readFile, writeFile} from 'node:fs/promises';
import {basename, resolve} from 'node:path';
import {build} from 'esbuild';
import {TARGET} from './target.ts';

/**
 * @typedef {object} Group
 * @property {string} name of the file.
 * @property {string[]} roots entry points that come together, with all that they add.
 * @property {boolean} [isShared] what others need too becomes a file of its own.
 * @property {[string[], string[]]} [both] roots; what is needed for either of two comes along.
 */

/** @param {Group[]} groups in the order in which they are loaded, each without what those before it have. */
export async function joinChunks(metafile, outdir, groups) {
  const {outputs} = metafile;
  /** Joined so far, by chunk: the file that holds it and what it calls each export. */
  const joined = new Map();
  /** Of a chunk that was a root, by its old name: its file now, and the name of its module there. */
  const direct = new Map();
  for (const {name, roots, isShared = false, both} of groups) {
    const starts = roots.map(root => chunkOf(outputs, root));
    const more = both ? neededForBoth(outputs, both) : [];
    const chunks = [...new Set([...withStaticImports(outputs, starts), ...more])].filter(
      file => !joined.has(resolve(file)),
    );
    const shared = isShared ? sharedBy(outputs, starts, chunks, joined) : [];
    if (shared.length > 0) await joinOne(outputs, outdir, shared, `start-${name}-shared`, joined);
    const own = chunks.filter(chunk => !shared.includes(chunk));
    const file = await joinOne(outputs, outdir, own, `start-${name}`, joined, starts);
    for (const [index, start] of starts.entries())
      direct.set(basename(start), {file: basename(file), module: index === 0 ? undefined : `m${index}`});
  }
  const left = await linkDirectly(outputs, joined);
  // First, while the chunks are small: what is copied from a joined file brings all of its tables along.
  await inlineImports(`${outdir}/cli.js`);
  for (const [path, {file, names}] of joined) await writeFile(path, passOn(file, names));
  const files = new Set([...direct.values()].map(({file}) => `${outdir}/chunks/${file}`));
  for (const file of [`${outdir}/cli.js`, ...files, ...left])
    await writeFile(file, goDirectly(await readFile(file, 'utf8'), direct));
}

function neededForBoth(outputs, both) {
  const [one, other] = both.map(roots =>
    withStaticImports(
      outputs,
      roots.map(root => chunkOf(outputs, root)),
    ),
  );
  return one.filter(file => other.includes(file) && outputs[file].entryPoint === undefined);
}

function chunkOf(outputs, root) {
  const chunk = Object.keys(outputs).find(file => outputs[file].entryPoint === root);
  if (chunk === undefined) throw new Error(`${root} is no chunk of its own any more`);
  return chunk;
}

/** The chunks that stay as they are import joined files by their own names, not through the old ones. */
async function linkDirectly(outputs, joined) {
  const left = Object.keys(outputs).filter(
    file => /[\\/]chunks[\\/]/.test(file) && !joined.has(resolve(file)) && !outputs[file].joins,
  );
  await Promise.all(
    left.map(async file => {
      const path = resolve(file);
      const sources = new Map([[path, await readFile(path, 'utf8')]]);
      await build({
        entryPoints: [path],
        outfile: path,
        allowOverwrite: true,
        bundle: true,
        format: 'esm',
        ...TARGET,
        minify: true,
        logLevel: 'warning',
        plugins: [{name: 'chunks', setup: plugin => findChunks(plugin, sources, joined)}],
      });
    }),
  );
  return left;
}

/**
 * The first file reads no other before it knows whether its Node will do: the little that it shares is copied
 * in.
 */
async function inlineImports(file) {
  await build({
    entryPoints: [file],
    outfile: file,
    allowOverwrite: true,
    bundle: true,
    format: 'esm',
    ...TARGET,
    minify: true,
    plugins: [{name: 'first-file', setup: leaveDynamicImports}],
  });
}

function leaveDynamicImports({onResolve}) {
  onResolve({filter: /./}, ({path, kind}) =>
    kind === 'dynamic-import' ? {path, external: true} : undefined,
  );
}

/**
 * The chunks that are needed without this root too: a command must not load React for a function of the
 * domain.
 */
function sharedBy(outputs, starts, chunks, joined) {
  const reached = new Set();
  const waiting = Object.keys(outputs).filter(file => outputs[file].entryPoint && isEntry(outputs, file));
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (starts.includes(file) || reached.has(file) || !outputs[file]) continue;
    reached.add(file);
    waiting.push(...outputs[file].imports.map(({path}) => path));
  }
  return chunks.filter(chunk => reached.has(chunk) && !joined.has(resolve(chunk)));
}

/** A file that Node or a thread starts with, and no chunk imports. */
function isEntry(outputs, file) {
  return !Object.values(outputs).some(({imports}) => imports.some(({path}) => path === file));
}

function withStaticImports(outputs, starts) {
  const found = new Set();
  const visit = file => {
    if (found.has(file) || !outputs[file]) return;
    found.add(file);
    for (const {path, kind} of outputs[file].imports) if (kind === 'import-statement') visit(path);
  };
  starts.forEach(visit);
  return [...starts, ...[...found].filter(file => !starts.includes(file))];
}

async function joinOne(outputs, outdir, chunks, name, joined, starts = []) {
  const folder = resolve(outdir, 'chunks');
  const sources = new Map();
  const lines = [];
  const added = [];
  for (const [index, chunk] of chunks.entries()) {
    const path = resolve(chunk);
    sources.set(path, await readFile(path, 'utf8'));
    const names = new Map(outputs[chunk].exports.map(id => [id, index === 0 ? id : `c${index}_${id}`]));
    lines.push(`import ${JSON.stringify(path)};`, passOn(path, invert(names)));
    const root = starts.indexOf(chunk);
    if (root > 0) lines.push(`export * as m${root} from ${JSON.stringify(path)};`);
    added.push([path, names]);
  }
  const {metafile} = await build({
    stdin: {contents: lines.join('\n'), resolveDir: folder, sourcefile: name},
    outdir: folder,
    entryNames: `${name}-[hash]`,
    bundle: true,
    format: 'esm',
    ...TARGET,
    minify: true,
    metafile: true,
    logLevel: 'warning',
    plugins: [{name: 'chunks', setup: plugin => findChunks(plugin, sources, joined)}],
  });
  const [[file, output]] = Object.entries(metafile.outputs);
  outputs[file] = {...output, joins: chunks};
  for (const [path, names] of added) joined.set(path, {file: `./${basename(file)}`, names});
  return file;
}

function findChunks({onResolve, onLoad}, sources, joined) {
  onResolve({filter: /^[^./]/}, ({path}) => ({path, external: true}));
  onResolve({filter: /\.js$/}, ({path, resolveDir, kind}) => {
    const file = resolve(resolveDir, path);
    const isWithin = kind !== 'dynamic-import' && (sources.has(file) || joined.has(file));
    return isWithin ? {path: file} : {path: `./${basename(file)}`, external: true};
  });
  onLoad({filter: /\.js$/}, ({path}) => {
    const earlier = joined.get(path);
    return {contents: earlier ? passOn(earlier.file, earlier.names) : sources.get(path)};
  });
}

function invert(names) {
  return new Map([...names].map(([id, as]) => [as, id]));
}

/** A module that gives on what a file exports, by the names it is known by. */
function passOn(file, names) {
  const list = [...names].map(([id, as]) => `${as} as ${id}`);
  return list.length > 0
    ? `export {${list.join()}} from ${JSON.stringify(file)};`
    : `import ${JSON.stringify(file)};`;
}

/** No file is read that only passes on another. */
function goDirectly(code, direct) {
  return code.replaceAll(/import\("(\.\/(?:chunks\/)?)([\w-]+\.js)"\)/g, (whole, folder, name) => {
    const found = direct.get(name);
    if (!found) return whole;
    const loaded = `import("${folder}${found.file}")`;
    return found.module === undefined ? loaded : `${loaded}.then(m=>m.${found.module})`;
  });
}
