import {fileURLToPath} from 'node:url';
import {createHttp} from '../../source/http/http.ts';
import {createSources} from '../../source/sources/sources.ts';
import {openNewsroom} from './newsroom.ts';
import {playDesk} from './play-desk.ts';
import {publicationDesk} from './publication-desk.ts';
import {signUpDesk} from './sign-up-desk.ts';

/*
 * `npm run newsroom`: the journal as a site of this machine, with a newsletter that can be subscribed to and
 * every other newsletter played. The journal's own card sends here.
 */

const PORT = 8027;

const folder = fileURLToPath(new URL('../../journal', import.meta.url));
const http = createHttp();
const source = {location: folder, settings: {}, validators: {}};
const opened = await createSources({http}).open(source, new AbortController().signal);
if (opened.kind !== 'loaded') throw new Error(`${folder} could not be opened.`);

const elsewhere = await openNewsroom([]);
const desks = [
  signUpDesk(({email, link}) => print(`A letter to ${email}, if letters were sent:\n  ${link}`)),
  playDesk(elsewhere.origin),
  publicationDesk(folder, opened.publication, opened.articles),
];
const room = await openNewsroom(desks, PORT);

print(`${opened.publication.title}, ${opened.articles.length} articles, is at ${room.origin}/`);
print(`  inkwell ${room.origin}/feed.json`);
print(`  inkwell subscribe --to ${room.origin}/feed.json`);
print(`Every other newsletter, well behaved or not: ${room.origin}/play/`);
print('Ctrl-C ends it.');

process.once('SIGINT', () => void end());
process.once('SIGTERM', () => void end());

async function end(): Promise<void> {
  await Promise.all([room.close(), elsewhere.close(), http.close()]);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
