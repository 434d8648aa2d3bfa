/** The address at which a WordPress site lists its posts, from the root of its REST API. */
export function wordPressPosts(root: string): string {
  const url = new URL(root);
  const isPlain = url.searchParams.has('rest_route');
  if (isPlain) url.searchParams.set('rest_route', '/wp/v2/posts');
  else url.pathname = `${url.pathname.replace(/\/$/u, '')}/wp/v2/posts`;
  url.search = `${isPlain ? `${url.search}&` : '?'}per_page=20&_embed=1`;
  return url.href;
}

/** Ghost's own scripts carry the public key of its Content API. */
export function ghostPosts(attributes: Readonly<Record<string, string>>): string | undefined {
  const {'data-key': key, 'data-ghost': site, 'data-api': api} = attributes;
  if (!key || !/^[\da-f]{20,40}$/u.test(key)) return undefined;
  const root = api ?? (site && `${site.replace(/\/$/u, '')}/ghost/api/content/`);
  return root && `${root.replace(/\/?$/u, '/')}posts/?key=${key}&include=authors,tags&limit=20`;
}
