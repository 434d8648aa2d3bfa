/*
 * The least that reading a folder of an IMAP server takes: whole mails are fetched, parsed and dropped.
 */
import {ImapFlow} from 'imapflow';
import PostalMime from 'postal-mime';

const url = new URL(process.argv[2] ?? '');
const client = new ImapFlow({
  host: url.hostname,
  port: Number(url.port),
  secure: true,
  auth: {user: url.username, pass: process.argv[3] ?? ''},
  logger: false,
});
await client.connect();
await client.mailboxOpen(url.pathname.slice(1), {readOnly: true});
let count = 0;
for await (const {source} of client.fetch('1:*', {uid: true, source: true})) {
  if (!source) continue;
  await PostalMime.parse(source);
  count++;
}
await client.logout();
process.stdout.write(`${count}\n`);
