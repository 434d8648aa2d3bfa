import {execFileSync} from 'node:child_process';

/** Whether a program is here. A test that needs one that is not is passed over, and says so. */
export function isThere(name: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${name}`], {stdio: 'ignore'});
    return true;
  } catch {
    console.warn(`NOT TRIED: what needs ${name}, which is not here.`);
    return false;
  }
}
