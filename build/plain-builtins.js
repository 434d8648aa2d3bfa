/*
 * An ES import of one of Node's own modules makes Node read all that the module exports, and with it load
 * what stands behind each export: for node:process, node:fs and node:util that is some 12 ms.
 * `process.getBuiltinModule` gives the same module as it is. The first file alone keeps its imports: an old
 * Node must be able to read it.
 */
import {readFile, writeFile} from 'node:fs/promises';
import {isBuiltin} from 'node:module';

const IMPORT =
  /import\s*(?:(?<whole>[\w$]+)\s*,?\s*)?(?:\*\s*as\s+(?<all>[\w$]+)\s*)?(?:\{(?<names>[^}]*)\}\s*)?from\s*"(?<name>[\w:/]+)";?/g;

const REQUIRE =
  'const require=globalThis.process.getBuiltinModule("node:module").createRequire(import.meta.url);';

/** Changes written files in place. */
export async function plainBuiltins(files) {
  await Promise.all(files.map(async file => writeFile(file, plain(await readFile(file, 'utf8')))));
}

export function plain(code) {
  const found = [];
  const rest = code.replaceAll(IMPORT, (whole, ...groups) => {
    const {name, ...taken} = groups.at(-1);
    if (!isBuiltin(name)) return whole;
    found.push(declare(name, taken));
    return '';
  });
  // CommonJS packages as esbuild writes them ask for `require`, which ES modules lack.
  const required = /typeof require\b/.test(code) ? REQUIRE : '';
  return required + found.join('') + rest;
}

function declare(name, {whole, all, names}) {
  const module = `globalThis.process.getBuiltinModule("${name}")`;
  const list = names?.replaceAll(/\s+as\s+/g, ':');
  return [
    whole && `const ${whole}=${module};`,
    all && `const ${all}=${module};`,
    list && `const{${list}}=${module};`,
  ]
    .filter(Boolean)
    .join('');
}
