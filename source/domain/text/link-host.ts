import {parse} from 'tldts';

/*
 * A link may say one host and lead to another: "bank.example" that opens "bank.example.evil.test", or the
 * same letters in another alphabet. Where its words name a host, they are held against the address.
 */

/** Of longer words a reader sees no single name. */
const LONGEST = 2_000;

/**
 * The host that a link leads to, where its words name another one, or hide its name; in ASCII.
 * What stands before it on its line belongs to a name that it goes on with: bank.[com](…).
 */
export function hiddenHost(words: string, url: string, before = ''): string | undefined {
  const real = hostOf(url);
  if (real === undefined) return undefined;
  // A name before the host is only there to be taken for it.
  if (/^https?:\/\/[^/?#]*@/i.test(url)) return real;
  const begun = /\S{0,100}$/.exec(before)?.[0] ?? '';
  const isTrue = claimedHosts(begun + words, url.startsWith('mailto:')).every(claimed => {
    const ascii = claimed === true ? undefined : URL.parse(`http://${claimed}`)?.hostname;
    return ascii !== undefined && isSameSite(ascii, real) && !isDeceptive(String(claimed));
  });
  return isTrue ? undefined : real;
}

function hostOf(url: string): string | undefined {
  const parsed = URL.parse(url);
  if (!parsed) return undefined;
  if (parsed.protocol === 'mailto:') return /@([^@?,]+)/.exec(parsed.pathname)?.[1]?.toLowerCase();
  return parsed.hostname === '' ? undefined : parsed.hostname;
}

/** An address; what follows its host belongs to it. */
const ADDRESS =
  /(?<![\p{L}\p{N}_.-])(?:https?:[/\\]+|(?:[a-z][a-z\d+.-]{1,20}:)?[/\\]{2})([^\s/\\?#<>"“”]+)/u;
/** Signs of a number of IPv6, which has no name. */
const NUMBER = /(?<![\p{L}\p{N}_.\-/\\?=&#%~+:])(\[?[\da-f:.]{2,45})(?![\p{L}\p{N}_:])/u;
/** A name; not a file's in a folder. */
const NAME = /(?<![\p{L}\p{M}\p{N}_.-])(?<![\p{L}\p{M}\p{N}_.~-][/\\])([\p{L}\p{M}\p{N}_.-]+)/u;

/** Made when words first need them: with all letters of all scripts they take some 15 ms. */
let made: Readonly<{first: RegExp; nameHere: RegExp}> | undefined;

function patterns(): NonNullable<typeof made> {
  return (made ??= {
    first: new RegExp(`${ADDRESS.source}|${NUMBER.source}|${NAME.source}`, 'giu'),
    nameHere: new RegExp(NAME.source, 'yu'),
  });
}

/** Scripts without blanks between words, so that a host stands within a run of letters. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]+/u;

/** Signs that stand small, raised or in a circle, and become letters or digits when they are plain. */
const SMALL = /[\p{No}\p{So}\p{Sk}\p{Lm}]/gu;

/** Plain words: a host's name has a full stop, its number or its address a colon or a slash. */
const PLAIN = /^[^./:\\\x00-\x1f\x7f-\u{10ffff}]*$/u;

/** The hosts that words name, as they look; true for one that only pretends to be where the link leads. */
function claimedHosts(words: string, isMail: boolean): readonly (string | true)[] {
  if (PLAIN.test(words)) return [];
  const dotted = words.replaceAll(DOTS, '.');
  const apart = dotted.replaceAll(SMALL, ' ');
  return [dotted, ...(apart === dotted ? [] : [apart])].flatMap(read => claimsIn(asSeen(read), isMail));
}

function claimsIn(seen: string, isMail: boolean): readonly (string | true)[] {
  const text = seen.slice(0, LONGEST);
  const {first, nameHere} = patterns();
  const claims: (string | true)[] = [];
  for (let at = 0; ;) {
    first.lastIndex = at;
    const found = first.exec(text);
    if (!found) return claims;
    at = found.index + found[0].length;
    const [, authority, number] = found;
    const here: (string | true)[] = [];
    if (authority !== undefined) here.push(hostIn(authority));
    else if (number !== undefined && isNumber(number)) here.push(`[${bare(number)}]`);
    else {
      nameHere.lastIndex = found.index;
      const [run = ''] = nameHere.exec(text) ?? [];
      if (run === '') continue;
      at = found.index + run.length;
      if (!(isMail && text[at] === '@')) here.push(...hostsOf(run, text.startsWith('()', at)));
    }
    claims.push(...here);
    // The rest is its path.
    if (here.length > 0 && /[/\\?#]/.test(text[at] ?? '')) at += text.slice(at).search(/\s|$/);
  }
}

const bare = (number: string): string => number.replaceAll(/^\[|\.+$/g, '');
const isNumber = (run: string): boolean => isIpv6(bare(run)) && (/\d/.test(run) || run.startsWith('['));

function hostIn(authority: string): string | true {
  if (authority.includes('@')) return true;
  return /^\[[\da-f:.]+\](?::\d+)?/.exec(authority)?.[0] ?? withoutEnd(authority);
}

/** A method is called as hosts are named, but for those under the names that everybody knows. */
function hostsOf(run: string, isCalled: boolean): readonly string[] {
  return [run, ...run.split(UNSPACED)]
    .map(trimmed)
    .filter(name => isHost(name) && !(isCalled && !KNOWN.test(name)));
}

/** Signs that browsers read as full stops, that look like one, or like one that is set higher. */
const DOTS =
  /[\u3002\uff61\u2024\ua4f8\u0701\u0702\ua60e\u06d4\u0660\u06f0\u{10a50}\u00b7\u1427\u16eb\u2022\u2027\u2219\u22c5\u2e31\u2e33\u30fb\ua78f\u{10101}]/gu;

/** Of phonetics, which no normal form makes plain; their plain letters by place. */
const SMALL_CAPITAL_LETTERS = 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ';
const LETTERS = 'abcdefghijklmnopqrstuvwyz';
const SMALL_CAPITALS = new RegExp(`[${SMALL_CAPITAL_LETTERS}]`, 'g');

/** Without what is not seen, and with the signs that lookalikes of signs are taken for. */
function asSeen(words: string): string {
  return words
    .normalize('NFKC')
    .replaceAll(/\s/g, ' ')
    .replaceAll(/[\p{Cf}\p{Cc}\p{DI}\u2800]/gu, '')
    .replaceAll(DOTS, '.')
    .replaceAll(/(?<!\.)\.\.(?!\.)/g, '.')
    .replaceAll(/\s+\.\s*(?=(?:com|org|edu|gov|info|biz|co|io)\b)/gi, '.')
    .replaceAll(SMALL_CAPITALS, letter => LETTERS[SMALL_CAPITAL_LETTERS.indexOf(letter)] ?? letter)
    .replaceAll(/[\u2044\u2215\u29f8]/gu, '/')
    .toLowerCase();
}

const withoutEnd = (authority: string): string => authority.replace(/[)\],.;:!?…'’»]+$/u, '');
const trimmed = (run: string): string => run.replaceAll(/^[._-]+|[._-]+$/g, '');

const KNOWN = /\.(?:com|org|net|edu|gov|mil|info|biz)$/;

/** Names of things that end as hosts do. */
const THINGS = /^(?:(?:asp|ado|vb|ml)\.net|(?:readme|changelog|contributing|license|security)\.md)$/;
/** Top-level domains that no one rents, and that are rather a method's name ("array.prototype.map"). */
const METHODS = new Set(['call', 'map', 'next', 'open', 'search', 'target']);
/** Reserved, and used all the same. */
const RESERVED = new Set(['example', 'internal', 'local', 'localhost', 'onion', 'test']);

const isIpv6 = (number: string): boolean => URL.canParse(`http://[${number}]`);

function isHost(name: string): boolean {
  const labels = name.split('.');
  const last = labels.at(-1) ?? '';
  // Signs that lie over letters leave the name as it is read.
  const top = /[a-z]/.test(last) ? last.replaceAll(/\p{M}/gu, '') : last;
  if (labels.length < 2 || labels.includes('') || THINGS.test(name)) return false;
  if (/^\d+$/.test(top)) return labels.length === 4 && URL.canParse(`http://${name}`);
  return (
    (parse(`name.${top}`, {extractHostname: false}).isIcann === true && !METHODS.has(top)) ||
    RESERVED.has(top) ||
    top.startsWith('xn--') ||
    isDeceptive(top)
  );
}

/** The same, with or without www, or one below the other, unless anybody may have a name below that. */
function isSameSite(one: string, other: string): boolean {
  const [a, b] = [one, other].map(host => host.replace(/^www\./, '').replace(/\.$/, '')) as [string, string];
  if (a === b) return true;
  const upper = a.endsWith(`.${b}`) ? b : b.endsWith(`.${a}`) ? a : undefined;
  return upper !== undefined && parse(upper, {allowPrivateDomains: true}).domain !== null;
}

/** Letters of Cyrillic and Greek that are seen as Latin ones. */
const LOOKALIKES = /^[аеорсухіјѕһԁԛԝькαονρτυικ\d-]+$/u;

/**
 * A label of Latin letters among those of another alphabet that has the same shapes, or one of lookalikes
 * alone.
 */
function isDeceptive(host: string): boolean {
  return host.split('.').some(label => {
    if (!/[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u.test(label))
      return false;
    return /\p{Script=Latin}/u.test(label) || LOOKALIKES.test(label);
  });
}
