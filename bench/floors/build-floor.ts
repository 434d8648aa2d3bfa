import {existsSync, mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {build} from 'esbuild';
import {patches} from '../../build/patches.ts';
import {TARGET} from '../../build/target.ts';

/** Bundles one of this folder's programs as Inkwell is bundled, with a compile cache; gives what runs it. */
export async function buildFloor(folder: string, file: string): Promise<string> {
  const home = join(folder, file.replace(/\.\w+$/u, ''));
  mkdirSync(home, {recursive: true});
  await build({
    entryPoints: {program: join(import.meta.dirname, file)},
    outdir: home,
    outExtension: {'.js': '.mjs'},
    splitting: true,
    bundle: true,
    minify: true,
    format: 'esm',
    ...TARGET,
    jsx: 'automatic',
    define: {'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"'},
    external: ['react-devtools-core'],
    banner: {js: 'import {createRequire} from "node:module";const require=createRequire(import.meta.url);'},
    plugins: [patches],
    logLevel: 'warning',
  });
  const start = join(home, 'start.mjs');
  if (!existsSync(start))
    writeFileSync(
      start,
      `process.getBuiltinModule('node:module').enableCompileCache(${JSON.stringify(join(home, 'cache'))});\nawait import('./program.mjs');\n`,
    );
  return start;
}
