/** One thing that the doctor looked at. */
export type Finding = Readonly<{area: string; name: string; message: string}> & (Fine | Amiss);

/** `note`: neither good nor bad. */
type Fine = Readonly<{state: 'good' | 'note'; advice?: string}>;

/** `error`: something does not work; the exit code says so too. What to do about it is said in any case. */
type Amiss = Readonly<{state: 'warning' | 'error'; advice: string}>;
