/*
 * Runs Inkwell against servers that people run: `npm run servers`, `npm run servers -- freshrss --at FOLDER`.
 */
import {parseArgs} from 'node:util';

/** Servers that need a folder of their own: run against the real one, it throws where something differs. */
const SERVERS: Readonly<Record<string, (at: string, say: (line: string) => void) => Promise<void>>> = {
  freshrss: async (at, say) => (await import('./freshrss-run.ts')).runFreshrss(at, say),
};

const {values, positionals} = parseArgs({allowPositionals: true, options: {at: {type: 'string'}}});
const [name = ''] = positionals;
const run = SERVERS[name];
if (run && values.at !== undefined) await run(values.at, line => console.log(line));
else if (run) {
  console.error(`npm run servers -- ${name} --at FOLDER`);
  process.exitCode = 2;
} else await (await import('./sites-run.ts')).runSites(positionals, line => console.log(line));
