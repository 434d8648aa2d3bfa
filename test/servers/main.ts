/*
 * Runs Inkwell against servers that people run: `npm run servers -- [NAME…]`, `npm run servers -- freshrss --at
 * FOLDER`; `-- freshrss-speed --at FOLDER` measures first syncs there, `-- doubles` lives at the double in each
 * dialect. Ghost is installed from npm for the run; `--at FOLDER` keeps it.
 */
import {parseArgs} from 'node:util';

const say = (line: string): void => console.log(line);

/** Servers that need a folder of their own: run against the real one, it throws where something differs. */
const AT_A_FOLDER: Readonly<Record<string, (at: string) => Promise<void>>> = {
  freshrss: async at => (await import('./freshrss-run.ts')).runFreshrss(at, say),
  'freshrss-speed': async at => (await import('./freshrss-speed.ts')).runFreshrssSpeed(at, say),
};

const {values, positionals} = parseArgs({allowPositionals: true, options: {at: {type: 'string'}}});
const {at} = values;
const [name = ''] = positionals;
const run = AT_A_FOLDER[name];
if (name === 'doubles') await (await import('./doubles-run.ts')).runDoubles(say);
else if (run && at !== undefined) await run(at);
else if (run) {
  console.error(`npm run servers -- ${name} --at FOLDER`);
  process.exitCode = 2;
} else await (await import('./sites-run.ts')).runSites(positionals, say, at);
