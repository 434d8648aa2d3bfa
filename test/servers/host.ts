import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {createServer as createTcpServer, connect} from 'node:net';
import {once} from 'node:events';
import {readFile, stat} from 'node:fs/promises';
import {extname, join} from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.xml': 'application/xml',
  '.json': 'application/json',
  '.css': 'text/css',
  '.js': 'text/javascript',
};

export type Host = Readonly<{
  origin: string;
  /** Mails that arrived at the sink, whole. */
  mails: readonly string[];
  /** Where the sink listens. */
  mailPort: number;
  serve(folder: string): void;
  close(): Promise<void>;
}>;

/**
 * A folder of pages behind HTTP, as plain hosts serve it, and a newsletter at /letters/subscribe that sends a
 * mail with a link over SMTP to a sink of this machine; `onMail` is given what arrives there.
 */
export async function openHost(onMail: (mail: Buffer) => void = () => {}): Promise<Host> {
  const mails: string[] = [];
  let root = '';
  const sink = createTcpServer(socket => {
    let text = '';
    let isData = false;
    socket.write('220 sink\r\n');
    socket.on('error', () => {});
    socket.on('data', chunk => {
      text += chunk.toString('latin1');
      for (let end = text.indexOf('\r\n'); end !== -1; end = text.indexOf('\r\n')) {
        if (isData) {
          const close = text.indexOf('\r\n.\r\n');
          if (close === -1) return;
          const mail = Buffer.from(text.slice(0, close).replaceAll(/^\.\./gmu, '.'), 'latin1');
          mails.push(mail.toString());
          onMail(mail);
          text = text.slice(close + 5);
          isData = false;
          socket.write('250 kept\r\n');
          continue;
        }
        const line = text.slice(0, end);
        text = text.slice(end + 2);
        isData = line === 'DATA';
        socket.write(isData ? '354 go on\r\n' : line === 'QUIT' ? '221 bye\r\n' : '250 fine\r\n');
      }
    });
  });
  sink.listen(0, '127.0.0.1');
  await once(sink, 'listening');
  const {port: mailPort} = sink.address() as AddressInfo;
  const server = createServer(async (request, response) => {
    const {pathname} = new URL(request.url ?? '/', 'http://host');
    if (request.method === 'POST' && pathname === '/letters/subscribe') {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      await sendMail(mailPort, new URLSearchParams(body).get('email') ?? '');
      response.writeHead(303, {location: '/letters/check-your-inbox/'}).end();
      return;
    }
    const file = await fileAt(root, decodeURIComponent(pathname));
    if (file === undefined) response.writeHead(404, {'content-type': 'text/html'}).end('<h1>Not found</h1>');
    else
      response
        .writeHead(200, {'content-type': TYPES[extname(file)] ?? 'application/octet-stream'})
        .end(await readFile(file));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    mails,
    mailPort,
    serve: folder => {
      root = folder;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      sink.close();
    },
  };
}

async function fileAt(root: string, path: string): Promise<string | undefined> {
  for (const name of [path, join(path, 'index.html'), `${path.replace(/\/$/, '')}.html`]) {
    const file = join(root, name);
    if (file.startsWith(root) && (await stat(file).catch(() => undefined))?.isFile()) return file;
  }
  return undefined;
}

async function sendMail(port: number, to: string): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'data');
  for (const line of [
    'HELO host',
    'MAIL FROM:<letters@host.example>',
    `RCPT TO:<${to}>`,
    'DATA',
    `To: ${to}\r\nSubject: Confirm\r\n\r\nFollow this link.\r\n.`,
    'QUIT',
  ]) {
    socket.write(`${line}\r\n`);
    await once(socket, 'data');
  }
  socket.destroy();
}

/** The form that each site shows. */
export const FORM =
  '<form action="/letters/subscribe" method="post"><h2>Harbour letter</h2><label>Email <input type="email" name="email" required></label><button>Subscribe</button></form>';
