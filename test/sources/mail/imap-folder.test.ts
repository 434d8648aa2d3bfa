import {createServer} from 'node:net';
import type {AddressInfo, Socket} from 'node:net';
import {expect, onTestFinished, test} from 'vitest';
import {withFolder} from '../../../source/sources/mail/imap-folder.ts';

const PASSWORD = 'opensesame';

/** A server of mail that speaks as it likes; what it was told. */
async function hostile(
  greet: (socket: Socket) => void,
  onLine: (socket: Socket, tag: string, command: string) => void = () => {},
) {
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer(socket => {
    sockets.add(socket);
    socket.on('error', () => {});
    greet(socket);
    socket.on('data', data => {
      for (const line of data.toString('latin1').split('\r\n').filter(Boolean)) {
        heard.push(line);
        onLine(socket, ...(line.split(' ') as [string, string]));
      }
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const location = `imap://ada@127.0.0.1:${(server.address() as AddressInfo).port}/News`;
  const open = (opening: number) =>
    withFolder(location, {kind: 'password', value: PASSWORD}, undefined, async () => 'opened', {
      opening,
    }).catch((error: unknown) => error);
  return {heard, open};
}

const capable = (more: string) => (socket: Socket, tag: string, command: string) =>
  socket.write(
    /CAPABILITY/iu.test(command) ? `* CAPABILITY IMAP4rev1${more}\r\n${tag} OK\r\n` : `${tag} NO\r\n`,
  );

test.each([
  ['has no STARTTLS', '* OK hello\r\n', capable('')],
  ['says that nobody needs to sign in', '* PREAUTH [CAPABILITY IMAP4rev1] hello\r\n', capable('')],
  ['offers STARTTLS and refuses it', '* OK hello\r\n', capable(' STARTTLS AUTH=PLAIN')],
  [
    'puts words of its own before the encryption',
    '* OK hello\r\n',
    (socket: Socket, tag: string, command: string) =>
      /STARTTLS/iu.test(command)
        ? socket.write(`${tag} OK go on\r\n* PREAUTH hello\r\n`)
        : capable(' STARTTLS')(socket, tag, command),
  ],
])('no password goes to a server that %s', async (_, greeting, onLine) => {
  const {heard, open} = await hostile(socket => socket.write(greeting), onLine);
  expect(await open(20_000)).toMatchObject({problem: {kind: 'unsafe'}});
  const said = heard.join('\n');
  expect(said).not.toMatch(/LOGIN|AUTHENTICATE/iu);
  expect(said).not.toContain(PASSWORD);
});

test('a server that never stops greeting is left when its time is over', async () => {
  const {open} = await hostile(socket => {
    const talking = setInterval(() => socket.write('* OK still here\r\n'), 20);
    socket.on('close', () => clearInterval(talking));
  });
  expect(await open(500)).toMatchObject({problem: {kind: 'timeout'}});
});

test('a server that announces more than any mail has is not waited for', async () => {
  const {open} = await hostile(socket => socket.write('* OK [ALERT] {900000000}\r\n'));
  expect(await open(20_000)).toMatchObject({problem: {message: expect.stringContaining('Literal size')}});
});
