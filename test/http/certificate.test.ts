import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {createServer} from 'node:https';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {getCACertificates, setDefaultCACertificates} from 'node:tls';
import {afterAll, beforeAll, describe, expect, onTestFinished, test, vi} from 'vitest';
import {answer, misbehavingServer} from '../helpers/misbehaving-server.ts';
import {get, problemOf, text} from './client.ts';

const TOOL = 'openssl';

/** openssl makes what Node can't; where it is missing there is nothing to test with. */
const certificates = makeCertificates();

describe.skipIf(certificates === undefined)('certificates', () => {
  const trusted = getCACertificates('default');
  beforeAll(() => setDefaultCACertificates([...trusted, certificates?.good.cert ?? '']));
  afterAll(() => setDefaultCACertificates(trusted));

  test('one that is vouched for is good', async () => {
    expect(text(await get(await secureServer('good')))).toBe('secret');
  });

  test.for([
    ['unknown', /nobody we know vouches/u],
    ['expired', /expired/u],
    ['stranger', /another host/u],
  ] as const)('one that is %s is refused, and nothing was sent', async ([name, message]) => {
    setDefaultCACertificates([...trusted, ...(name === 'unknown' ? [] : [certificates?.[name].cert ?? ''])]);
    const request = get(await secureServer(name), {method: 'POST', body: 'email=ada'});
    await expect(request).rejects.toMatchObject({mayHaveArrived: false});
    const problem = await problemOf(request);
    expect(problem.kind).toBe('unsafe');
    expect(problem.message).toMatch(message);
    expect(problem.message).toContain('certificate');
  });

  test('no environment makes us trust one', async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    onTestFinished(() => void vi.unstubAllEnvs());
    setDefaultCACertificates(trusted);
    expect(await problemOf(get(await secureServer('unknown')))).toMatchObject({kind: 'unsafe'});
  });

  test('https leads to no plain address', async () => {
    setDefaultCACertificates([...trusted, certificates?.good.cert ?? '']);
    const plain = await misbehavingServer(answer(200));
    expect(await problemOf(get(await secureServer('good', plain.origin)))).toMatchObject({kind: 'unsafe'});
    expect(plain.asked).toEqual([]);
  });

  test('a plain server is told from a secure one', async () => {
    const {origin} = await misbehavingServer(answer(200));
    expect((await problemOf(get(origin.replace('http:', 'https:')))).message).toContain(
      'secure connection (TLS)',
    );
  });
});

async function secureServer(
  name: keyof NonNullable<typeof certificates>,
  location?: string,
): Promise<string> {
  const server = createServer({...certificates?.[name]}, (_request, response) => {
    if (location === undefined) response.end('secret');
    else response.writeHead(302, {location}).end();
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  });
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

function makeCertificates() {
  const folder = mkdtempSync(join(tmpdir(), 'inkwell-tls-'));
  const openssl = (...words: string[]) => execFileSync(TOOL, words, {cwd: folder, stdio: 'ignore'});
  const make = (name: string, subject: string, days: number) => {
    const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-subj', '/CN=x'];
    openssl('req', ...curve, '-addext', `subjectAltName=${subject}`, '-keyout', 'key', '-out', 'request');
    // `req -x509` makes none that has ended.
    openssl(
      'x509',
      '-req',
      '-in',
      'request',
      '-signkey',
      'key',
      '-days',
      String(days),
      '-copy_extensions',
      'copyall',
      '-out',
      name,
    );
    return {key: readFileSync(join(folder, 'key'), 'utf8'), cert: readFileSync(join(folder, name), 'utf8')};
  };
  try {
    return {
      good: make('good', 'IP:127.0.0.1', 2),
      unknown: make('unknown', 'IP:127.0.0.1', 2),
      stranger: make('stranger', 'DNS:other.example', 2),
      expired: make('expired', 'IP:127.0.0.1', -1),
    };
  } catch {
    return undefined;
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}
