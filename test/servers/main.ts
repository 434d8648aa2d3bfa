/*
 * Runs Inkwell against servers that people run: `npm run servers -- [NAME…]`, `npm run servers -- freshrss --at
 * FOLDER`. Ghost is installed from npm for the run; `--at FOLDER` keeps it.
 */
import {parseArgs} from 'node:util';

const {values, positionals} = parseArgs({allowPositionals: true, options: {at: {type: 'string'}}});
const {at} = values;
const [name = ''] = positionals;
const say = (line: string): void => console.log(line);

if (name === 'freshrss' && at === undefined) {
  console.error('npm run servers -- freshrss --at FOLDER');
  process.exitCode = 2;
} else if (name === 'freshrss') await (await import('./freshrss-run.ts')).runFreshrss(at ?? '', say);
else await (await import('./sites-run.ts')).runSites(positionals, say, at);
