type Defined<T> = {[Key in keyof T]: Exclude<T[Key], undefined>};

/** The object without what is undefined in it. */
export function defined<T extends object>(
  fields: T,
): Partial<Defined<T>> & Pick<T, {[Key in keyof T]: undefined extends T[Key] ? never : Key}[keyof T]> {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as ReturnType<typeof defined<T>>;
}
