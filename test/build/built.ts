import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {build} from 'esbuild';
import {leanTypesetter, oneCopy} from '../../build/left-out.ts';
import {patches} from '../../build/patches.ts';

/** A module as the build makes it of a package's own, to be held against that package. */
export async function built<Module>(contents: string): Promise<Module> {
  const folder = await mkdtemp(join(tmpdir(), 'inkwell-built-'));
  const outfile = join(folder, 'built.mjs');
  try {
    await build({
      stdin: {contents, resolveDir: import.meta.dirname},
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      plugins: [oneCopy, patches, leanTypesetter],
      logLevel: 'silent',
    });
    return (await import(pathToFileURL(outfile).href)) as Module;
  } finally {
    await rm(folder, {recursive: true});
  }
}
