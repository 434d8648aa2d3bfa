/*
 * A link may say one host and lead to another: "bank.example" that opens "bank.example.evil.test", or the same letters
 * in another alphabet. Where its words name a host, they are held against the address.
 */

/** The host that a link leads to, where its words name another one, or hide its name; in ASCII. */
export function hiddenHost(words: string, url: string): string | undefined {
  const real = hostOf(url);
  if (real === undefined) return undefined;
  // A name before the host is only there to be taken for it.
  if (/^https?:\/\/[^/?#]*@/i.test(url)) return real;
  const claimed = claimedHost(words);
  if (claimed === undefined) return undefined;
  const ascii = URL.parse(`http://${claimed}`)?.hostname;
  return ascii !== undefined && isSameSite(ascii, real) && !isDeceptive(claimed) ? undefined : real;
}

/** An address as it is to be read: without what stands before the host. The host is in ASCII already. */
export function readableAddress(url: string): string {
  return url.replace(/^(https?:\/\/)[^/?#]*@/i, '$1');
}

function hostOf(url: string): string | undefined {
  const parsed = URL.parse(url);
  if (!parsed) return undefined;
  if (parsed.protocol === 'mailto:') return /@([^@?,]+)/.exec(parsed.pathname)?.[1]?.toLowerCase();
  return parsed.hostname === '' ? undefined : parsed.hostname;
}

const NAME = String.raw`(?:[\p{L}\p{M}\p{N}_-]{1,63}\.){1,8}(?:xn--[a-z\d-]{2,59}|[\p{L}\p{M}]{2,24})`;
const WITH_SCHEME = new RegExp(String.raw`(?:https?:\/\/(?:[^\s/?#@]*@)?|\bwww\.)(${NAME})`, 'iu');
const BARE = new RegExp(String.raw`^[\s(<"“‘]*(?:[\w.+-]{1,64}@)?(${NAME})(?=[\/:?#\s)>"”’,;]|\.?$)`, 'u');

/** Top-level domains that make a name without a scheme a host, and not a file or a library ("notes.md", "vue.js"). */
const KNOWN = new Set(
  'com net org edu gov mil int info biz io dev app co me tv ai xyz site online shop page blog cloud example test uk de fr nl be ch at eu it es pt se no dk fi ie cz hu ro gr tr ru ua cn jp kr in au nz ca us br mx ar cl za il'.split(
    ' ',
  ),
);

/** The host that words name, as they look: what is not seen is left out, and lookalikes of signs are the signs. */
function claimedHost(words: string): string | undefined {
  const seen = words
    .normalize('NFKC')
    .replaceAll(/[\p{Cf}\p{Cc}\u115f\u1160\u3164]/gu, '')
    .replaceAll(/[\u3002\uff0e\uff61\u2024]/gu, '.')
    .replaceAll(/[\u2044\u2215\u29f8]/gu, '/');
  const named = WITH_SCHEME.exec(seen)?.[1];
  if (named !== undefined) return named.toLowerCase();
  const bare = BARE.exec(seen)?.[1];
  const top = bare?.slice(bare.lastIndexOf('.') + 1) ?? '';
  return KNOWN.has(top) || /^xn--|[^\0-\x7f]/.test(top) ? bare : undefined;
}

/** The same, with or without www, or one below the other. */
function isSameSite(one: string, other: string): boolean {
  const [a, b] = [one, other].map(host => host.replace(/^www\./, '').replace(/\.$/, '')) as [string, string];
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}

/** Letters of Cyrillic and Greek that are seen as Latin ones. */
const LOOKALIKES = /^[аеорсухіјѕһԁԛԝькαονρτυικ\d-]+$/u;

/** A label of Latin letters among those of another alphabet that has the same shapes, or one of lookalikes alone. */
function isDeceptive(host: string): boolean {
  return host.split('.').some(label => {
    if (!/[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u.test(label))
      return false;
    return /\p{Script=Latin}/u.test(label) || LOOKALIKES.test(label);
  });
}
