import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {getCACertificates, setDefaultCACertificates} from 'node:tls';
import {onTestFinished} from 'vitest';

/**
 * A key and a certificate of this machine, which this process trusts until the test has finished; undefined
 * where openssl is missing, since Node makes none.
 */
export function ownCertificate(): Readonly<{key: string; cert: string}> | undefined {
  const place = mkdtempSync(join(tmpdir(), 'inkwell-certificate-'));
  const request = 'req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -keyout key -out cert';
  const names = ['-addext', 'subjectAltName=IP:127.0.0.1,DNS:localhost'];
  try {
    execFileSync('openssl', [...request.split(' '), ...names], {cwd: place, stdio: 'ignore'});
    const [key, cert] = ['key', 'cert'].map(name => readFileSync(join(place, name), 'utf8')) as [
      string,
      string,
    ];
    const trusted = getCACertificates('default');
    setDefaultCACertificates([...trusted, cert]);
    onTestFinished(() => setDefaultCACertificates(trusted));
    return {key, cert};
  } catch {
    return undefined;
  } finally {
    rmSync(place, {recursive: true});
  }
}
