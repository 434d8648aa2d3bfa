/** One thing that the doctor looked at. */
export type Finding = Readonly<{
  area: string;
  name: string;
  /** `note`: neither good nor bad. `error`: something does not work; the exit code says so too. */
  state: 'good' | 'note' | 'warning' | 'error';
  message: string;
  /** What to do about it. */
  advice?: string;
}>;
