/* Runs Inkwell against servers that people run: `npm run servers -- freshrss --at FOLDER`. */
import {parseArgs} from 'node:util';

/** Each server by its name: run against the real one in a folder, it throws where something differs. */
const SERVERS: Readonly<Record<string, (at: string, say: (line: string) => void) => Promise<void>>> = {
  freshrss: async (at, say) => (await import('./freshrss-run.ts')).runFreshrss(at, say),
};

const {values, positionals} = parseArgs({allowPositionals: true, options: {at: {type: 'string'}}});
const run = SERVERS[positionals[0] ?? ''];
if (!run || values.at === undefined) {
  console.error(`npm run servers -- ${Object.keys(SERVERS).join('|')} --at FOLDER`);
  process.exitCode = 2;
} else await run(values.at, line => console.log(line));
