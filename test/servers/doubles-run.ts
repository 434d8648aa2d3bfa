import {DIALECTS} from '../sync/double.ts';
import {doubleWorld} from './double-world.ts';
import {live} from './life.ts';

/** The life of an account at the double in each dialect: a table of the scenes that ended alike on both sides. */
export async function runDoubles(say: (line: string) => void): Promise<void> {
  const lived = new Map<string, Set<string>>();
  const scenes = new Set<string>();
  for (const [name, dialect] of Object.entries(DIALECTS)) {
    const world = await doubleWorld(name, dialect);
    const own = new Set<string>();
    lived.set(name, own);
    try {
      await live(world, {feeds: 30, articles: 4, many: 130}, line => {
        const scene = line.replace(/^same on both sides: | \(.*$/gu, '');
        own.add(scene);
        scenes.add(scene);
      });
    } catch (error) {
      say(`${name}: ${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 1;
    } finally {
      await world.stop();
    }
  }
  say(`| scene | ${[...lived.keys()].join(' | ')} |`);
  say(`|${' --- |'.repeat(lived.size + 1)}`);
  for (const scene of scenes)
    say(`| ${scene} | ${[...lived.values()].map(own => (own.has(scene) ? 'same' : 'NOT')).join(' | ')} |`);
}
