/*
 * esbuild makes a chunk of every set of modules that the same lazy imports share: the list's path was 37
 * files, and each costs half a millisecond to find, read and link. Here the files that always come together
 * become one: what the command line needs, what the library needs beyond it, what the reader shares with
 * commands, and its own. Other chunks go on importing the old names, which now only pass on what the joined
 * file exports, so that no module exists twice.
 */
import {readFile, writeFile} from 'node:fs/promises';
import {basename, resolve} from 'node:path';
import {build} from 'esbuild';

/**
 * @param {string[]} roots entry points in the order in which they are loaded, each joined with what it adds.
 */
export async function joinChunks(metafile, outdir, roots) {
  const {outputs} = metafile;
  /** Joined so far, by chunk: the file that holds it and what it calls each export. */
  const joined = new Map();
  /** The joined file by the chunk that its root was. */
  const direct = new Map();
  for (const root of roots) {
    const start = Object.keys(outputs).find(file => outputs[file].entryPoint === root);
    if (start === undefined) throw new Error(`${root} is no chunk of its own any more`);
    const chunks = withStaticImports(outputs, start).filter(file => !joined.has(resolve(file)));
    const name = `start-${basename(root).replace(/\..*$/, '')}`;
    const shared = root === roots.at(-1) ? sharedBy(outputs, chunks, joined) : [];
    if (shared.length > 0) await joinOne(outputs, outdir, shared, `${name}-shared`, joined);
    const own = chunks.filter(chunk => !shared.includes(chunk));
    const file = await joinOne(outputs, outdir, own, name, joined);
    direct.set(basename(start), basename(file));
  }
  for (const [path, {file, names}] of joined) await writeFile(path, passOn(file, names));
  await inlineImports(`${outdir}/cli.js`);
  for (const file of [`${outdir}/cli.js`, ...[...direct.values()].map(name => `${outdir}/chunks/${name}`)])
    await writeFile(file, goDirectly(await readFile(file, 'utf8'), direct));
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
    platform: 'node',
    target: 'node22.19',
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
function sharedBy(outputs, chunks, joined) {
  const [start] = chunks;
  const reached = new Set();
  const waiting = Object.keys(outputs).filter(file => outputs[file].entryPoint && isEntry(outputs, file));
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (file === start || reached.has(file) || !outputs[file]) continue;
    reached.add(file);
    waiting.push(...outputs[file].imports.map(({path}) => path));
  }
  return chunks.filter(chunk => reached.has(chunk) && !joined.has(resolve(chunk)));
}

/** A file that Node or a thread starts with, and no chunk imports. */
function isEntry(outputs, file) {
  return !Object.values(outputs).some(({imports}) => imports.some(({path}) => path === file));
}

function withStaticImports(outputs, start) {
  const found = new Set();
  const visit = file => {
    if (found.has(file) || !outputs[file]) return;
    found.add(file);
    for (const {path, kind} of outputs[file].imports) if (kind === 'import-statement') visit(path);
  };
  visit(start);
  return [...found];
}

async function joinOne(outputs, outdir, chunks, name, joined) {
  const folder = resolve(outdir, 'chunks');
  const sources = new Map();
  const lines = [];
  const added = [];
  for (const [index, chunk] of chunks.entries()) {
    const path = resolve(chunk);
    sources.set(path, await readFile(path, 'utf8'));
    const names = new Map(outputs[chunk].exports.map(id => [id, index === 0 ? id : `c${index}_${id}`]));
    lines.push(`import ${JSON.stringify(path)};`, passOn(path, invert(names)));
    added.push([path, names]);
  }
  const {metafile} = await build({
    stdin: {contents: lines.join('\n'), resolveDir: folder, sourcefile: name},
    outdir: folder,
    entryNames: `${name}-[hash]`,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node22.19',
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

/** On the way to the first frame no file is read that only passes on another. */
function goDirectly(code, direct) {
  return code.replaceAll(/[\w-]+\.js(?=")/g, name => direct.get(name) ?? name);
}
