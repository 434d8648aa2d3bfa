import {ProblemError} from '../domain/problem.ts';
import type {Writes} from '../ports/services.ts';
import type {ReadingServices, Services} from '../services/context.ts';
import type {Context} from './context.ts';

/** The services of a command; its library is opened, and created if there is none. */
export async function servicesOf(context: Context): Promise<Services> {
  return {...rest(context), library: await context.ports.library()};
}

/** The services of a command that only reads: without a library where there is none yet. */
export async function readingServicesOf(context: Context): Promise<ReadingServices> {
  return {...rest(context), library: await context.ports.existingLibrary()};
}

function rest({options, output, ports}: Context): Omit<Services, 'library'> {
  const {newsletters, preferences, sync} = ports;
  const ingest = () => ports.ingest('a command');
  return {
    sources: () => ports.sources('a command'),
    newsletters,
    sync,
    ingest,
    options,
    preferences,
    report: output,
    writes: WRITES,
    now: Date.now,
  };
}

/** A command writes at once: it has nothing to do meanwhile. */
const WRITES: Writes = {
  add({work, onWritten}) {
    const result = work();
    onWritten?.(result);
  },
  completed: async work => await Promise.resolve(work()),
  addQuietly(work) {
    try {
      work();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
    }
  },
};
