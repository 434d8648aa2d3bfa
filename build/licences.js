import {existsSync} from 'node:fs';
import {readFile, readdir} from 'node:fs/promises';
import {dirname, join} from 'node:path';

/**
 * The packages in the bundle: one entry a package with its SPDX identifier and the text of its licence, which
 * most of them ask to come along with their code.
 *
 * @param {{outputs: Record<string, {inputs: Record<string, {bytesInOutput: number}>}>}} metafile
 */
export async function licences({outputs}) {
  const files = Object.values(outputs).flatMap(({inputs}) =>
    Object.keys(inputs).filter(file => (inputs[file]?.bytesInOutput ?? 0) > 0),
  );
  const folders = new Set(files.map(file => packageFolder(file)).filter(folder => folder !== undefined));
  const entries = await Promise.all([...folders].sort().map(folder => entry(folder)));
  const list = entries.map(({name, version, licence}) => `${name} ${version}: ${licence}`);
  const texts = entries
    .filter(({text}) => text !== '')
    .map(({name, text}) => `---- ${name}\n\n${text.trim()}`);
  return `Inkwell contains code of these packages.\n\n${list.join('\n')}\n\n\n${texts.join('\n\n\n')}\n`;
}

/**
 * The innermost package that a file belongs to; what a package has bundled itself goes under its own name.
 */
function packageFolder(file) {
  const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file.replaceAll('\\', '/'))?.[0];
  if (folder === undefined || existsSync(join(folder, 'package.json'))) return folder;
  return packageFolder(dirname(folder));
}

async function entry(folder) {
  const {name, version, license} = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const licenceFile = (await readdir(folder)).find(file => /^licen[cs]e(?:[.-]|$)/i.test(file));
  const text = licenceFile === undefined ? '' : await readFile(join(folder, licenceFile), 'utf8');
  return {name: name ?? dirname(folder), version: version ?? '', licence: license ?? 'UNKNOWN', text};
}
