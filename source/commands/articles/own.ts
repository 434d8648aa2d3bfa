import {notifyDesktop} from '../../platform/notify.ts';
import {runCommand} from '../../platform/own-command.ts';
import type {ErrandMeans} from '../../services/errands.ts';
import type {Services} from '../../services/context.ts';

/** The desktop of a command: its terminal is free, and nothing is drawn there. */
export function desktopOf({options}: Pick<Services, 'options'>): ErrandMeans {
  return {
    run: (job, signal) => runCommand(job, async during => during(), signal),
    notify: notice =>
      notifyDesktop(notice, {by: options.notify.by === 'terminal' ? 'auto' : options.notify.by}),
  };
}

/** Does what rules have asked for while something came in. */
export async function doErrands(services: Services, signal: AbortSignal): Promise<void> {
  const {performErrands} = await import('../../services/errands.ts');
  await performErrands(services, () => desktopOf(services), signal);
}
