/** The largest of any number of numbers, at least `least`: a call with a hundred thousand arguments would be refused. */
export function largest(least: number, numbers: readonly number[]): number {
  let result = least;
  for (const number of numbers) if (number > result) result = number;
  return result;
}
