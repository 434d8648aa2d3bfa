/** Fields of a mail that an address may fill in; `attach` and its like would send files of this machine. */
const FIELDS = new Set(['bcc', 'body', 'cc', 'in-reply-to', 'subject', 'to']);

/** The address without the files that a page names. */
export function withoutAttachments(address: string): string {
  const url = /^mailto:/iu.test(address) ? URL.parse(address) : null;
  const fields = [...(url?.searchParams ?? [])];
  if (!url || fields.every(([name]) => FIELDS.has(name.toLowerCase()))) return address;
  return mailto(
    url.pathname,
    fields.filter(([name]) => FIELDS.has(name.toLowerCase())),
  );
}

/** The address of a mail to somebody, with the fields that it fills in. */
export function mailto(recipient: string, fields: readonly (readonly [string, string])[]): string {
  const query = fields.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return `mailto:${recipient}${query === '' ? '' : `?${query}`}`;
}
