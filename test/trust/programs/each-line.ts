/* Runs command lines one after the other, given as JSON, and prints what came of each as JSON. */
import {spawnSync} from 'node:child_process';

const [, , entry = '', lines = '[]'] = process.argv;
const ran = (JSON.parse(lines) as readonly (readonly string[])[]).map(words => {
  const {status, stdout, stderr} = spawnSync(process.execPath, [entry, ...words], {
    encoding: 'utf8',
    input: '',
  });
  return {words, code: status, stdout, stderr};
});
process.stdout.write(JSON.stringify(ran));
