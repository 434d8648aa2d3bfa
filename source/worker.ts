/*
 * The first file of the other thread, in which what comes from outside is fetched, read and kept, so that the
 * interface never waits for it.
 */
import {enableCompileCache} from 'node:module';
import {parentPort, workerData} from 'node:worker_threads';
import type {Setup} from './ingest/calls.ts';

const setup = workerData as Setup;
if (setup.cache !== undefined) enableCompileCache(setup.cache);
const {serve} = await import('./ingest/serve.ts');
if (parentPort) serve(parentPort, setup);
