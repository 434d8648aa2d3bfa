/** A BCP 47 tag from what a source states ("en_US", "EN-us "); undefined where it is none. */
export function languageTag(stated: string | undefined): string | undefined {
  const tag = stated?.trim().replaceAll('_', '-') ?? '';
  return /^[a-z]{2,8}(?:-[a-z\d]{1,8}){0,4}$/iu.test(tag) ? tag : undefined;
}
