/** Marks that kramdown, pandoc and Docusaurus put beside text for themselves. */
export function withoutMarks(text: string): string {
  let result = text;
  if (result.includes('{:'))
    result = result
      .replaceAll(/^[ \t]*[*+-][ \t]+\S[^\n]{0,40}\n[ \t]*\{:\s*toc\b[^}\n]{0,200}\}[ \t]*$/gimu, '')
      .replaceAll(/^[ \t>]*\{:[^}\n]{0,500}\}[ \t]*$/gmu, '')
      .replaceAll(/(?<=[)\]*_`"\p{L}\p{N}])\{:[^}\n]{0,500}\}/gu, '');
  if (result.includes('{#') || result.includes('{.'))
    result = result.replaceAll(
      /^( {0,3}#{1,6}[ \t][^\n{}]{0,1000}?)[ \t]*\{[#.][^}\n]{0,300}\}[ \t]*#*[ \t]*$/gmu,
      '$1',
    );
  return /toc/iu.test(result)
    ? result.replaceAll(/^(?:\[\[_?toc_?\]\]|\[toc\]|\{\{\s*toc\s*\}\})[ \t]*$/gimu, '')
    : result;
}
