/** Parameters that count readers and change nothing on the page. */
const TRACKING =
  /^(?:utm_\w+|(?:fb|gcl|dcl|msclk|yclk|twcl|igsh|wbra|gbra)(?:id)?|fbclid|gclid|mc_[ce]id|mkt_tok|_hs(?:enc|mi)|vero_id|oly_(?:anon|enc)_id|at_(?:medium|campaign)|ns_\w+|pk_\w+|mtm_\w+|piwik_\w+|cmpid|ref|ref_src|ref_url|referrer|rss|from|source|src|share|sharetype|feature|si|cb|cachebust(?:er)?|nocache|timestamp)$/iu;

/**
 * The same text for addresses of one page: without scheme, "www.", port of the scheme, closing slash, index
 * file, fragment and tracking parameters. A guid that is no address stays, without white space around it.
 */
export function addressKey(address: string): string {
  const text = address.trim();
  const url = /^(?:https?:)?\/\//iu.test(text) ? URL.parse(text, 'https://x') : null;
  if (!url) return text;
  const parameters = [...url.searchParams].filter(([name]) => !TRACKING.test(name));
  const query = parameters
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('&');
  const path = decoded(url.pathname).replace(/\/(?:index\.(?:html?|php))?$/iu, '');
  const host = url.host.replace(/^www\./u, '').replace(/:(?:80|443)$/u, '');
  return `${host}${path}${query === '' ? '' : `?${query}`}${routeIn(url.hash)}`;
}

/** Of a site that is one page of script, the fragment names the article. */
function routeIn(hash: string): string {
  return /^#!?\//u.test(hash) ? hash : '';
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
