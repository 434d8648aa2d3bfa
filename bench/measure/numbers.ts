export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

export function shown(number: number | undefined): string {
  if (number === undefined || Number.isNaN(number)) return '–';
  return number < 100 ? number.toFixed(1) : number.toFixed(0);
}

/** A Markdown table. */
export function table(rows: readonly (readonly string[])[]): string {
  return rows
    .flatMap((row, index) => [
      `| ${row.join(' | ')} |`,
      ...(index === 0 ? [`|${' --- |'.repeat(row.length)}`] : []),
    ])
    .join('\n');
}
