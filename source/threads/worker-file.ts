const isBuilt = import.meta.url.endsWith('.js');

/** The program of the other thread. Beside the sources, as tests run them, it is the built one. */
export const WORKER_FILE = new URL(isBuilt ? '../worker.js' : '../../dist/worker.js', import.meta.url);
