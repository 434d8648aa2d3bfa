/*
 * Runs Inkwell against servers that people run: `npm run servers`, `npm run servers -- freshrss --at FOLDER`,
 * `npm run servers -- ghost`, which installs Ghost from npm; `--at FOLDER` keeps it.
 */
import {parseArgs} from 'node:util';

/** Servers with a run of their own: against the real one, it throws where something differs. */
const SERVERS: Readonly<Record<string, {needsFolder: boolean; run: (at?: string) => Promise<void>}>> = {
  freshrss: {
    needsFolder: true,
    run: async at => (await import('./freshrss-run.ts')).runFreshrss(at ?? '', say),
  },
  ghost: {
    needsFolder: false,
    async run(at) {
      const missing = await (await import('./ghost-run.ts')).runGhost(at, say);
      if (missing === undefined) return;
      say(`\n!! NOT TRIED: ${missing}`);
      if (name === 'ghost') process.exitCode = 1;
    },
  },
};

const {values, positionals} = parseArgs({allowPositionals: true, options: {at: {type: 'string'}}});
const [name = ''] = positionals;
const server = SERVERS[name];
if (server && (values.at !== undefined || !server.needsFolder)) await server.run(values.at);
else if (server) {
  console.error(`npm run servers -- ${name} --at FOLDER`);
  process.exitCode = 2;
} else {
  await (await import('./sites-run.ts')).runSites(positionals, say);
  if (positionals.length === 0) await SERVERS['ghost']?.run();
}

function say(line: string): void {
  console.log(line);
}
