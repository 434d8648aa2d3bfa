/*
 * Runs where names can be given any address: a network of its own whose loopback has public addresses too,
 * and an /etc/hosts of its own. Serves every address, runs command lines against it, and prints what came of
 * each and what was asked of which host. A line ["hosts", text] sets the names.
 */
import {spawn} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {createServer} from 'node:http';

type Route = Readonly<{location?: string; body?: string; type?: string}>;

const [, , entry = '', hosts = '', routes = '{}', lines = '[]'] = process.argv;
const answers = JSON.parse(routes) as Readonly<Record<string, Route>>;
let asked: string[] = [];
const server = createServer((request, response) => {
  const {host = ''} = request.headers;
  const place = `${host}${request.url ?? ''}`;
  asked.push(place);
  const {location, body = '', type = 'application/xml'} = answers[place] ?? {};
  if (location !== undefined) response.writeHead(302, {location}).end();
  else response.writeHead(place in answers ? 200 : 404, {'content-type': type}).end(body);
});
await new Promise<void>(resolve => server.listen(80, '0.0.0.0', resolve));

const ran: object[] = [];
for (const words of JSON.parse(lines) as readonly (readonly string[])[]) {
  if (words[0] === 'hosts') {
    writeFileSync(hosts, words[1] ?? '');
    continue;
  }
  asked = [];
  ran.push({words, ...(await run(words)), asked});
}
server.close();
server.closeAllConnections();
process.stdout.write(JSON.stringify(ran));

async function run(words: readonly string[]): Promise<{code: number | null; stdout: string; stderr: string}> {
  const child = spawn(process.execPath, [entry, ...words], {stdio: ['ignore', 'pipe', 'pipe']});
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (text: Buffer) => (stdout += text.toString()));
  child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
  const code = await new Promise<number | null>(resolve => child.on('close', resolve));
  return {code, stdout, stderr};
}
