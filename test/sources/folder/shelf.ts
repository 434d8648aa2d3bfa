import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {openFolder} from '../../../source/sources/folder/folder.ts';
import {assemble} from '../../../source/sources/article/assemble.ts';

/** A folder with files, and what is read of it. */
export class Shelf implements Disposable {
  readonly path = mkdtempSync(join(tmpdir(), 'inkwell-folder-'));

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    for (const [path, content] of Object.entries(files)) this.write(path, content);
  }

  write(path: string, content: string | Uint8Array): void {
    const file = join(this.path, path);
    mkdirSync(dirname(file), {recursive: true});
    writeFileSync(file, content);
  }

  async read() {
    const {parsed, validator} = await openFolder(this.path);
    const origin = {location: this.path, canonicalLocation: this.path, url: `file://${this.path}/`};
    const {publication, articles, warnings} = assemble(parsed, origin);
    return {
      publication,
      warnings,
      validator,
      articles: articles.map(({article}) => article),
      bodies: articles.map(({body}) => body),
    };
  }

  [Symbol.dispose](): void {
    rmSync(this.path, {recursive: true, force: true});
  }
}
