type Link = Readonly<{
  href?: string | undefined;
  rel?: string;
  type?: string;
  title?: string;
  length?: number;
}>;

/** The target of a link of a kind; of several alternates, a page is preferred to other media. */
export function atomLink(links: readonly Link[] | undefined, rel: string): string | undefined {
  const found = (links ?? []).filter(link => relOf(link) === rel && link.href !== undefined);
  const page = found.find(({type}) => type === undefined || /html/iu.test(type)) ?? found[0];
  return page?.href;
}

/** The file with the newsletter's words: a JSON document, or whatever else is named so. */
export function newsletterLink(links: readonly Link[] | undefined): string | undefined {
  return atomLink(links, 'newsletter');
}

export function relOf({rel}: Link): string {
  const name = rel?.trim().toLowerCase() ?? 'alternate';
  return name.replace(/^https?:\/\/www\.iana\.org\/assignments\/relation\//u, '');
}
