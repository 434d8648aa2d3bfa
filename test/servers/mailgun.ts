import {once} from 'node:events';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';

/**
 * A double of the service through which Ghost sends newsletters: it makes of each message a mail to each of
 * its readers, as Mailgun does, and hands it to `onMail`.
 */
export async function openMailgun(
  onMail: (mail: Buffer) => void,
): Promise<Readonly<{url: string; close: () => void}>> {
  let count = 0;
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const type = request.headers['content-type'] ?? '';
    if (request.method === 'POST' && type.startsWith('multipart/form-data')) {
      const form = await new Response(Buffer.concat(parts), {headers: {'content-type': type}}).formData();
      for (const to of form.getAll('to').flatMap(all => textOf(all).split(',')))
        onMail(mailFor(to.trim(), form, ++count));
    }
    response.writeHead(200, {'content-type': 'application/json'});
    response.end(JSON.stringify({id: `<${count}@ghost.example>`, message: 'Queued. Thank you.', items: []}));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v3`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function mailFor(to: string, form: FormData, number: number): Buffer {
  const variables = JSON.parse(textOf(form.get('recipient-variables')) || '{}') as Record<
    string,
    Record<string, string>
  >;
  const own = variables[to] ?? {};
  const filled = (name: string): string =>
    textOf(form.get(name))
      .replaceAll(/%recipient\.([\w-]+)%/gu, (whole, key: string) => own[key] ?? whole)
      .replaceAll('%tag_unsubscribe_email%', 'mailto:leave@ghost.example');
  const encoded = (name: string): string =>
    (
      Buffer.from(filled(name))
        .toString('base64')
        .match(/.{1,76}/gu) ?? []
    ).join('\r\n');
  const extra = [...form.keys()]
    .filter(key => key.startsWith('h:'))
    .map(key => `${key.slice(2)}: ${filled(key)}`);
  return Buffer.from(
    [
      `From: ${filled('from')}`,
      `To: ${to}`,
      `Subject: =?utf-8?B?${Buffer.from(filled('subject')).toString('base64')}?=`,
      `Date: ${new Date().toUTCString()}`,
      `Message-ID: <${number}.${Date.now()}@ghost.example>`,
      ...extra,
      'MIME-Version: 1.0',
      'Content-Type: multipart/alternative; boundary="inner"',
      '',
      ...['text', 'html'].flatMap(name => [
        '--inner',
        `Content-Type: text/${name === 'text' ? 'plain' : 'html'}; charset=utf-8`,
        'Content-Transfer-Encoding: base64',
        '',
        encoded(name),
      ]),
      '--inner--',
      '',
    ].join('\r\n'),
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
