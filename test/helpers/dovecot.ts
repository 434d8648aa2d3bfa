import {getCACertificates, setDefaultCACertificates} from 'node:tls';
import {execFileSync, spawn} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {chmod, chown, mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {createServer as createWebServer} from 'node:http';
import {createServer, connect} from 'node:net';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';

const DOVECOT = '/usr/sbin/dovecot';
/** The number of Debian's user `nobody`, to whom the mail belongs. */
const OWNER = 65_534;

/** True where Dovecot can be started: it changes its user, so it needs root. */
export const canServeMail = existsSync(DOVECOT) && process.getuid?.() === 0;

export type MailServer = Readonly<{
  /** The folders of the user `ada`, whose password is `secret`. */
  mail: string;
  /** The tokens for OAuth that the server takes now. */
  tokens: Set<string>;
  /** The certificate that clients have to trust. */
  certificate: string;
  /** With TLS from the beginning, and with STARTTLS. */
  ports: Readonly<{imaps: number; imap: number}>;
  location: (folder: string) => string;
  /** Delivers mails into a folder. */
  deliver: (folder: string, mails: readonly Uint8Array[]) => Promise<void>;
  /** Writes who may do what in a folder (RFC 4314), into its `dovecot-acl`. */
  allow: (file: string, rights: string) => Promise<void>;
  /** Runs doveadm on the server's mail. */
  admin: (...words: readonly string[]) => string;
  close: () => Promise<void>;
}>;

/**
 * Debian's Dovecot on this machine, with mail of its own. With `oauth` it takes the tokens that are in `tokens`,
 * by that mechanism, and no password.
 */
export async function mailServer({oauth}: {oauth?: 'XOAUTH2' | 'OAUTHBEARER'} = {}): Promise<MailServer> {
  const tokens = new Set<string>();
  const issuer = await tokenIssuer(tokens);
  const place = await mkdtemp(join(tmpdir(), 'inkwell-dovecot-'));
  await chmod(place, 0o755);
  const mail = join(place, 'mail');
  await mkdir(mail);
  await chown(mail, OWNER, OWNER);
  const certificate = join(place, 'certificate.pem');
  const key = join(place, 'key.pem');
  execFileSync(
    'openssl',
    [
      ...'req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost'.split(' '),
      '-addext',
      'subjectAltName=IP:127.0.0.1,DNS:localhost',
      '-keyout',
      key,
      '-out',
      certificate,
    ],
    {stdio: 'ignore'},
  );
  const ports = {imaps: await freePort(), imap: await freePort()};
  const config = join(place, 'dovecot.conf');
  await writeFile(config, configuration(place, ports, oauth));
  await writeFile(join(place, 'oauth2'), `tokeninfo_url = ${issuer.url}\nusername_attribute = user\n`);
  const child = spawn(DOVECOT, ['-F', '-c', config], {stdio: 'ignore'});
  const ended = new Promise(resolve => void child.once('exit', resolve));
  await answers(ports.imap);
  const deliver = async (folder: string, mails: readonly Uint8Array[]): Promise<void> => {
    const where = join(mail, folder === 'INBOX' ? '' : `.${folder}`);
    for (const part of ['', 'cur', 'new', 'tmp']) {
      await mkdir(join(where, part), {recursive: true});
      await chown(join(where, part), OWNER, OWNER);
    }
    for (const bytes of mails) {
      const file = join(where, 'new', `${(count++).toString().padStart(8, '0')}.ada`);
      await writeFile(file, bytes);
      await chown(file, OWNER, OWNER);
    }
  };
  let count = 1;
  return {
    mail,
    tokens,
    certificate,
    ports,
    location: folder => `imaps://ada@127.0.0.1:${ports.imaps}/${folder}`,
    deliver,
    async allow(file, rights) {
      await writeFile(file, `${rights}\n`);
      await chown(file, OWNER, OWNER);
    },
    admin: (...words) => execFileSync('doveadm', ['-c', config, ...words], {encoding: 'utf8'}),
    async close() {
      child.kill('SIGTERM');
      await ended;
      issuer.close();
      await rm(place, {recursive: true, force: true});
    },
  };
}

const configuration = (place: string, {imap, imaps}: MailServer['ports'], oauth?: string): string => `
base_dir = ${place}/run
state_dir = ${place}/state
log_path = ${place}/log
protocols = imap
listen = 127.0.0.1
first_valid_uid = 1
first_valid_gid = 1
default_internal_user = dovecot
default_login_user = dovenull
mail_location = maildir:${place}/mail
mail_max_userip_connections = 100
ssl = required
ssl_cert = <${place}/certificate.pem
ssl_key = <${place}/key.pem
auth_mechanisms = ${oauth?.toLowerCase() ?? 'plain login'}
auth_failure_delay = 0
disable_plaintext_auth = yes
mail_plugins = acl
plugin {
  acl = vfile
}
passdb {
  ${oauth === undefined ? 'driver = static\n  args = password=secret' : `driver = oauth2\n  mechanisms = ${oauth.toLowerCase()}\n  args = ${place}/oauth2`}
}
userdb {
  driver = static
  args = uid=${OWNER} gid=${OWNER} home=${place}/mail
}
service imap-login {
  inet_listener imap {
    port = ${imap}
  }
  inet_listener imaps {
    port = ${imaps}
    ssl = yes
  }
}
service stats {
  unix_listener stats-writer {
    mode = 0666
  }
}
`;

/** Says whose a token is. */
async function tokenIssuer(tokens: ReadonlySet<string>): Promise<{url: string; close: () => void}> {
  const server = createWebServer((request, response) => {
    const token = new URL(request.url ?? '', 'http://issuer').searchParams.get('token') ?? '';
    const isKnown = tokens.has(token);
    response.writeHead(isKnown ? 200 : 401, {'content-type': 'application/json'});
    response.end(JSON.stringify(isKnown ? {user: 'ada'} : {error: 'invalid_token'}));
  }).listen(0, '127.0.0.1');
  await new Promise(resolve => void server.once('listening', resolve));
  const {port} = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/?token=`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise(resolve => void server.once('listening', resolve));
  const {port} = server.address() as AddressInfo;
  await new Promise(resolve => void server.close(resolve));
  return port;
}

async function answers(port: number): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const isThere = await new Promise<boolean>(resolve => {
      const socket = connect(port, '127.0.0.1');
      socket.once('data', () => (socket.destroy(), resolve(true)));
      socket.once('error', () => resolve(false));
    });
    if (isThere) return;
    await wait(100);
  }
  throw new Error('Dovecot did not start.');
}

/** The same, whose certificate this process trusts until it is closed. */
export async function trustedMailServer(): Promise<MailServer> {
  const server = await mailServer();
  const trusted = getCACertificates('default');
  setDefaultCACertificates([...trusted, readFileSync(server.certificate, 'utf8')]);
  return {
    ...server,
    async close() {
      setDefaultCACertificates(trusted);
      await server.close();
    },
  };
}
