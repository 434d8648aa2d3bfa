/*
 * Mails written here, each one habit of those who send letters. Lines are joined by CRLF as on the wire.
 */

type Part = Readonly<{type: string; body: string; headers?: readonly string[]}>;

/** A mail of these header lines and one body or several parts. */
export function mail(headers: readonly string[], ...parts: readonly Part[]): Buffer {
  const [only] = parts;
  if (parts.length === 1 && only)
    return lines([...headers, `Content-Type: ${only.type}`, ...(only.headers ?? []), '', only.body]);
  const boundary = 'b0undary';
  return lines([
    ...headers,
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    ...parts.flatMap(({type, body, headers: own = []}) => [
      `--${boundary}`,
      `Content-Type: ${type}`,
      ...own,
      '',
      body,
    ]),
    `--${boundary}--`,
    '',
  ]);
}

const lines = (all: readonly string[]): Buffer =>
  Buffer.from(all.join('\r\n').replaceAll(/\r?\n/g, '\r\n'), 'utf8');

export const html = (body: string): Part => ({type: 'text/html; charset=utf-8', body});
export const text = (body: string): Part => ({type: 'text/plain; charset=utf-8', body});

/** The header of a letter from the harbour's list, with other lines before it. */
export const letter = (...more: readonly string[]): readonly string[] => [
  ...more,
  'From: Mara Lind <mara@harbour.example>',
  'List-Id: The Harbour <weekly.harbour.example>',
  'List-Unsubscribe: <mailto:leave@harbour.example>,',
  '\t<https://harbour.example/leave/7>',
  'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
  'Message-ID: <one@harbour.example>',
  'Date: Thu, 12 Nov 2026 08:00:00 +0000',
];

export const PROSE = Array.from(
  {length: 12},
  (_, index) =>
    `<p>Paragraph ${index} about tides, moorings and the patience that a harbour asks of everybody.</p>`,
).join('\n');
