/** The address without the files that a page names: no mail program is to send what lies on this machine. */
export function withoutAttachments(address: string): string {
  if (!/^mailto:/iu.test(address)) return address;
  const url = URL.parse(address);
  const names = [...(url?.searchParams.keys() ?? [])].filter(name => /^attach/iu.test(name));
  if (!url || names.length === 0) return address;
  for (const name of names) url.searchParams.delete(name);
  return url.href;
}
